import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { printDate, printPatient, printPercent, printTime } from '../format.ts'
import { type LiveText, NOTHING_SAID } from '../live-text.ts'
import { LiveView } from '../parts/live-view.tsx'
import { Message } from '../parts/message.tsx'
import { NotePane } from '../parts/note-pane.tsx'
import { PatientPane } from '../parts/patient-pane.tsx'
import { PlayerBar } from '../parts/player.tsx'
import { TranscriptPane } from '../parts/transcript-pane.tsx'
import { StateChip } from '../parts/visit-list.tsx'
import type { RecorderView } from '../recorder.ts'
import { t } from '../texts.ts'
import { useTold } from '../told.ts'
import type { Consultation, RequestState, VersionedTranscript } from '../types.ts'
import { useKeys } from '../use.ts'
import { useConsultation } from '../use-consultation.ts'
import { useFoundPlace } from '../use-found-place.ts'
import { usePosition } from '../use-position.ts'

const VIEWS = ['note', 'transcript', 'patient'] as const
/** What a narrow page shows; a wide one has the note always, beside one of the others. */
type View = (typeof VIEWS)[number]

/** One consultation: the note, and beside it the words that it rests on, or what is known of the patient. */
export function ConsultationPage({ id, recorder }: { id: string; recorder: RecorderView }) {
  const own = recorder.state !== 'idle' && recorder.sent?.consultationId === id ? recorder.sent : undefined
  const read = useConsultation(id, own !== undefined)
  const { message, consultation, transcript, state, live } = read
  const items = transcript?.items ?? []
  const position = usePosition(items)
  const [view, setView] = useState<View>('note')
  const found = useFoundPlace(transcript, read.notes, setView)
  useKeys((key) => {
    if (key === 'n') focusFirst('.document .statement', () => setView('note'))
    if (key === 't') focusFirst('.transcript .time', () => setView('transcript'))
  })
  const views = <Views view={view} onChange={setView} />
  return (
    <div class="visit" data-view={view}>
      <Title consultation={consultation} />
      <Message message={message} />
      {state?.status === 'ongoing' && !own && live?.savedMs === undefined && <Progress of={state} />}
      {consultation?.unfinished?.series && !own && (
        <Unfinished series={consultation.unfinished.series} onFinish={read.finish} />
      )}
      {!transcript && state?.status === 'failed' && <Failed onDelete={read.remove} />}
      {(own || (live && isTold(live))) && <LiveView live={live ?? NOTHING_SAID} pausesMs={own?.pausesMs ?? []} />}
      {transcript && !own && (
        <>
          <NotePane {...{ id, read, position, items, first: found.kind }} />
          <PlayerBar
            consultation={id}
            items={items}
            onTime={position.follow}
            onReady={(player) => {
              position.player.current = player
            }}
          />
          <Beside {...{ id, read, transcript, position, views, view }} />
          <Evidence position={position} items={items} />
          <nav class="views noprint" aria-label={t('views')}>
            {VIEWS.map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                {t(one === 'patient' ? 'patientPage' : one)}
              </button>
            ))}
          </nav>
        </>
      )}
    </div>
  )
}

/** Of an upload, nothing is before all of it was heard. */
const isTold = ({ items, open, savedMs }: LiveText) => items.length + open.length > 0 || savedMs !== undefined

/** Where the part is hidden on a narrow page it is shown first. */
function focusFirst(selector: string, show: () => void): void {
  show()
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus())
}

function Title({ consultation }: { consultation: Consultation | undefined }) {
  if (!consultation) return <h1>{t('consultation')}</h1>
  const { title, visit, createdAt, durationMs } = consultation
  const facts = [
    visit?.patient && printPatient({ ...visit.patient, name: undefined }),
    visit?.patient && visit.reason,
    printDate(createdAt),
    durationMs !== undefined && printTime(durationMs),
  ]
  return (
    <div class="title">
      <h1 dir="auto">{title ?? t('consultation')}</h1>
      <p class="facts quiet small">
        {facts.filter(Boolean).join(' · ')} <StateChip consultation={consultation} />
      </p>
    </div>
  )
}

interface BesideProps {
  id: string
  read: ReturnType<typeof useConsultation>
  transcript: VersionedTranscript
  position: ReturnType<typeof usePosition>
  views: ComponentChildren
  view: View
}

/** What stands beside the note: what is known of the patient, or the words. */
function Beside({ id, read, view, ...shown }: BesideProps) {
  const { consultation, notes, keepVisit, change, restore } = read
  if (view === 'patient') return <PatientPane {...{ id, consultation, views: shown.views }} onVisit={keepVisit} />
  const isFixed = notes.some(({ signed }) => signed)
  return <TranscriptPane {...{ id, ...shown, isFixed }} onChange={change} onRestore={restore} />
}

/** On a wide page: what stands beside the note. */
function Views({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <div class="choice tools noprint">
      {(['transcript', 'patient'] as const).map((one) => {
        const isShown = (one === 'patient') === (view === 'patient')
        return (
          <button key={one} type="button" aria-pressed={isShown} onClick={() => onChange(one)}>
            {t(one === 'patient' ? 'patientPage' : one)}
          </button>
        )
      })}
    </div>
  )
}

function Progress({ of: { progress } }: { of: RequestState }) {
  return (
    <p role="status" class="wide">
      {t('ongoing')} <progress value={progress} aria-label={t('ongoing')} /> {printPercent(progress)}
    </p>
  )
}

/** Nothing came of it: there is nothing to do but to delete it. */
const Failed = ({ onDelete }: { onDelete: () => unknown }) => (
  <p>
    <button type="button" onClick={onDelete}>
      {t('delete')}
    </button>
  </p>
)

function Unfinished({ series, onFinish }: { series: string; onFinish: (series: string) => unknown }) {
  return (
    <p class="warning wide">
      {t('unfinishedHint')}{' '}
      <button type="button" onClick={() => onFinish(series)}>
        {t('finish')}
      </button>
    </p>
  )
}

/** On a narrow page, where the transcript is elsewhere: the words that the statement rests on. */
function Evidence({
  position,
  items,
}: {
  position: ReturnType<typeof usePosition>
  items: readonly { id: string; text: string }[]
}) {
  const lit = useTold(position.marks, (marks) => marks.lit)
  const cited = items.filter(({ id }) => lit.has(id))
  return (
    <div class="evidence">
      {cited.map(({ id, text }) => (
        <p key={id} dir="auto">
          {text}
        </p>
      ))}
    </div>
  )
}
