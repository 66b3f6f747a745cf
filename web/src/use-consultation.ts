import { useEffect, useRef, useState } from 'preact/hooks'
import { DELETION_REASONS } from '../../src/domain/set-aside.ts'
import type { Visit } from '../../src/domain/visit.ts'
import { ApiError, ask, askJson, send } from './api.ts'
import { sendVisit } from './new-visit.ts'
import { askWhich } from './parts/ask-sure.tsx'
import { printError } from './said-by-server.ts'
import { session } from './session.ts'
import { t } from './texts.ts'
import type { Consultation, ItemChange, VersionedNote, VersionedTranscript } from './types.ts'
import { useAttempt, useWhenSeen } from './use.ts'
import { useFollowed } from './use-followed.ts'
import { readWishes } from './wishes.ts'

/**
 * One consultation as the server has it, read when it is finished, and what may be done with it; until then, what is told
 * of it. `isRecorded` while this window records it.
 */
export function useConsultation(id: string, isRecorded: boolean) {
  const path = `/api/consultations/${id}`
  const { message, attempt } = useAttempt(() => readResult())
  const { consultation, setConsultation, state, live, follow, forget } = useFollowed(path, isRecorded)
  const [transcript, setTranscript] = useState<VersionedTranscript>()
  const [notes, setNotes] = useState<VersionedNote[]>([])
  /** Of the transcript: one change may follow another before the page is drawn. */
  const version = useRef(0)
  function takeTranscript(taken: VersionedTranscript) {
    version.current = taken.version
    setTranscript(taken)
  }
  const readNotes = async () => setNotes(await askNotes(path))
  async function readResult() {
    const [heard, written] = await askResult(path)
    setNotes(written)
    takeTranscript(heard)
  }
  /** Why there is no result is what went wrong with the request. */
  async function tellFailure(error: unknown): Promise<never> {
    const { request } = await askJson<Consultation>(path)
    if (!request?.error) throw error
    throw new ApiError(request.error.code, printError(request.error.code, request.error.message), 409)
  }
  async function read(signal: AbortSignal) {
    await follow(signal)
    if (signal.aborted) return
    await readResult().catch(tellFailure)
    forget()
  }
  useEffect(() => {
    const stop = new AbortController()
    void attempt(() => read(stop.signal))
    return () => stop.abort()
  }, [id])
  // Another window may have changed it while this one was out of sight.
  useWhenSeen(() => transcript && void readResult().catch(() => {}))

  /** False when it could not be saved. */
  async function put(method: string, to: string, body: object): Promise<boolean> {
    const seen = { version: version.current, author: session.name() }
    const changed = await attempt(() => send<VersionedTranscript>(method, to, { ...seen, ...body }))
    if (changed === undefined) return false
    takeTranscript(changed)
    // What rests on the words that were changed is marked in the documents.
    await attempt(readNotes)
    return true
  }
  return {
    ...{ message, consultation: consultation && withNotes(consultation, notes), transcript, notes, state, live },
    readResult,
    change: (wanted: ItemChange) => put('PATCH', `${path}/transcript`, { change: wanted }),
    restore: (restored: number) => put('POST', `${path}/transcript/restore`, { restored }),
    remove: () => attempt(() => removeSure(path)),
    /** Takes in a document that was changed, or written anew. */
    putNote: (note: VersionedNote) => setNotes((all) => withNote(all, note)),
    keepVisit: (visit: Visit) => attempt(async () => setConsultation(await sendVisit<Consultation>(id, visit))),
    finish: (series: string) => attempt(() => finish(series).then(() => read(NEVER))),
  }
}

const askNotes = async (path: string) => (await askJson<{ documents: VersionedNote[] }>(`${path}/documents`)).documents

/** Both at once: a visit whose documents are on the way has not "no documents". */
const askResult = (path: string) => Promise.all([askJson<VersionedTranscript>(`${path}/transcript`), askNotes(path)])

const NEVER = new AbortController().signal

/** Ends a recording that was broken off: its documents are written of what was sent. */
const finish = (series: string) => send('POST', `/api/series/${series}/finish`, { documents: readWishes().documents })

/** How it stands by its documents as they are here. */
const withNotes = (consultation: Consultation, notes: readonly VersionedNote[]): Consultation =>
  notes.length === 0
    ? consultation
    : {
        ...consultation,
        documents: notes.map(({ kind }) => kind),
        signed: notes.flatMap(({ kind, signed }) => (signed ? kind : [])),
      }

const withNote = (all: readonly VersionedNote[], note: VersionedNote) =>
  all.some(({ kind }) => kind === note.kind)
    ? all.map((other) => (other.kind === note.kind ? note : other))
    : [...all, note]

async function removeSure(path: string): Promise<void> {
  const options = DELETION_REASONS.map((reason) => [reason, t(reason)] as const)
  const reason = await askWhich(t('deleteSure'), t('delete'), { label: t('deletionReason'), options })
  if (!reason) return
  const body = JSON.stringify({ reason, by: session.name() })
  await ask(`${path}/deletion`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  location.hash = '#/'
}
