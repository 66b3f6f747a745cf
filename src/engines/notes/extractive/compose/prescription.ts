import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { readPrescriptions } from '../../../../clinical/en/prescriptions.ts'

/** "For the back, co-codamol 30/500, two tablets four times a day": a medicine with its directions is an order without a verb. */
export function tellPrescription({ tokens, clauses, said }: Sentence, voice: Voice): string[] | undefined {
  if (clauses.some(({ verb }) => verb !== undefined)) return undefined
  const [first] = readPrescriptions(said.split(' '))
  if (first === undefined || first.parts.length === 0) return undefined
  const at = tokens.findIndex(({ word }) => word === first.drug.split(' ')[0])
  const before = tellThirdPerson(tokens, clauses, voice, 0, Math.max(0, at))
  const behind = tellThirdPerson(tokens, clauses, voice, Math.max(0, at))
  if (before === undefined || behind === undefined) return undefined
  if (
    /^(?:(?:his|her|the|current|regular|usual) )*(?:medications?|medicines?|drugs?|drug history)[,: ]*$/i.test(before)
  )
    return [`the patient takes ${behind}`]
  return [[before, 'take', behind].filter(Boolean).join(' ')]
}
