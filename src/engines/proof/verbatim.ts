import { cleanSpoken } from '../../clinical/en/clean-spoken.ts'
import { isFiller, isLeadIn, isNegator, isNumber, type PlainWord, readWords } from '../../clinical/en/words.ts'

interface EvidenceWord extends PlainWord {
  /** True in front of a sentence's first word that says something. */
  opens: boolean
}

/** How far behind it a negation reaches: NegEx's window (Chapman 2001). */
const NEGATION_REACH = 6

/** True when these plain words stand in the evidence one after the other, with no negation cut off, and not as a mere question. */
export function standsVerbatim(said: readonly string[], cited: readonly string[]): boolean {
  return standsIn(said, cited.flatMap(readEvidence)) || standsIn(said, cited.map(cleanSpoken).flatMap(readEvidence))
}

function standsIn(said: readonly string[], evidence: readonly EvidenceWord[]): boolean {
  return evidence.some((_, start) => {
    const end = matchFrom(said, evidence, start)
    return end !== undefined && isWhole(evidence, start, end)
  })
}

function readEvidence(text: string): EvidenceWord[] {
  let opens = true
  return readWords(text).map((word) => {
    const read = { ...word, opens }
    opens = word.ends !== undefined || (opens && isLeadIn(word.text))
    return read
  })
}

/** Where the words end that were said from `start` on, or undefined when others were said. */
function matchFrom(said: readonly string[], evidence: readonly EvidenceWord[], start: number): number | undefined {
  let found = 0
  for (let at = start; at < evidence.length; at++) {
    const word = evidence[at] as EvidenceWord
    if (word.text === said[found]) found++
    else if (found === 0 || !isSkippable(word, said[found - 1])) return undefined
    if (found === said.length) return at + 1
  }
  return undefined
}

function isSkippable({ text, opens }: EvidenceWord, before: string | undefined): boolean {
  return isFiller(text, before) || (opens && isLeadIn(text)) || (text === before && !isNumber(text))
}

/** No negation was cut off at either end, and it is not a mere question. */
function isWhole(evidence: readonly EvidenceWord[], start: number, end: number): boolean {
  const [last, next] = evidence.slice(end - 1, end + 1)
  const isCutShort = !last?.ends && isNegator(next?.text ?? '') && next?.text !== last?.text
  if (isCutShort || endsInQuestion(evidence, end)) return false
  if (opensClause(evidence, start)) return true
  for (let at = start - 1; at >= start - NEGATION_REACH && at >= 0; at--) {
    if (evidence[at]?.ends) return true
    if (isNegator(evidence[at]?.text ?? '')) return false
  }
  return true
}

/** "It doesn't show a break, but I'm going to treat it": what is denied before a new clause is another thing. */
const opensClause = (evidence: readonly EvidenceWord[], start: number) =>
  /^(?:but|so|and)$/.test(evidence[start - 1]?.text ?? '') &&
  /^(?:i|we)(?:'(?:m|d|ll|ve|re))?$/.test(evidence[start]?.text ?? '')

function endsInQuestion(evidence: readonly EvidenceWord[], end: number): boolean {
  return evidence.slice(end - 1).find(({ ends }) => ends)?.ends === '?'
}
