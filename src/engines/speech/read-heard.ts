import type { SpeechSegment } from '../../domain/audio.ts'
import type { Word } from '../../domain/transcript.ts'
import type { Heard } from '../runtime/sherpa/messages.ts'
import { spreadWords } from './spread-words.ts'

/** How long a word's last token lasts at most, where the model does not tell. */
const LAST_TOKEN_SECONDS = 0.4

/** A word being put together: where its first and last tokens stand among all. */
interface Run {
  text: string
  first: number
  last: number
}

/** The words of what was heard, in the recording's time. A model that gives no times has them spread over the segment. */
export function readHeard(heard: Heard, { startMs, endMs }: SpeechSegment): Word[] {
  const { tokens, timestamps, text } = heard
  const seconds = (endMs - startMs) / 1000
  if (timestamps.length === 0 || timestamps.length !== tokens.length) {
    return spreadWords(text, startMs, endMs)
  }
  return joinTokens(tokens).map((run) => {
    const from = startMs + Math.round((timestamps[run.first] ?? 0) * 1000)
    const to = startMs + Math.round(Math.min(endOf(heard, run.last), seconds) * 1000)
    const confidence = confidenceOf(heard, run)
    return {
      ...{ text: run.text, startMs: Math.min(from, endMs - 1), endMs: Math.max(to, from + 1) },
      ...(confidence !== undefined && { confidence }),
    }
  })
}

/** A token that begins with a space, or the sign for one, begins a word; so does every sign of a script without spaces. */
function joinTokens(tokens: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const [at, token] of tokens.entries()) {
    const piece = token.replaceAll('▁', ' ')
    const before = runs.at(-1)
    const isNew =
      before === undefined ||
      piece.startsWith(' ') ||
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(piece)
    if (isNew) runs.push({ text: piece.trim(), first: at, last: at })
    else Object.assign(before, { text: before.text + piece.trim(), last: at })
  }
  return runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

function endOf({ timestamps, durations }: Heard, last: number): number {
  const start = timestamps[last] ?? 0
  const next = timestamps[last + 1] ?? Number.POSITIVE_INFINITY
  const duration = durations[last]
  return duration ? start + duration : Math.min(next, start + LAST_TOKEN_SECONDS)
}

/** The mean of its tokens' probabilities, where the model gives them. */
function confidenceOf({ tokens, logProbabilities }: Heard, { first, last }: Run): number | undefined {
  if (logProbabilities.length !== tokens.length) return undefined
  const own = logProbabilities.slice(first, last + 1)
  const mean = own.reduce((sum, value) => sum + Math.exp(value), 0) / own.length
  return Math.round(Math.min(1, mean) * 1000) / 1000
}
