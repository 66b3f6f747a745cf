import { isClinical } from '../../../../clinical/en/terms.ts'
import type { Pronouns } from './pronouns.ts'
import { turnCliniciansWords } from './turn-person.ts'
import { isAdverb, toThirdPerson } from './verbs.ts'

/** A question that an auxiliary opens, in its parts: "Do | you | smoke at all". */
export interface Inverted {
  auxiliary: string
  /** As a note names it. */
  subject: string
  isPatient: boolean
  rest: string
}

const SUBJECTS =
  /^(you|he|she|it|they|this|that|there|anything|something|anyone|anybody|everything|the \w+|your \w+|any \w+)$/
const AUXILIARY = /^(do|does|did|is|are|was|were|have|has|had|can|could|will|would|should)$/
const GOES_ON = /^(pressure|rate|sugars?|levels?|count|function|movements?|tests?|results?|medications?|intake)$/

/** The parts of a question in plain words; undefined where it is of another form. */
export function readInverted(asked: string, { possessive }: Pronouns): Inverted | undefined {
  const words = asked.split(' ')
  const [auxiliary = ''] = words
  if (!AUXILIARY.test(auxiliary)) return undefined
  const length = lengthOfSubject(words.slice(1))
  if (length === 0) return undefined
  const named = words.slice(1, 1 + length).join(' ')
  const isPatient = named === 'you'
  const subject = isPatient ? 'the patient' : named.replace(/^your /, `${possessive} `)
  return { auxiliary, subject, isPatient, rest: words.slice(1 + length).join(' ') }
}

/** "You", "the pain", "your blood pressure": how many words the subject takes; none where it is another. */
function lengthOfSubject(words: readonly string[]): number {
  if (SUBJECTS.test(words[0] ?? '')) return 1
  if (!SUBJECTS.test(words.slice(0, 2).join(' '))) return 0
  const isLonger = GOES_ON.test(words[2] ?? '') || (isClinical(words[2] ?? '') && !/(ing|ed)$/.test(words[2] ?? ''))
  return isLonger ? 3 : 2
}

/** "Do you smoke?" denied: "the patient does not smoke". */
export function deny({ auxiliary, subject, isPatient, rest }: Inverted, pronouns: Pronouns): string {
  const verb = isPatient ? toThirdPerson(auxiliary) : auxiliary
  return `${subject} ${verb} not ${turnCliniciansWords(rest, pronouns)}`.trim()
}

/** "Do you smoke?" affirmed: "the patient smokes". A past form would need a table, so "did" stays. */
export function affirm({ auxiliary, subject, isPatient, rest }: Inverted, pronouns: Pronouns): string | undefined {
  const told = (words: string) => turnCliniciansWords(words, pronouns)
  if (!/^(do|does)$/.test(auxiliary)) {
    return `${subject} ${isPatient ? toThirdPerson(auxiliary) : auxiliary} ${told(rest)}`.trim()
  }
  const words = rest.split(' ')
  const at = words.findIndex((word) => !isAdverb(word))
  if (at < 0) return undefined
  const verb = isPatient || auxiliary === 'does' ? toThirdPerson(words[at] ?? '') : words[at]
  return [subject, ...words.slice(0, at), verb, told(words.slice(at + 1).join(' '))].join(' ').trim()
}
