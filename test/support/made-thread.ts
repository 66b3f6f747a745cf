import { getPriority } from 'node:os'
import { OslerError } from '../../src/domain/errors.ts'
import { answerTasks } from '../../src/platform/thread-answers.ts'

let count = 0

export const MADE_TASKS = {
  double: (value: number) => value * 2,
  /** How many tasks this thread has done of this sort. */
  count: () => ++count,
  tellPriority: () => getPriority(),
  spin(ms: number) {
    const endMs = performance.now() + ms
    while (performance.now() < endMs);
    return ms
  },
  fill() {
    const all: number[][] = []
    for (;;) all.push(new Array(100_000).fill(Math.random()))
  },
  refuse() {
    throw new OslerError('audio_too_long', 'It is too long.', { actualMs: 3 })
  },
  break() {
    throw new TypeError('broken')
  },
}

answerTasks(MADE_TASKS)
