import type { Sayings } from '../romance/romance-language.ts'

const joined = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ni ${names.at(-1)}`

/** "De fièvre", "d'essoufflement". */
const of = (name: string) => (/^[aeiouhéèêàâîôûœ]/i.test(name) ? `d'${name}` : `de ${name}`)

/** Sentences of French notes: without a subject, as they are written. */
export const FRENCH_SAYINGS: Sayings = {
  quoteBy: { patient: 'Patient : ', doctor: 'Médecin : ', other: 'Accompagnant : ', unspecified: '' },
  open: '« ',
  close: ' »',
  asked: 'Question : ',
  answered: ' Réponse : ',
  deny: (names) => `Pas ${joined(names.map(of))}.`,
  has: (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}.`,
  habit: (name, isThere) => `${name} : ${isThere ? 'oui' : 'non'}.`,
  bloodPressure: 'Tension artérielle',
  allergies: 'Allergies',
  noAllergy: "Pas d'allergie connue.",
  noMedicineAllergy: "Pas d'allergie médicamenteuse connue.",
  allergy: (substance) => `Allergie : ${substance}.`,
  diagnosis: 'Diagnostic évoqué : ',
  label: (label) => `${label} : `,
  inPart:
    'French is supported in part: the note has simple statements and quotations; what was not understood is quoted or left out, and no ICD-10-CM code is given.',
  notWritten: 'The built-in writer writes this document in English alone.',
}
