import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import type { Warning } from '../../../../domain/warnings.ts'
import { AGENT_CHECKLIST, formatCategory, formatScore } from '../../../proof/checklists/agent-checklist.ts'
import { type Check, isHeard } from '../../../proof/checklists/checklist.ts'
import { COMPLIANCE_CHECKLIST } from '../../../proof/checklists/compliance-checklist.ts'
import type { Material, Written } from '../fill-sections.ts'
import { FEEDBACK, INSIGHTS, PRODUCTS } from './call-cues.ts'
import { type CallVoices, tellVoices } from './call-voices.ts'
import { quote, readSentencesOf, stateCued } from './sentences.ts'
import { writeResults } from './write-results.ts'
import { writeSentiment } from './write-sentiment.ts'

/** The notes of a call. */
export const CALL_WRITERS: Record<string, (material: Material) => Written> = {
  call_center_results: byVoices(writeResults),
  call_center_agent_score: byVoices(writeScore),
  call_center_agent_score_category: byVoices(writeCategory),
  call_center_compliance: byVoices(writeCompliance),
  call_center_sentiment: byVoices(writeSentiment),
  call_center_product_info: writeProducts,
  call_center_product_insights: byVoices(({ caller }) => ({ sections: { insights: stateOf(caller, INSIGHTS) } })),
  call_center_feedback: byVoices(({ caller }) => ({ sections: { feedback: stateOf(caller, FEEDBACK) } })),
}

/** What is sold is told by the agent; where voices are not known, by anyone. */
function writeProducts({ items }: Material): Written {
  const { agent, areKnown } = tellVoices(items)
  return { sections: { products: stateOf(areKnown ? agent : items, PRODUCTS) } }
}

const stateOf = (items: readonly Item[], cue: RegExp) => stateCued(readSentencesOf(items), cue)

/** A writer that has to know who is who, with a warning where that is not known. */
function byVoices(write: (voices: CallVoices) => Written): (material: Material) => Written {
  return ({ items }) => {
    const voices = tellVoices(items)
    const written = write(voices)
    return voices.areKnown || written.warnings ? written : { ...written, warnings: [UNKNOWN_VOICES] }
  }
}

const UNKNOWN_VOICES: Warning = {
  code: 'voices_unknown',
  message: 'Agent and caller could not be told apart, so who said what is guessed from the words.',
}

/** What of a list was said, each quoted where it was said first, and the names of the rest. */
function checkOff(list: readonly Check[], items: readonly Item[]) {
  const found = list.map((check) => ({ check, item: items.find(({ text }) => isHeard(check, text)) }))
  return {
    heard: found.flatMap(({ check, item }) => (item ? [quote(item, { check: check.name })] : [])),
    cited: [...new Set(found.flatMap(({ item }) => item ?? []))],
    missed: found.filter(({ item }) => !item).map(({ check }) => check.name),
  }
}

function writeScore({ agent, areKnown }: CallVoices): Written {
  const { heard, cited, missed } = checkOff(AGENT_CHECKLIST, agent)
  const notHeard = { points: missed }
  if (!isEnough(heard, areKnown)) return { sections: {}, notHeard, warnings: [NO_SCORE] }
  const points = { points: String(heard.length), of: String(AGENT_CHECKLIST.length) }
  const score = conclude(cited, formatScore, { type: 'score', ...points })
  return { sections: { score: [score], points: heard }, notHeard }
}

function writeCategory({ agent, areKnown }: CallVoices): Written {
  const { heard, cited } = checkOff(AGENT_CHECKLIST, agent)
  if (!isEnough(heard, areKnown)) return { sections: {}, warnings: [NO_SCORE] }
  return { sections: { category: [conclude(cited, formatCategory, { type: 'category' })] } }
}

/** A score rests on words that were heard; where voices are not known, two points alone may be anyone's. */
const isEnough = ({ length }: readonly Statement[], areKnown: boolean) => length >= (areKnown ? 1 : 3)

const NO_SCORE: Warning = {
  code: 'not_said',
  message: "Too little of the agent's checklist was heard for a score to rest on.",
}

function writeCompliance({ agent }: CallVoices): Written {
  const { heard, missed } = checkOff(COMPLIANCE_CHECKLIST, agent)
  return { sections: { compliance: heard }, notHeard: agent.length > 0 ? { compliance: missed } : {} }
}

function conclude(cited: readonly Item[], print: (texts: string[]) => string, attributes: Record<string, string>) {
  const text = print(cited.map((item) => item.text))
  return { text, evidence: cited.map(({ id }) => id), support: 'derived' as const, attributes }
}
