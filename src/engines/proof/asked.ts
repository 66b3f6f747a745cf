import { cleanSpoken } from '../../clinical/en/clean-spoken.ts'
import { isClinical, isMedicine } from '../../clinical/en/terms.ts'
import { isNegator, isNumber, plainWords } from '../../clinical/en/words.ts'
import { formatSpoken } from '../../clinical/formatting/format-words.ts'
import { readClauses } from './clauses.ts'
import { standsVerbatim } from './verbatim.ts'

const ASKED = /^(?:Asked|Offered|The patient asked) (.+?): "(.+)"$/

/** A question that is told, and its answer, quoted; undefined for other statements. */
export function readAsked(text: string): { question: string; answer: string } | undefined {
  const [, question, answer] = ASKED.exec(text) ?? []
  return question && answer ? { question, answer } : undefined
}

const SAID = /^The (patient|clinician|companion) said: "(.+)"$/

/** Who is quoted, and with what; undefined for other statements. */
export function readQuoted(text: string): { who: string; words: string } | undefined {
  const [, who, words] = SAID.exec(text) ?? []
  return who && words ? { who, words } : undefined
}

const SPEAKERS: Record<string, string> = { patient: 'patient', clinician: 'doctor', companion: 'other' }

/** True when one of the items that he may have said holds the words, one after the other. */
export const standsQuoted = (
  { who, words }: { who: string; words: string },
  cited: readonly { text: string; speaker?: string | undefined }[],
): boolean => {
  const said = plainWords(words)
  return cited.some(
    ({ text, speaker = 'unspecified' }) =>
      (speaker === 'unspecified' || speaker === SPEAKERS[who]) &&
      // Numbers and dates are printed in digits, also where the words were typed.
      (standsVerbatim(said, [text]) || standsVerbatim(said, [formatSpoken(text)])),
  )
}

/** True when the answer stands word for word, and one of the questions asks all that the told one names. */
export function standsAsked({ question, answer }: { question: string; answer: string }, cited: readonly string[]) {
  if (!standsVerbatim(plainWords(answer), cited)) return false
  // A question that is quoted is proved as a quotation.
  if (/^"[^"]+"$/.test(question) && standsInWords(plainWords(question), cited)) return true
  const named = plainWords(question)
    .filter((word) => isClinical(word) || isMedicine(word) || isNumber(word) || isNegator(word))
    .map(stem)
  const asked = readClauses(cited).filter(({ isQuestion }) => isQuestion)
  return asked.some(({ words }) =>
    named.every((word) => words.map(stem).includes(word) || (isNegator(word) && words.some(isNegator))),
  )
}

/** Whether these words were said in a row, asked or stated. */
const standsInWords = (words: readonly string[], cited: readonly string[]) =>
  cited
    .flatMap((text) => [text, cleanSpoken(text)])
    .some((text) => ` ${plainWords(text).join(' ')} `.includes(` ${words.join(' ')} `))

const stem = (word: string) => word.replace(/('s|es|e|s)$/, '')
