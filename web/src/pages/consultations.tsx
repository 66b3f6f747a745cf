import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { printDate, printLanguage, printPercent, printTime } from '../format.ts'
import { Message } from '../parts/message.tsx'
import { Upload } from '../parts/upload.tsx'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import { useAttempt, useKeys } from '../use.ts'

const PAGE = 50
/** While something is under way the list is read so often. */
const AGAIN_MS = 300
const STATES = ['', 'ongoing', 'succeeded', 'failed'] as const

/** What was sent and what came of it, newest first, read anew when `sent` grows; and the way to send files. */
export function ConsultationsPage({ sent }: { sent: number }) {
  const { message, attempt } = useAttempt()
  /** Undefined until the server has told: an empty list is not what a slow or absent server has. */
  const [consultations, setConsultations] = useState<Consultation[]>()
  const [limit, setLimit] = useState(PAGE)
  const [state, setState] = useState<string>('')
  const [words, setWords] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useKeys((key, event) => {
    if (key !== '/') return
    event.preventDefault()
    search.current?.focus()
  })

  const read = () =>
    attempt(async () => {
      const path = `/api/consultations?limit=${Math.min(200, limit)}`
      setConsultations((await askJson<{ consultations: Consultation[] }>(path)).consultations)
    })
  const isUnderWay = consultations?.some(({ request }) => request?.status === 'ongoing')
  useEffect(() => void read(), [limit, sent])
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(read, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isUnderWay, limit])

  const shown = (consultations ?? []).filter((consultation) => fits(consultation, state, words))
  return (
    <>
      <h1>{t('consultations')}</h1>
      <div class="tools">
        <Upload onSent={read} />
      </div>
      <Message message={message} />
      <search class="tools">
        <label>
          {t('search')}{' '}
          <input ref={search} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <StateChoice state={state} onChange={setState} />
      </search>
      {consultations && shown.length === 0 && (
        <p class="quiet">{t(consultations.length === 0 ? 'noConsultations' : 'nothingFound')}</p>
      )}
      {!consultations && !message && <p role="status">{t('loading')}</p>}
      <ul class="list">
        {shown.map((consultation) => (
          <Row key={consultation.id} consultation={consultation} />
        ))}
      </ul>
      {consultations && consultations.length >= limit && limit < 200 && (
        <button type="button" onClick={() => setLimit(limit + PAGE)}>
          {t('more')}
        </button>
      )}
    </>
  )
}

function StateChoice({ state, onChange }: { state: string; onChange: (state: string) => void }) {
  return (
    <label>
      {t('state')}{' '}
      <select value={state} onChange={(event) => onChange(event.currentTarget.value)}>
        {STATES.map((value) => (
          <option key={value} value={value}>
            {t(value === '' ? 'all' : value)}
          </option>
        ))}
      </select>
    </label>
  )
}

function fits({ request, createdAt, language, documents }: Consultation, state: string, words: string): boolean {
  const text = `${printDate(createdAt)} ${language ? printLanguage(language) : ''} ${documents.join(' ')}`.toLowerCase()
  return (
    (state === '' || request?.status === state) &&
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
}

function Row({ consultation }: { consultation: Consultation }) {
  const { id, createdAt, language, durationMs, request, documents } = consultation
  return (
    <li>
      <a href={`#/consultations/${id}`}>{printDate(createdAt)}</a>
      <span class="quiet">
        {[durationMs !== undefined && printTime(durationMs), language && printLanguage(language)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="quiet">{documents.map((kind) => kind.replaceAll('_', ' ')).join(', ')}</span>
      <span class={`state ${request?.status ?? ''}`}>
        {request === undefined ? t('nothingHeard') : t(request.status)}
        {request?.status === 'ongoing' && ` ${printPercent(request.progress)}`}
      </span>
    </li>
  )
}
