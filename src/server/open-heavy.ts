import type { SearchTools } from '../consultations/search/make-searchable.ts'
import type { Transcript } from '../domain/transcript.ts'
import { openExtractive } from '../engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import type { Prove } from '../pipeline/documents/write-notes.ts'
import { openThreads, type Threads } from '../platform/threads.ts'
import type { HeavyTasks } from './heavy-tasks.ts'

/** The threads for what may not be done where requests are answered. */
export const openHeavy = () => openThreads<HeavyTasks>(new URL('./heavy-thread.ts', import.meta.url))

const numbers = new WeakMap<Transcript, number>()
let count = 0

/** By its number a thread knows a transcript again, which is copied for each task. */
function numberOf(transcript: Transcript): number {
  const number = numbers.get(transcript) ?? ++count
  numbers.set(transcript, number)
  return number
}

/** The built-in writer, at work in these threads. */
export const writeInThreads = (threads: Threads<HeavyTasks>): NoteWriter => ({
  ...openExtractive(),
  write: (transcript, request, signal) => threads.run('write', [numberOf(transcript), transcript, request], signal),
})

/** What a search finds by, in the same threads. */
export const placesInThreads =
  (threads: Threads<HeavyTasks>): SearchTools['placesOf'] =>
  (...args) =>
    threads.run('placesOf', args)

/** The proof, in the same threads: what the writer has proved is not proved again. */
export const proveInThreads =
  (threads: Threads<HeavyTasks>): Prove =>
  (note, transcript) =>
    threads.run('prove', [numberOf(transcript), transcript, note])
