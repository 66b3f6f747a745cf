import type { HearBetter } from '../recognizer.ts'
import type { HearPiece, Piece } from './hear-piece.ts'

/** No more utterances wait to be heard better: who is behind does without. */
const MOST_WAITING = 4

/** An utterance that has ended. */
export interface EndedPiece extends Piece {
  startMs: number
  endMs: number
}

/** Hears what was final in a hurry once more, one utterance after the other, beside what is being said. */
export function openSecondHearing(hear: HearPiece): (ended: EndedPiece) => HearBetter {
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return ({ startMs, endMs, ...piece }) =>
    async () => {
      if (waiting >= MOST_WAITING) return undefined
      waiting++
      const heard = line.then(() => hear(piece, 'better')).finally(() => waiting--)
      line = heard.catch(() => {})
      return { channel: 0, startMs, endMs, ...(await heard) }
    }
}
