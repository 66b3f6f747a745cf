import type { Transcript } from '../domain/transcript.ts'
import { openExtractive } from '../engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { openThreads, type Threads } from '../platform/threads.ts'
import type { HeavyTasks } from './heavy-tasks.ts'

/** The threads for what may not be done where requests are answered. */
export const openHeavy = () => openThreads<HeavyTasks>(new URL('./heavy-thread.ts', import.meta.url))

/** The built-in writer, at work in these threads. */
export function writeInThreads(threads: Threads<HeavyTasks>): NoteWriter {
  const numbers = new WeakMap<Transcript, number>()
  let count = 0
  return {
    ...openExtractive(),
    write(transcript, request, signal) {
      const number = numbers.get(transcript) ?? ++count
      numbers.set(transcript, number)
      return threads.run('write', [number, transcript, request], signal)
    },
  }
}
