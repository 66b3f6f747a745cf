import { rankOfSystem, systemOf } from '../../../clinical/en/body-systems.ts'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import { fillKey, type Material, type Written, writeByTopic } from './fill-sections.ts'
import { isFinding, reviewSystems, withoutRepeated } from './merge-findings.ts'

const KIND = 'history_and_physical'

/** The history and physical: what was asked after goes to the review of systems, what was found is listed by system. */
export function writeHistoryAndPhysical(keys: readonly string[], material: Material): Written {
  const { sections } = writeByTopic(KIND, keys, material)
  const history = withoutRepeated(fillKey(KIND, 'history_of_present_illness', keys, material).flatMap(material.state))
  return {
    sections: {
      ...sections,
      history_of_present_illness: history.filter((statement) => !isFinding(statement)),
      review_of_systems: reviewSystems(history.filter(isFinding)),
      physical_exam: sortBySystem(sections.physical_exam ?? []),
    },
  }
}

/** Findings under their systems, in the order in which notes print those. */
function sortBySystem(findings: readonly Statement[]): Statement[] {
  const placed = findings.map((statement) => {
    const system = systemOf(plainWords(statement.text))
    return system ? { ...statement, attributes: { ...statement.attributes, body_system: system } } : statement
  })
  return placed.toSorted((a, b) => rankOfSystem(a.attributes?.body_system) - rankOfSystem(b.attributes?.body_system))
}
