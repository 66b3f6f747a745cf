import type { Sayings } from '../romance/romance-language.ts'

const joined = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ni ${names.at(-1)}`

/** Sentences of Spanish notes: without a subject, as they are written. */
export const SPANISH_SAYINGS: Sayings = {
  quoteBy: { patient: 'Paciente: ', doctor: 'Médico: ', other: 'Acompañante: ', unspecified: '' },
  open: '«',
  close: '»',
  asked: 'Pregunta: ',
  answered: ' Respuesta: ',
  deny: (names) => `No refiere ${joined(names)}.`,
  has: (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}.`,
  habit: (name, isThere) => `${name}: ${isThere ? 'sí' : 'no'}.`,
  bloodPressure: 'Presión arterial',
  allergies: 'Alergias',
  noAllergy: 'Sin alergias conocidas.',
  noMedicineAllergy: 'Sin alergias medicamentosas conocidas.',
  allergy: (substance) => `Alergia: ${substance}.`,
  diagnosis: 'Impresión diagnóstica: ',
  label: (label) => `${label}: `,
  inPart:
    'Spanish is supported in part: the note has simple statements and quotations; what was not understood is quoted or left out, and no ICD-10-CM code is given.',
  notWritten: 'The built-in writer writes this document in English alone.',
}
