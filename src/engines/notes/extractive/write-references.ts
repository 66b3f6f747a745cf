import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { findComplaints, type KnownComplaint } from '../../../clinical/en/guidance/find-complaints.ts'
import { readHeard, unheardHistory, unheardRedFlags } from '../../../clinical/en/guidance/find-unheard.ts'
import {
  citationOf,
  citationsOf,
  formatUnheard,
  formatUnheardRedFlags,
} from '../../../clinical/en/guidance/guidance-lines.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Warning } from '../../../domain/warnings.ts'
import { type Material, type Written, writeByTopic } from './fill-sections.ts'

/** A complaint of the reference tables that the patient has, and the items that say so. */
interface Named {
  complaint: KnownComplaint
  evidence: string[]
}

/** A reader has time for so many; the others are named in a warning. */
const MOST_COMPLAINTS = 3

/** What the complaint's history asks and was not heard, red flags that were not excluded, and advice for the patient. */
export function writeSuggestions(material: Material): Written {
  const { chosen, warnings } = look(material)
  const heard = readHeard(material.items.map(({ text }) => text))
  const questions = (complaint: KnownComplaint) => {
    const [history, redFlags] = [unheardHistory(complaint, heard), unheardRedFlags(complaint, heard)]
    const lines = [
      redFlags.length > 0 ? formatUnheardRedFlags(redFlags) : '',
      history.length > 0 ? formatUnheard(history) : '',
    ]
    return lines.filter((line) => line !== '')
  }
  const instructions = refer(chosen, ({ safetyNet }) => safetyNet)
  return { sections: { questions: refer(chosen, questions), instructions }, warnings }
}

/** What the clinician named, and apart from it the causes that the references ask to consider and nobody named. */
export function writeDifferential(material: Material): Written {
  const { chosen, warnings } = look(material)
  const said = material.items.map(({ text }) => text.toLowerCase()).join('\n')
  const unnamed = ({ consider = [] }: KnownComplaint) => consider.filter((cause) => !said.includes(cause.toLowerCase()))
  const { sections } = writeByTopic('differential_diagnosis', ['diagnoses'], material)
  return { sections: { ...sections, references: refer(chosen, unnamed) }, warnings }
}

/** What the clinician told about coming back, and apart from it what the references advise. */
export function writeFollowUp(material: Material): Written {
  const { chosen, warnings } = look(material)
  const { sections } = writeByTopic('followup_instructions', ['follow_up', 'return_if'], material)
  return { sections: { ...sections, references: refer(chosen, ({ safetyNet }) => safetyNet) }, warnings }
}

/** The guidelines on what the patient came with. */
export function writeGuidelines(material: Material): Written {
  const { chosen, warnings } = look(material)
  return { sections: { guidelines: refer(chosen, citationsOf) }, warnings }
}

const refer = (named: readonly Named[], linesOf: (complaint: KnownComplaint) => readonly string[]) =>
  named.flatMap(({ complaint, evidence }) =>
    linesOf(complaint).map(
      (text): Statement => ({
        ...{ text, evidence, support: 'reference' },
        attributes: { type: 'reference', complaint: complaint.name, source: citationOf(complaint) },
      }),
    ),
  )

/** The complaints that were named most, symptoms before what is reviewed, in the order of their first naming. */
function look({ conversation }: Material): { chosen: Named[]; warnings: Warning[] } {
  const all = nameComplaints(conversation)
  const most = new Set(all.toSorted(byWeight).slice(0, MOST_COMPLAINTS))
  const others = all.filter((named) => !most.has(named)).map(({ complaint }) => complaint.name.toLowerCase())
  return { chosen: all.filter((named) => most.has(named)), warnings: warn(all.length, others) }
}

const isLasting = ({ complaint }: Named) => Number(complaint.sort === 'lasting')
const byWeight = (a: Named, b: Named) => isLasting(a) - isLasting(b) || b.evidence.length - a.evidence.length

function nameComplaints(conversation: readonly Told[]): Named[] {
  const byComplaint = Map.groupBy(findComplaints(conversation), ({ condition }) => condition)
  return [...byComplaint].map(([complaint, found]) => ({
    complaint,
    evidence: [...new Set(found.flatMap(({ evidence }) => evidence))],
  }))
}

function warn(count: number, others: readonly string[]): Warning[] {
  if (count === 0)
    return [
      {
        code: 'no_reference',
        message: 'No complaint was named that the reference tables know: nothing is added from them.',
      },
    ]
  if (others.length === 0) return []
  return [
    {
      code: 'more_complaints',
      message: `References are given for the complaints named most; also named: ${others.join(', ')}.`,
    },
  ]
}
