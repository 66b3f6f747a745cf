import type { Note } from '../domain/note.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { WriteNow } from './export.ts'

/** Notes of what is said so far. */
export interface Drafts {
  /**
   * The newest draft of a session's documents; who asks has one begun where the session says something else by now. When
   * it is there, `onDraft` is told.
   */
  read(sessionId: string, kinds: readonly string[], mark: string, transcript: Transcript): readonly Note[]
}

/** Sentences come every few seconds: a note that changes with each could not be read. */
const LEAST_BETWEEN_MS = 5000
/** Of the time, writing takes no more than one part in so many. */
const PARTS_OF_TIME = 3
/** PATIENT DATA: drafts are held by this process alone. */
const MOST_KEPT = 50

interface Draft {
  mark: string
  notes: readonly Note[]
  isWriting: boolean
  /** When the next may be begun. */
  nextMs: number
}

/** One draft for all who look on, by the quickest writer. */
export function openDrafts(writeNow: WriteNow, onDraft: (sessionId: string) => void, now = Date.now): Drafts {
  const drafts = new Map<string, Draft>()

  async function write(sessionId: string, draft: Draft, kinds: readonly string[], transcript: Transcript) {
    draft.isWriting = true
    const begunMs = now()
    // What cannot be written now is written when more was said.
    const notes = await writeNow(transcript, kinds).catch(() => undefined)
    draft.isWriting = false
    draft.nextMs = now() + Math.max(LEAST_BETWEEN_MS, (now() - begunMs) * PARTS_OF_TIME)
    if (notes) draft.notes = notes
    onDraft(sessionId)
  }

  return {
    read(sessionId, kinds, mark, transcript) {
      const key = [sessionId, ...kinds].join(' ')
      const draft = drafts.get(key) ?? { mark: '', notes: [], isWriting: false, nextMs: 0 }
      drafts.delete(key)
      drafts.set(key, draft)
      const [oldest] = drafts.keys()
      if (drafts.size > MOST_KEPT && oldest) drafts.delete(oldest)
      if (draft.mark !== mark && !draft.isWriting && now() >= draft.nextMs) {
        draft.mark = mark
        void write(sessionId, draft, kinds, transcript)
      }
      return draft.notes
    },
  }
}
