import { useEffect, useRef, useState } from 'preact/hooks'
import { answersTo } from '../../../src/domain/transcript.ts'
import { ask, askJson, send, session, watch } from '../api.ts'
import { printDate, printPercent } from '../format.ts'
import { AddDocument } from '../parts/add-document.tsx'
import { DocumentView } from '../parts/document.tsx'
import { Message } from '../parts/message.tsx'
import { type Player, PlayerBar } from '../parts/player.tsx'
import { TranscriptList } from '../parts/transcript.tsx'
import { Versions } from '../parts/versions.tsx'
import { t } from '../texts.ts'
import type { Consultation, Item, ItemChange, RequestState, VersionedNote, VersionedTranscript } from '../types.ts'
import { instead, useAttempt, useKeys } from '../use.ts'

/** One consultation: its sound, its transcript, and beside it the documents with the words that they rest on. */
export function ConsultationPage({ id }: { id: string }) {
  const path = `/api/consultations/${id}`
  const { message, attempt } = useAttempt(() => readResult())
  const [consultation, setConsultation] = useState<Consultation>()
  const [transcript, setTranscript] = useState<VersionedTranscript>()
  const [notes, setNotes] = useState<VersionedNote[]>([])
  const [chosen, setChosen] = useState('')
  const [state, setState] = useState<RequestState>()
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string>()
  const [edited, setEdited] = useState<string>()
  const [isHistory, setHistory] = useState(false)
  const player = useRef<Player | undefined>(undefined)

  async function readResult() {
    setTranscript(await askJson<VersionedTranscript>(`${path}/transcript`))
    const { documents } = await askJson<{ documents: VersionedNote[] }>(`${path}/documents`)
    setNotes(documents)
    setChosen((kind) => kind || (documents[0]?.kind ?? ''))
  }
  useEffect(() => {
    const stop = new AbortController()
    void attempt(async () => {
      const read = await askJson<Consultation>(path)
      setConsultation(read)
      setState(read.request)
      const take = (next: RequestState) => {
        setState(next)
        return next.status !== 'ongoing'
      }
      if (read.request?.status === 'ongoing') await watch(`${path}/events`, take, stop.signal)
      if (!stop.signal.aborted) await readResult()
    })
    return () => stop.abort()
  }, [id])

  const items = transcript?.items ?? []
  const itemsOf = (evidence: readonly string[]) => items.filter((item) => evidence.some((id) => answersTo(item, id)))
  const show = (item: Item | undefined) =>
    item && document.getElementById(`item-${item.id}`)?.scrollIntoView({ block: 'nearest' })
  const light = (evidence: readonly string[]) => {
    const found = itemsOf(evidence)
    setLit(new Set(found.map((item) => item.id)))
    player.current?.light(found)
    show(found[0])
  }
  const play = (evidence: readonly string[]) => {
    const [first, ...others] = itemsOf(evidence)
    if (!first) return
    // Items that follow one another are played as one; others would take their time.
    const last = others.findLast((item) => items.indexOf(item) - items.indexOf(first) < evidence.length) ?? first
    player.current?.play(first.startMs, last.endMs)
  }
  const follow = (ms: number) => {
    const item = items.findLast(({ startMs }) => startMs <= ms)
    if (item?.id === current) return
    setCurrent(item?.id)
    show(item)
  }
  const change = async (wanted: ItemChange) => {
    const body = { version: transcript?.version ?? 0, author: session.name(), change: wanted }
    const changed = await attempt(() => send<VersionedTranscript>('PATCH', `${path}/transcript`, body))
    if (changed) setTranscript(changed)
    return changed !== undefined
  }
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === current) + by
    const item = items[Math.min(Math.max(0, at), items.length - 1)]
    setCurrent(item?.id)
    if (item) player.current?.seek(item.startMs)
    show(item)
  }
  useKeys((key, event) => {
    const isButton = (event.target as HTMLElement).matches('button, a, summary')
    const keys: Record<string, () => void> = {
      ' ': () => !isButton && instead(() => player.current?.toggle())(event),
      j: () => move(1),
      k: () => move(-1),
      e: () => current && instead(() => setEdited(current))(event),
    }
    keys[key]?.()
  })
  const remove = () =>
    attempt(async () => {
      if (!confirm(t('deleteSure'))) return
      await ask(path, { method: 'DELETE' })
      location.hash = '#/'
    })

  const addNote = (added: VersionedNote) => {
    setNotes((all) => [...all.filter(({ kind }) => kind !== added.kind), added])
    setChosen(added.kind)
  }
  const note = notes.find(({ kind }) => kind === chosen)
  return (
    <>
      <div class="tools">
        <h1>{consultation ? printDate(consultation.createdAt) : t('consultation')}</h1>
        <button type="button" onClick={remove}>
          {t('delete')}
        </button>
      </div>
      <Message message={message} />
      {state?.status === 'ongoing' && (
        <p role="status">
          {t('ongoing')} <progress value={state.progress} aria-label={t('ongoing')} /> {printPercent(state.progress)}
        </p>
      )}
      {transcript && (
        <>
          <PlayerBar
            consultation={id}
            items={items}
            onTime={follow}
            onReady={(ready) => {
              player.current = ready
            }}
          />
          <div class="columns">
            <section aria-labelledby="transcript-title">
              <div class="tools">
                <h2 id="transcript-title">{t('transcript')}</h2>
                {transcript.version > 0 && (
                  <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
                    {t('versions', transcript.version)}
                  </button>
                )}
              </div>
              {transcript.warnings.map((warning) => (
                <p key={warning.code} class="warning">
                  {warning.message}
                </p>
              ))}
              {isHistory && <Versions path={`${path}/transcript`} version={transcript.version} />}
              <TranscriptList
                {...{ items, lit, current, edited, onEdit: setEdited, onChange: change }}
                onPlay={(item) => player.current?.play(item.startMs, Number.POSITIVE_INFINITY)}
              />
            </section>
            <section aria-labelledby="documents-title">
              <div class="tools">
                <h2 id="documents-title">{t('documents')}</h2>
                <select
                  aria-label={t('document')}
                  value={chosen}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                >
                  {notes.map(({ kind, title }) => (
                    <option key={kind} value={kind}>
                      {title}
                    </option>
                  ))}
                </select>
                <AddDocument consultation={id} written={notes.map(({ kind }) => kind)} onWritten={addNote} />
              </div>
              {note ? (
                <DocumentView
                  {...{ consultation: id, note, onEvidence: light, onPlay: play, onStale: readResult }}
                  onNote={(changed) => setNotes(notes.map((other) => (other.kind === changed.kind ? changed : other)))}
                />
              ) : (
                <p class="quiet">{t('noDocuments')}</p>
              )}
            </section>
          </div>
        </>
      )}
    </>
  )
}
