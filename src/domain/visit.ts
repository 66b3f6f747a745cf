export const SEXES = ['female', 'male', 'other'] as const
export type Sex = (typeof SEXES)[number]

/** Who is seen, as far as somebody says. */
export interface PatientDetails {
  name?: string | undefined
  /** The number that the practice, the hospital or the insurance gives. */
  number?: string | undefined
  /** As `1970-12-31`. */
  birthDate?: string | undefined
  sex?: Sex | undefined
}

/** That the patient agreed to be recorded: the words that were read out or shown, and when (ISO 8601). */
interface Consent {
  wording: string
  at: string
  /** Who asked. */
  by?: string | undefined
}

/** What a person says of a consultation: who is seen, why, and what was known before. All of it may be left out. */
export interface Visit {
  patient?: PatientDetails | undefined
  reason?: string | undefined
  history?: string | undefined
  allergies?: string | undefined
  medicines?: string | undefined
  /** Notes from before the visit. */
  notes?: string | undefined
  consent?: Consent | undefined
  /** Of the recording that was sent. */
  fileName?: string | undefined
}

/** What a visit is called: the patient, else why they come, else its file. */
export const titleOf = ({ patient, reason, fileName }: Visit): string | undefined =>
  patient?.name || patient?.number || reason || fileName || undefined

/** The patient in a line: `Ann Bee, born 1970-12-31, female, no. 4711`; empty where nothing is known. */
export function formatPatient({ name, birthDate, sex, number }: PatientDetails = {}): string {
  const parts = [name, birthDate && `born ${birthDate}`, sex, number && `no. ${number}`]
  return parts.filter(Boolean).join(', ')
}

/**
 * What two visits of one patient share: the number, else name and birth date together, in whatever letters. A name alone is
 * that of many: undefined.
 */
export function identityOf({ name, number, birthDate }: PatientDetails = {}): string | undefined {
  if (number) return `number ${simplify(number)}`
  return name && birthDate ? `name ${simplify(name)} ${birthDate}` : undefined
}

const simplify = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
