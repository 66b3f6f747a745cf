import { explain } from '../../clinical/en/explained-terms.ts'
import { readConversation } from '../../clinical/en/facts/conversation.ts'
import { findComplaint, findComplaints } from '../../clinical/en/guidance/find-complaints.ts'
import { isCitationOf, isLineOf } from '../../clinical/en/guidance/guidance-lines.ts'
import type { Statement } from '../../domain/note.ts'
import { REFERENCE_KINDS } from '../../domain/note-kinds/reference.ts'
import { toItem } from './to-item.ts'

/**
 * A line of reference stands in a kind that is made for such, in the words of the table of its complaint and with
 * sources of that table; and its evidence must say that the patient has the complaint. A word that is explained to a patient
 * stands in the evidence, and its line in the table.
 */
export function standsInReference(
  { text, attributes = {} }: Statement,
  kind: string,
  cited: readonly string[],
): boolean {
  if (attributes.type === 'explained')
    return kind === 'patient_letter' && cited.some((said) => explain(said).includes(text))
  const complaint = findComplaint(attributes.complaint ?? '')
  if (complaint === undefined || !Object.hasOwn(REFERENCE_KINDS, kind)) return false
  if (!isCitationOf(complaint, attributes.source ?? '') || !isLineOf(complaint, text)) return false
  return findComplaints(readConversation(cited.map(toItem))).some(({ condition }) => condition === complaint)
}
