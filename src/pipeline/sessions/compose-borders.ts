import type { LanguageTag } from '../../domain/language.ts'
import type { NewItem } from '../../domain/session.ts'
import type { Word } from '../../domain/transcript.ts'
import { compose } from '../transcribe/compose.ts'

/** Words of one voice that stand together, in the time of the session: an item, or what a cut left of one. */
export interface Piece {
  words: Word[]
  speakerLabel?: string | undefined
  /** The item whose words they are, where none is missing. */
  whole?: NewItem | undefined
  isStored: boolean
}

interface Heard {
  recordingId: string
  language: LanguageTag
  isPunctuated: boolean
}

/**
 * The pieces as items: where one that is stored and a new one meet, and where a cut took words away, sentences are composed
 * anew; all others are the items that they were. Only what was composed anew has no id.
 */
export function composeBorders(pieces: readonly Piece[], isNear: (times: Word) => boolean, heard: Heard): NewItem[] {
  const ordered = pieces.toSorted((a, b) => startOf(a) - startOf(b))
  const isOpen = (piece: Piece, at: number) => {
    const meets = [ordered[at - 1], ordered[at + 1]].some((other) => other && other.isStored !== piece.isStored)
    return piece.whole === undefined || (meets && piece.words.some(isNear))
  }
  const turns: { pieces: Piece[]; isOpen: boolean }[] = []
  for (const [at, piece] of ordered.entries()) {
    const last = turns.at(-1)
    const open = isOpen(piece, at)
    if (open && last?.isOpen && isSameVoice(last.pieces, piece)) last.pieces.push(piece)
    else turns.push({ pieces: [piece], isOpen: open })
  }
  return turns.flatMap((turn) => composeTurn(turn.pieces, heard))
}

const startOf = ({ words }: Piece) => words[0]?.startMs ?? 0

/** A piece of an unknown voice goes on with the one before it. */
function isSameVoice(turn: readonly Piece[], { speakerLabel }: Piece): boolean {
  const label = labelOf(turn)
  return label === undefined || speakerLabel === undefined || label === speakerLabel
}

const labelOf = (turn: readonly Piece[]) => turn.find(({ speakerLabel }) => speakerLabel)?.speakerLabel

function composeTurn(turn: readonly Piece[], { recordingId, ...heard }: Heard): NewItem[] {
  const [first] = turn
  if (turn.length === 1 && first?.whole) return [first.whole]
  const speakerLabel = labelOf(turn)
  const words = turn.flatMap((piece) => piece.words)
  const items = compose([{ words, ...(speakerLabel && { speakerLabel }) }], heard)
  return items.map(({ id: _, speaker: __, speakerConfidence: ___, tookIn: ____, ...item }) => ({
    ...item,
    recordingId,
  }))
}
