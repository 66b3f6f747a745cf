import { useRef, useState } from 'preact/hooks'
import { printDate, printLanguage, printPatient } from '../format.ts'
import { Message } from '../parts/message.tsx'
import { NewVisit } from '../parts/new-visit.tsx'
import { VisitList } from '../parts/visit-list.tsx'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import { useKeys } from '../use.ts'
import { useConsultations } from '../use-consultations.ts'
import type { useRecorder } from '../use-recorder.ts'

interface Props {
  /** Grows when the server has more. */
  sent: number
  recorder: ReturnType<typeof useRecorder>
}

/** A new consultation, and those that were: what came of each, newest first. */
export function ConsultationsPage({ sent, recorder }: Props) {
  const { message, consultations, read, hasMore, readMore } = useConsultations(sent)
  const [state, setState] = useState<State>('all')
  const [words, setWords] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useKeys((key, event) => {
    if (key !== '/') return
    event.preventDefault()
    search.current?.focus()
  })
  const shown = (consultations ?? []).filter((one) => STATES[state](one) && fits(one, words))
  return (
    <>
      <h1>{t('consultations')}</h1>
      <NewVisit {...{ recorder, consultations: consultations ?? [] }} onSent={read} />
      <Message message={message} />
      <search class="tools">
        <label>
          {t('search')}{' '}
          <input ref={search} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <StateChoice state={state} onChange={setState} />
      </search>
      {consultations && shown.length === 0 && (
        <p class="quiet">{t(consultations.length === 0 ? 'noConsultations' : 'noResults')}</p>
      )}
      {!consultations && !message && <p role="status">{t('loading')}</p>}
      <VisitList consultations={shown} />
      {hasMore && (
        <button type="button" onClick={readMore}>
          {t('more')}
        </button>
      )}
    </>
  )
}

const isReady = ({ request, documents }: Consultation) => request?.status === 'succeeded' && documents.length > 0

/** What is looked for by how it stands. */
const STATES = {
  all: () => true,
  toReview: (one: Consultation) => isReady(one) && !one.documents.every((kind) => one.signed.includes(kind)),
  signed: (one: Consultation) => isReady(one) && one.documents.every((kind) => one.signed.includes(kind)),
  ongoing: ({ request, unfinished }: Consultation) => request?.status === 'ongoing' || unfinished !== undefined,
  failed: ({ request }: Consultation) => request?.status === 'failed',
}
type State = keyof typeof STATES

function StateChoice({ state, onChange }: { state: State; onChange: (state: State) => void }) {
  return (
    <label>
      {t('state')}{' '}
      <select value={state} onChange={(event) => onChange(event.currentTarget.value as State)}>
        {Object.keys(STATES).map((value) => (
          <option key={value} value={value}>
            {t(value as State)}
          </option>
        ))}
      </select>
    </label>
  )
}

function fits({ createdAt, title, visit, language, documents }: Consultation, words: string): boolean {
  const about = [title, printPatient(visit?.patient), visit?.reason, visit?.fileName, documents.join(' ')]
  const text = [printDate(createdAt), language && printLanguage(language), ...about].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
