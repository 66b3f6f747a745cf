import type { Statement } from '../../../domain/note.ts'
import { keyOfTitle, type Template } from '../../../domain/template.ts'
import { fillKey, type Material, type Written } from './fill-sections.ts'
import { findAnswer } from './find-answer.ts'
import { SECTION_TOPICS, SOAP_SECTIONS } from './sections.ts'

/** Titles that mean a section we know under another name. */
const SAME_AS: Record<string, string> = {
  ...{ history: 'history_of_present_illness', hpi: 'history_of_present_illness', complaint: 'chief_complaint' },
  ...{ reason_for_visit: 'chief_complaint', presenting_problem: 'chief_complaint', exam: 'examination' },
  ...{ past_history: 'past_medical_history', pmh: 'past_medical_history', drugs: 'medications' },
  ...{ drug_history: 'medications', medication: 'medications', tests: 'investigations', diagnosis: 'assessment' },
  ...{ follow_up_plan: 'follow_up', next_appointment: 'follow_up', safety_net: 'return_if', treatment: 'plan' },
}

/** Each section by its title, where that is one we know; otherwise by the words of its title and instructions. */
export function fillTemplate({ sections }: Template, keys: readonly string[], material: Material): Written {
  const names = sections.map(({ title }) => SAME_AS[keyOfTitle(title)] ?? keyOfTitle(title))
  const filled = sections.map(({ title, instructions = '', isUntitled }, index): [string, Statement[]] => {
    // A greeting asks for nothing.
    if (isUntitled && !instructions) return [keys[index] ?? '', []]
    const known = names[index] ?? ''
    const claims = isKnown(known)
      ? fillKey('template', known, names, material)
      : findAnswer(`${title} ${instructions}`, material.claims, material.topical)
    return [keys[index] ?? '', claims.flatMap(material.state)]
  })
  return { sections: Object.fromEntries(filled) }
}

function isKnown(key: string): boolean {
  return key in SECTION_TOPICS || SOAP_SECTIONS.some((section) => section === key)
}
