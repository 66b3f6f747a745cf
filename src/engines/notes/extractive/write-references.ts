import type { KnownComplaint } from '../../../clinical/en/guidance/find-complaints.ts'
import { readHeard, unheardHistory, unheardRedFlags } from '../../../clinical/en/guidance/find-unheard.ts'
import {
  citationOf,
  citationsOf,
  formatUnheard,
  formatUnheardRedFlags,
} from '../../../clinical/en/guidance/guidance-lines.ts'
import type { Ages } from '../../../clinical/en/guidance/source.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Warning } from '../../../domain/warnings.ts'
import { type Chosen, chooseComplaints } from './choose-complaints.ts'
import { type Material, type Written, writeByTopic } from './fill-sections.ts'
import { findCauses } from './find-causes.ts'

/** What the complaint's history asks and was not heard, red flags that were not excluded, and advice for the patient. */
export function writeSuggestions(material: Material): Written {
  const found = chooseComplaints(material)
  const heard = readHeard(material.items.map(({ text }) => text))
  const questions = (complaint: KnownComplaint) => {
    const [history, redFlags] = [unheardHistory(complaint, heard), unheardRedFlags(complaint, heard)]
    const lines = [
      redFlags.length > 0 ? formatUnheardRedFlags(redFlags) : '',
      history.length > 0 ? formatUnheard(history) : '',
    ]
    return lines.filter((line) => line !== '')
  }
  const instructions = refer(found, ({ safetyNet }) => safetyNet)
  return { sections: { questions: refer(found, questions), instructions }, warnings: warn(found) }
}

/** What the clinician named, and apart from it the causes that the references ask to consider and nobody named. */
export function writeDifferential(material: Material): Written {
  const found = chooseComplaints(material)
  const said = material.items.map(({ text }) => text.toLowerCase()).join('\n')
  const unnamed = ({ consider = [] }: KnownComplaint) => consider.filter((cause) => !said.includes(cause.toLowerCase()))
  return { sections: { diagnoses: findCauses(material), references: refer(found, unnamed) }, warnings: warn(found) }
}

/** What the clinician told about coming back, and apart from it what the references advise. */
export function writeFollowUp(material: Material): Written {
  const found = chooseComplaints(material)
  const { sections } = writeByTopic('followup_instructions', ['follow_up', 'return_if'], material)
  return { sections: { ...sections, references: refer(found, ({ safetyNet }) => safetyNet) }, warnings: warn(found) }
}

/** The guidelines on what the patient came with. */
export function writeGuidelines(material: Material): Written {
  const found = chooseComplaints(material)
  return { sections: { guidelines: refer(found, citationsOf) }, warnings: warn(found) }
}

const refer = ({ chosen, ages }: Chosen, linesOf: (complaint: KnownComplaint, ages: Ages) => readonly string[]) =>
  chosen.flatMap(({ complaint, evidence }) =>
    linesOf(complaint, ages).map(
      (text): Statement => ({
        ...{ text, evidence, support: 'reference' },
        attributes: { type: 'reference', complaint: complaint.name, source: citationOf(complaint, ages) },
      }),
    ),
  )

function warn({ chosen, others }: Chosen): Warning[] {
  if (chosen.length === 0)
    return [
      {
        code: 'no_reference',
        message: 'No complaint was named that the reference tables know: nothing is added from them.',
      },
    ]
  if (others.length === 0) return []
  const named = others.map(({ complaint }) => complaint.name.toLowerCase()).join(', ')
  return [
    {
      code: 'more_complaints',
      message: `References are given for what the patient came with and what was assessed; also named: ${named}.`,
    },
  ]
}
