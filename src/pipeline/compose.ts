import type { Item, Word } from '../domain/transcript.ts'
import type { Turn } from './attribute.ts'

/** A pause that ends a sentence: shorter ones stand between words and phrases. */
const SENTENCE_PAUSE_MS = 350
/** A sentence that goes on and on is ended at its longest pause. */
const LONGEST_WORDS = 30
const LEAST_PAUSE_MS = 100

/** English sentences that begin so ask something. */
const ASKS =
  /^(?:(?:and|but|so|okay|well|now)\s+)*(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|should|what|what's|where|when|who|why|how|how's|which|any)\b/i
/** Not these: "when I …" tells, "have a seat" invites. */
const TELLS = /^(?:when i|what i|where it|how i|have a|would be|will be|is what|do not|don't)\b/i

/**
 * Words as readable sentences, in time order. An item's text is made from its words alone, and keeps them with their
 * times; the same words give the same items with the same ids.
 */
export function compose(turns: readonly Turn[]): Item[] {
  return turns
    .flatMap(({ speakerLabel, words }) => sentences(words).map((sentence) => makeItem(sentence, speakerLabel)))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    .map((item, index) => ({ ...item, id: `i${index + 1}` }))
}

function sentences(words: readonly Word[]): Word[][] {
  const parts: Word[][] = []
  for (const word of words) {
    const last = parts.at(-1)
    const previous = last?.at(-1)
    if (last && previous && word.startMs - previous.endMs < SENTENCE_PAUSE_MS) last.push(word)
    else parts.push([word])
  }
  return parts.flatMap(splitLong)
}

function splitLong(words: Word[]): Word[][] {
  if (words.length <= LONGEST_WORDS) return [words]
  const pauses = words.slice(1).map((word, index) => word.startMs - (words[index]?.endMs ?? 0))
  const longest = Math.max(...pauses)
  if (longest < LEAST_PAUSE_MS) return [words]
  const cut = pauses.indexOf(longest) + 1
  return [...splitLong(words.slice(0, cut)), ...splitLong(words.slice(cut))]
}

function makeItem(words: Word[], speakerLabel: string | undefined): Item {
  return {
    id: '',
    text: writeSentence(words.map(({ text }) => text).join(' ')),
    speaker: 'unspecified',
    ...(speakerLabel && { speakerLabel }),
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
    words,
    ...meanConfidence(words),
  }
}

/** Capitals, the pronoun I, and the mark at the end. */
function writeSentence(spoken: string): string {
  const text = spoken.replace(/\bi(?=$|\s|')/g, 'I')
  const mark = ASKS.test(text) && !TELLS.test(text) ? '?' : '.'
  return text.charAt(0).toUpperCase() + text.slice(1) + mark
}

function meanConfidence(words: readonly Word[]): { confidence?: number } {
  const known = words.flatMap(({ confidence }) => confidence ?? [])
  if (known.length === 0) return {}
  const mean = known.reduce((sum, confidence) => sum + confidence, 0) / known.length
  return { confidence: Math.round(mean * 1000) / 1000 }
}
