import { plainWords } from '../../../clinical/en/words.ts'

/** One thing that is looked for in a conversation. */
export interface Check {
  /** As it is printed: "Identity of the caller". */
  name: string
  /** Why it is listened for; of a rule, where it stands. */
  why: string
  /** How people say it, in plain words joined by single spaces. */
  cue: RegExp
  /** As it is printed, where a name is told by its capital. */
  printed?: RegExp
}

/** True when this text says it. */
export function isHeard({ cue, printed }: Check, text: string): boolean {
  return cue.test(plainWords(text).join(' ')) || printed?.test(text) === true
}

/** Those checks of a list that at least one of the texts says. */
export function heardOf(list: readonly Check[], texts: readonly string[]): Check[] {
  return list.filter((check) => texts.some((text) => isHeard(check, text)))
}
