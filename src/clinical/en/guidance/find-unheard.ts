import { cutSpoken } from '../cut-spoken.ts'
import { wholeWords } from '../names.ts'
import { plainWords } from '../words.ts'
import type { Complaint } from './complaint.ts'
import { HISTORY, type Point } from './points.ts'
import { RED_FLAGS } from './red-flags.ts'

/** What a clinician tells a patient to do or to look out for is no question: "come back if you cough up blood". */
const INSTRUCTS =
  /\b(come back|come in|return|call (me|us|an ambulance|for help|911|999|112)|(go|straight) to (the )?(hospital|emergency)|emergency (room|department)|watch (out )?for|look out for|seek|deep breaths?|breathe (in|out|normally)|keep breathing)\b|^((and|or|but|so) )*if (you|your|it|the|there|he|she)\b/

/** The sentences, in plain words, in which something may have been asked or told. */
export function readHeard(texts: readonly string[]): string[] {
  const sentences = texts.flatMap(cutSpoken).map((sentence) => plainWords(sentence).join(' '))
  return sentences.filter((said) => !INSTRUCTS.test(said))
}

/** What is asked in the history of a complaint and was neither asked nor told, by name. */
export const unheardHistory = ({ history }: Pick<Complaint, 'history'>, heard: readonly string[]) =>
  unheard(
    history.map((name) => HISTORY[name]),
    heard,
  )

/** The red flags that were neither asked after nor told, by name. */
export const unheardRedFlags = ({ redFlags }: Pick<Complaint, 'redFlags'>, heard: readonly string[]) =>
  unheard(
    redFlags.map((name) => RED_FLAGS[name]),
    heard,
  )

function unheard(points: readonly Point[], heard: readonly string[]): string[] {
  const isHeard = ([, words]: Point) => {
    const pattern = wholeWords(words)
    return heard.some((said) => said.search(pattern) >= 0)
  }
  return points.filter((point) => !isHeard(point)).map(([name]) => name)
}
