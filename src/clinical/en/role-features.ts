import { learnedWords, wordFeatures } from './learned-words.ts'
import { beginsLikeQuestion } from './questions.ts'
import { isClinical, isMedicine } from './terms.ts'

/** A turn, or a sentence of one, as the learned table reads it. */
interface Piece {
  words: string[]
  asks: boolean
}

function readPiece(text: string): Piece {
  const words = learnedWords(text)
  return { words, asks: text.includes('?') || beginsLikeQuestion(words) }
}

const stepOf = (words: readonly string[]) => Math.min(7, Math.floor(Math.log2(words.length + 1)))

/** What a turn is told by: its words, how it begins and ends, whether it asks, how long it is. */
export function featuresOfTurn(text: string): string[] {
  const { words, asks } = readPiece(text)
  const manner = asks ? 'asking' : 'telling'
  return [
    ...new Set([
      ...wordFeatures(words),
      `begins:${words[0]}`,
      `begins:${words.slice(0, 2).join(' ')}`,
      `ends:${words.at(-1)}`,
      ...(words.length < 4 ? [`only:${words.join(' ')}`] : []),
      `is:${manner}`,
      `is:length${stepOf(words)}`,
      `is:${manner}${stepOf(words)}`,
      `is:clinical${Math.min(4, words.filter(isClinical).length)}`,
      `is:medicine${Math.min(2, words.filter(isMedicine).length)}`,
    ]),
  ]
}

/** What the border between each turn and the next is told by. */
export function featuresOfBorders(texts: readonly string[]): string[][] {
  const pieces = texts.map(readPiece)
  const cut = `cut${cutOf(pieces)}`
  return pieces.slice(1).map((right, at) => featuresOfBorder(pieces[at] as Piece, right, cut))
}

function featuresOfBorder(left: Piece, right: Piece, cut: string): string[] {
  const [last, first] = [left.words.at(-1), right.words[0]]
  const [asked, asks] = [left.asks ? 'asked' : 'told', right.asks ? 'asks' : 'tells']
  const [before, after] = [left, right].map(({ words }) => Math.min(5, stepOf(words)))
  return [
    `<>${cut}`,
    `<${last}`,
    `<${left.words.slice(-2).join(' ')}`,
    `<begins ${left.words[0]}`,
    `<${asked}`,
    `>${first}`,
    `>${right.words.slice(0, 2).join(' ')}`,
    `>${asks}`,
    `<>${asked} ${first}`,
    `<>${last} ${first}`,
    `<>${before} ${after}`,
    `<>${asked} ${asks}`,
    `<>${asked} ${after} ${cut}`,
  ]
}

const LONG_WORDS = 20

/** How a transcript is cut: turns are long now and then, sentences of turns hardly ever. 0…5. */
function cutOf(pieces: readonly Piece[]): number {
  const long = pieces.filter(({ words }) => words.length > LONG_WORDS).length
  return Math.min(5, Math.ceil((20 * long) / Math.max(1, pieces.length)))
}
