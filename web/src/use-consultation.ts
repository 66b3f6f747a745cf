import { useEffect, useState } from 'preact/hooks'
import { ask, askJson, send, session, watch } from './api.ts'
import { t } from './texts.ts'
import type { Consultation, ItemChange, RequestState, VersionedNote, VersionedTranscript } from './types.ts'
import { useAttempt } from './use.ts'

/** One consultation as the server has it, read when it is finished, and what may be done with it. */
export function useConsultation(id: string) {
  const path = `/api/consultations/${id}`
  const { message, attempt } = useAttempt(() => readResult())
  const [consultation, setConsultation] = useState<Consultation>()
  const [transcript, setTranscript] = useState<VersionedTranscript>()
  const [notes, setNotes] = useState<VersionedNote[]>([])
  const [state, setState] = useState<RequestState>()

  async function readResult() {
    setTranscript(await askJson<VersionedTranscript>(`${path}/transcript`))
    setNotes((await askJson<{ documents: VersionedNote[] }>(`${path}/documents`)).documents)
  }
  async function read(signal: AbortSignal) {
    const found = await askJson<Consultation>(path)
    setConsultation(found)
    setState(found.request)
    const take = (next: RequestState) => {
      setState(next)
      return next.status !== 'ongoing'
    }
    if (found.request?.status === 'ongoing') await watch(`${path}/events`, take, signal)
    if (!signal.aborted) await readResult()
  }
  useEffect(() => {
    const stop = new AbortController()
    void attempt(() => read(stop.signal))
    return () => stop.abort()
  }, [id])

  /** False when it could not be saved. */
  async function change(wanted: ItemChange): Promise<boolean> {
    const body = { version: transcript?.version ?? 0, author: session.name(), change: wanted }
    const changed = await attempt(() => send<VersionedTranscript>('PATCH', `${path}/transcript`, body))
    if (changed) setTranscript(changed)
    return changed !== undefined
  }
  const remove = () =>
    attempt(async () => {
      if (!confirm(t('deleteSure'))) return
      await ask(path, { method: 'DELETE' })
      location.hash = '#/'
    })
  /** Takes in a document that was changed, or written anew. */
  const putNote = (note: VersionedNote) =>
    setNotes((all) =>
      all.some(({ kind }) => kind === note.kind)
        ? all.map((other) => (other.kind === note.kind ? note : other))
        : [...all, note],
    )

  return { message, consultation, transcript, notes, state, readResult, change, remove, putNote }
}
