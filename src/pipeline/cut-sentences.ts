import { beginsLikeQuestion, opensQuestionAt, questionBorders } from '../clinical/questions.ts'
import { endsSentence, plainWords } from '../clinical/words.ts'
import type { Word } from '../domain/transcript.ts'

/** A pause that always ends a sentence: in made and read consultations pauses inside one stay under 0.5 s. */
const LONG_PAUSE_MS = 600
/** A recogniser that marks silence at all marks it from here; it ends a sentence only before a word that begins one. */
const SHORT_PAUSE_MS = 40
/** What is spoken without such a pause is cut at its longest one beyond this many words. */
const MOST_WORDS = 35
const LEAST_WORDS = 5
const LEAST_WORDS_BEFORE_SHORT_PAUSE = 3

const BEGINS = new Set(
  "i i'm i've i'll i'd it it's you your you're we we're we'll we've let's let my the there that's this take drink come keep no yes".split(
    ' ',
  ),
)
/** What cannot end a sentence, so that a short pause behind it is only a breath. */
const GOES_ON = new Set(
  (
    'a an the my your his her our their this that and or but so because if when while until as than then of to in on at ' +
    "for with from about by into is are was were am be been have has had do does did can could will would should i i'm " +
    "i've it's we he she they like very really just not think know say said mean feel"
  ).split(' '),
)

/** Cuts the words of one speaker into sentences by pauses and by how sentences begin. Keeps every word, in order. */
export function cutSentences(words: readonly Word[]): Word[][] {
  return cutWhere(words, isLongPause)
    .flatMap(cutAtQuestions)
    .flatMap((sentence) => cutWhere(sentence, isSentenceBorder))
    .flatMap(cutRunOn)
}

/** Cuts where the engine wrote the end of a sentence. */
export function cutPunctuated(words: readonly Word[]): Word[][] {
  return cutWhere(words, (all, at) => endsSentence(all[at - 1]?.text ?? ''))
}

type IsBorder = (words: readonly Word[], at: number, start: number) => boolean

function cutWhere(words: readonly Word[], isBorder: IsBorder): Word[][] {
  const pieces: Word[][] = []
  let start = 0
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && !isBorder(words, at, start)) continue
    pieces.push(words.slice(start, at))
    start = at
  }
  return pieces
}

/** The silence in front of a word, in milliseconds. */
export function pauseBeforeMs(words: readonly Word[], at: number): number {
  return (words[at]?.startMs ?? 0) - (words[at - 1]?.endMs ?? 0)
}

function isLongPause(words: readonly Word[], at: number): boolean {
  return pauseBeforeMs(words, at) >= LONG_PAUSE_MS
}

function cutAtQuestions(words: readonly Word[]): Word[][] {
  const borders = new Set(questionBorders(words.map(({ text }) => text.toLowerCase())))
  return cutWhere(words, (_, at) => borders.has(at))
}

function isSentenceBorder(words: readonly Word[], at: number, start: number): boolean {
  if (at - start < LEAST_WORDS_BEFORE_SHORT_PAUSE || pauseBeforeMs(words, at) < SHORT_PAUSE_MS) return false
  const [first = ''] = plain(words, start, start + 1)
  const [before = '', ...behind] = plain(words, at - 1, at + 6)
  if (/^(if|when|once|after|before)$/.test(first) || GOES_ON.has(before)) return false
  return BEGINS.has(behind[0] ?? '') || opensQuestionAt(behind, 0)
}

function plain(words: readonly Word[], start: number, end: number): string[] {
  return words.slice(start, end).map(({ text }) => text.toLowerCase())
}

function cutRunOn(words: readonly Word[]): Word[][] {
  if (words.length <= MOST_WORDS || beginsLikeQuestion(plainWords(words.map(({ text }) => text).join(' '))))
    return [[...words]]
  const at = bestPause(words)
  return [...cutRunOn(words.slice(0, at)), ...cutRunOn(words.slice(at))]
}

/** The longest pause; of equal ones that nearest to the middle. */
function bestPause(words: readonly Word[]): number {
  const middle = words.length / 2
  let best = Math.round(middle)
  for (let at = LEAST_WORDS; at <= words.length - LEAST_WORDS; at++) {
    const gained = pauseBeforeMs(words, at) - pauseBeforeMs(words, best)
    if (gained > 0 || (gained === 0 && Math.abs(at - middle) < Math.abs(best - middle))) best = at
  }
  return best
}
