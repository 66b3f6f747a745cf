import type { Item, Word } from '../../src/domain/transcript.ts'
import { compose } from '../../src/pipeline/transcribe/compose.ts'
import { printFigure } from '../figures.ts'
import { readShortDialogues } from '../learn/short-dialogues.ts'
import { sayText } from '../learn/spoken-text.ts'
import { joinTokens, readEncounters } from '../notes/dialogues.ts'

// Prints how well spoken words are written: validation dialogues of ACI-BENCH and MTS-Dialog as plain words without marks,
// with pauses as people make them, written again and held against what was printed. `npm run bench:text`

const HEARD = { language: 'en', isPunctuated: false }
const WORD_MS = 300

interface Counts {
  right: number
  written: number
  wanted: number
}
const none = (): Counts => ({ right: 0, written: 0, wanted: 0 })
const scores: Record<string, Counts> = {}
const count = (name: string, right: number, written: number, wanted: number) => {
  const sum = scores[name] ?? none()
  scores[name] = sum
  sum.right += right
  sum.written += written
  sum.wanted += wanted
}

/** Plain words of a written text, and behind which of them a sentence ends, by its mark. */
function say(text: string): { words: string[]; ends: Map<number, string> } {
  const words: string[] = []
  const ends = new Map<number, string>()
  for (const { sentence, mark } of sayText(text)) {
    words.push(...sentence)
    ends.set(words.length, mark)
  }
  return { words, ends }
}

/** Pauses behind the end of a sentence, and those that people make inside one, every eighth word. */
const END_PAUSES_MS = [0, 60, 150, 200, 300, 400, 400, 600, 700, 900]
const INSIDE_PAUSES_MS = [60, 60, 100, 100, 150, 200, 300, 300, 500, 700]
const PAUSES_INSIDE_EVERY = 8
let state = 1
const random = (below: number) => {
  state = (state * 48_271) % 2_147_483_647
  return state % below
}

/** Words with pauses as people make them, in the same places in every run. */
function speak(words: readonly string[], ends: ReadonlyMap<number, string>): Word[] {
  let atMs = 0
  return words.map((text, at) => {
    const isInside = !ends.has(at) && random(PAUSES_INSIDE_EVERY) === 0
    const pauses = ends.has(at) ? END_PAUSES_MS : isInside ? INSIDE_PAUSES_MS : [0]
    const startMs = atMs + (pauses[random(pauses.length)] ?? 0)
    atMs = startMs + WORD_MS
    return { text, startMs, endMs: atMs }
  })
}

function endsOf(items: readonly Item[]): Map<number, string> {
  const ends = new Map<number, string>()
  let at = 0
  for (const { words, text } of items) {
    at += words.length
    ends.set(at, text.at(-1) ?? '')
  }
  return ends
}

function measure(written: string): void {
  const { words, ends } = say(written)
  if (words.length === 0) return
  const items = compose([{ words: speak(words, ends) }], HEARD)
  const found = endsOf(items)
  // The end of a turn is given.
  const inner = (all: Map<number, string>) => [...all].filter(([at]) => at < words.length)
  count(
    'sentence ends inside turns',
    inner(found).filter(([at]) => ends.has(at)).length,
    inner(found).length,
    inner(ends).length,
  )
  const asks = (all: Map<number, string>) => [...all].filter(([, mark]) => mark === '?')
  count('questions', asks(found).filter(([at]) => ends.get(at) === '?').length, asks(found).length, asks(ends).length)
  const text = items.map((item) => item.text).join(' ')
  // Where numbers are written in words, digits are no error.
  if (/\d/.test(written)) countTokens('numbers of two digits and more', numerals(written), numerals(text), /^\d/)
  if (/[a-z] [A-Z]/.test(written)) countTokens('capitals inside sentences', insides(written), insides(text), /^[A-Z]/)
}

/** The numbers alone, whatever stands between them: "58-year-old" and "58 year old" are one. */
const numerals = (text: string) =>
  (text.match(/\d+(?:\.\d+)?/g) ?? []).filter((number) => Number(number) >= 10).join(' ')

/** What does not begin a sentence. */
const insides = (text: string) => text.replace(/(^|[.?!]["')]?\s+)\S+/g, '$1')

function countTokens(name: string, written: string, printed: string, pattern: RegExp): void {
  const tokens = (text: string) =>
    text
      .replace(/(\d)\s?%/g, '$1%')
      .split(/\s+/)
      .map((token) => token.replace(/^["'(]+|[.,;:!?"')]+$/g, '').replace(/'s$/, ''))
      .filter((token) => pattern.test(token) && !/^I('|$)/.test(token))
  const left = new Map<string, number>()
  const wanted = tokens(written)
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1)
  let right = 0
  const own = tokens(printed)
  for (const token of own) {
    const rest = left.get(token) ?? 0
    if (rest > 0) {
      right++
      left.set(token, rest - 1)
    } else if (process.env.SHOW === name) console.log('  not written:', token)
  }
  if (process.env.SHOW === name) for (const [token, rest] of left) if (rest > 0) console.log('  missed:', token)
  count(name, right, own.length, wanted.length)
}

for (const { turns } of await readShortDialogues('valid')) for (const { text } of turns) measure(joinTokens(text))
for (const { turns } of await readEncounters('valid')) for (const { text } of turns) measure(joinTokens(text))
for (const [name, { right, written, wanted }] of Object.entries(scores)) {
  const [precision, recall] = [right / written, right / wanted]
  const f1 = (2 * precision * recall) / (precision + recall)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  printFigure(
    `${name}: F1 (precision ${percent(precision)}, recall ${percent(recall)}, ${wanted} written)`,
    f1.toFixed(3),
    '',
  )
}
