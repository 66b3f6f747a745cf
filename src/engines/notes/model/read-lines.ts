import { plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Ending } from './language-model.ts'

/** One fact as a model wrote it, and the numbers of the transcript's lines that it names for it. */
export interface Line {
  text: string
  hints: number[]
}

/** What a model thinks aloud before it answers. */
const THOUGHT = /^\s*<think>[\s\S]*?(?:<\/think>|$)/
const BULLET = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(.*)$/
/** "[3, 4]" at the end. */
const NAMED = /\s*((?:\[[\d\s,;–-]*\]\s*)+)\.?\s*$/

/** The lines of an answer that begin as they were asked to, a sentence each; of one that was cut, those that are finished. */
export function readLines(answer: string, ending: Ending): Line[] {
  const rows = answer.replace(THOUGHT, '').split('\n')
  const finished = ending === 'cut' ? rows.slice(0, -1) : rows
  return finished.flatMap(readLine)
}

function readLine(row: string): Line[] {
  const [, said = ''] = BULLET.exec(row.replaceAll('**', '')) ?? []
  const hints = [...(NAMED.exec(said)?.[1] ?? '').matchAll(/\d+/g)].map(Number)
  const text = said.replace(NAMED, '').trim()
  // What ends so heads the lines below it.
  if (text === '' || text.endsWith(':')) return []
  return cutFacts(text)
    .filter((fact) => !/[?？]$/.test(fact))
    .map((fact) => ({ text: /[.!。]$/.test(fact) ? fact : `${fact}.`, hints }))
}

/** The sentences of a line, so that one which does not stand takes no other with it. "500 mg b.i.d. with food" is one. */
function cutFacts(text: string): string[] {
  const facts: string[] = []
  for (const sentence of readSentences(text)) {
    const goesOn = facts.length > 0 && /^\p{Ll}/u.test(sentence)
    if (goesOn) facts.push(`${facts.pop()} ${sentence}`)
    else facts.push(sentence)
  }
  return facts
}

const SAYS_NOTHING =
  /^(?:none|nil|n\/?a|no information|nothing(?: (?:was|is|has been))?(?: (?:said|mentioned|reported|discussed|noted))?|not (?:applicable|mentioned|discussed|stated|documented|provided|specified))\b(?: (?:about|for|in|to|was|is|provided|given|here|reported|mentioned|stated)\b.*)?[.]$/i

/** True for the line of a section for which nothing was said. */
export const saysNothing = ({ text }: Line) => SAYS_NOTHING.test(text)

/** More than any section needs; a model that writes more has lost its way. */
const MOST_LINES = 40
const MOST_LETTERS = 600
/** So many lines that stand already, and the model goes round in a circle. */
const MOST_REPEATED = 3

/** True when nothing more is to be hoped for from an answer that is still being written. */
export function isEnough(answer: string): boolean {
  const rest = answer.length - answer.lastIndexOf('\n') - 1
  const isThinking = /^\s*<think>/.test(answer) && !answer.includes('</think>')
  if (rest > MOST_LETTERS && !isThinking) return true
  if (rest > 0) return false
  const lines = readLines(answer, 'cut').map(({ text }) => plainWords(text).join(' '))
  return lines.length > MOST_LINES || lines.length - new Set(lines).size >= MOST_REPEATED
}
