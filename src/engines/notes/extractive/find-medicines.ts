import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { findMedicines, isEndedBy, isTakenAfter, type MedicineFact } from '../../../clinical/en/facts/find-medicines.ts'
import { formatMedicine, sigAttributes } from '../../../clinical/en/prescriptions.ts'
import type { Statement } from '../../../domain/note.ts'

/** The medicines that the patient takes or is to take, each once as its directions were told most fully. */
export function findTaken(conversation: readonly Told[]): Statement[] {
  const own = findMedicines(conversation).filter(({ person }) => person === 'patient' || person === 'clinician')
  const byDrug = Map.groupBy(own, ({ prescription }) => prescription.generic.replace(/s$/, ''))
  return [...byDrug.values()].flatMap((named) => {
    const last = named.findLast(({ action }) => isTakenAfter(action) || isEndedBy(action))
    const taken = named.filter(({ action, person }) => isTakenAfter(action) && person === 'patient')
    const [first, ...others] = taken
    if (first === undefined || last === undefined || isEndedBy(last.action)) return []
    return [
      stateMedicine(others.reduce((fullest, fact) => (fullness(fact) > fullness(fullest) ? fact : fullest), first)),
    ]
  })
}

const fullness = ({ prescription: { parts } }: MedicineFact) => new Set(parts.map(({ name }) => name)).size

function stateMedicine({ prescription, evidence }: MedicineFact): Statement {
  return {
    ...{ text: formatMedicine(prescription), evidence, support: 'derived' },
    attributes: { type: 'medication', name: prescription.drug, ...sigAttributes(prescription) },
  }
}
