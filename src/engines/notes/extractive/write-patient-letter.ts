import { explain } from '../../../clinical/en/explained-terms.ts'
import type { Statement } from '../../../domain/note.ts'
import { stands } from '../../proof/prove.ts'
import { fillKey, type Material, quoteOf, type Written } from './fill-sections.ts'
import { tellPatient } from './tell-patient.ts'

const KEYS = ['findings', 'opinion', 'instructions', 'return_if']

/** What the clinician told the patient, as it was told; what the patient told needs no letter. Clinical words are explained. */
export function writePatientLetter(material: Material): Written {
  const filled = KEYS.map((key) => [key, toldToPatient(key, material)] as const)
  const words = explainAll(filled.flatMap(([, statements]) => statements))
  const known = words.filter((word) => stands(word, LETTER, material.items))
  return { sections: { ...Object.fromEntries(filled), words: known } }
}

const toldToPatient = (key: string, material: Material) =>
  fillKey('patient_letter', key, KEYS, material)
    .filter(({ speaker }) => speaker !== 'patient')
    .flatMap((claim) => [tellPatient(claim), quoteOf(claim)].find((one) => stands(one, LETTER, material.items)) ?? [])

const LETTER = { kind: 'patient_letter', language: 'en' }

/** Each word once, where it first stands. */
function explainAll(statements: readonly Statement[]): Statement[] {
  const lines = statements.flatMap(({ text, evidence }) => explain(text).map((line) => [line, evidence] as const))
  const firsts = new Map(lines.toReversed())
  return [...new Set(lines.map(([line]) => line))].map((text) => ({
    ...{ text, evidence: firsts.get(text) ?? [], support: 'reference' },
    attributes: { type: 'explained' },
  }))
}
