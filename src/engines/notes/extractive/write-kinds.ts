import { OPERATION_CUES } from '../../../clinical/topics.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Item, Warning } from '../../../domain/transcript.ts'
import { chooseKeyClaims } from './choose-key-claims.ts'
import { CONVERSATION_CUES } from './conversation-cues.ts'
import { findAnswer } from './find-answer.ts'
import { findConditions, findMedicines, findObservations } from './find-entities.ts'
import type { Claim } from './pair-answers.ts'
import { PLAN_BESIDE, SECTION_TOPICS, SECTION_TOPICS_OF, SOAP_SECTIONS } from './sections.ts'
import type { SectionName } from './sort-claims.ts'
import type { TopicalClaim } from './sort-topics.ts'

/** All that a document can be written from. */
export interface Material {
  items: readonly Item[]
  /** Everything that was said clearly. */
  claims: readonly Claim[]
  sorted: Record<SectionName, Claim[]>
  topical: readonly TopicalClaim[]
  instruction: string
}

/** The statements of a document by section key, and what its reader should know. */
export interface Written {
  sections: Record<string, Statement[]>
  warnings?: Warning[]
}

/** Documents that are not filled by topic alone. */
export const WRITERS: Record<string, (material: Material) => Written> = {
  summary: ({ sorted }) => ({ sections: { summary: chooseKeyClaims(sorted).map(stateOf) } }),
  entity_list: writeEntities,
  icd_codes: ({ claims }) => ({ sections: { codes: findConditions(claims).own } }),
  normalized_data: writeNormalized,
  answer: writeAnswer,
  op_note: writeOperation,
  legal_court_hearing: ({ items }) => ({ sections: { hearing: items.map(quote) } }),
  meeting_notes_key_topics: ({ claims }) => ({ sections: { key_topics: mostSpokenOf(claims).map(stateOf) } }),
  suggestions: () => nothing('The built-in writer adds nothing that was not said.'),
  practice_guidelines: () => nothing('The built-in writer adds nothing that was not said.'),
  call_center_agent_score: () => nothing('The built-in writer gives no scores.'),
  call_center_agent_score_category: () => nothing('The built-in writer gives no scores.'),
}

export const stateOf = ({ text, evidence }: Claim): Statement => ({ text, evidence, support: 'verbatim' })

function quote({ id, text, speakerLabel }: Item): Statement {
  const attributes = { type: 'quotation', ...(speakerLabel && { speaker: speakerLabel }) }
  return { text, evidence: [id], support: 'verbatim', attributes }
}

const nothing = (message: string): Written => ({ sections: {}, warnings: [{ code: 'not_said', message }] })

/** Each section from its topics, or, in the notes of calls and meetings, from its cue. */
export function writeByTopic(kind: string, keys: readonly string[], material: Material): Written {
  const sections = keys.map((key) => [key, fill(kind, key, keys, material).map(stateOf)])
  return { sections: Object.fromEntries(sections) }
}

function fill(kind: string, key: string, keys: readonly string[], { sorted, topical, claims }: Material): Claim[] {
  const cue = CONVERSATION_CUES[key]
  if (cue && !(key in SECTION_TOPICS)) return claims.filter(({ words }) => cue.test(words.join(' ')))
  const isSoap = SOAP_SECTIONS.every((section) => keys.includes(section))
  if (isSoap && key in sorted) return sorted[key as SectionName]
  const topics = SECTION_TOPICS_OF[kind]?.[key] ?? SECTION_TOPICS[key] ?? (key === 'plan' ? PLAN_BESIDE : [])
  return topical.filter(({ topic }) => topics.includes(topic)).map(({ claim }) => claim)
}

function writeEntities({ claims }: Material): Written {
  const { taken: medications, allergies } = findMedicines(claims)
  // One phrase may hold two values, as a blood pressure does.
  const measurements = [...new Map(findObservations(claims).map((found) => [found.text, found])).values()]
  return { sections: { problems: findConditions(claims).own, medications, allergies, measurements } }
}

function writeNormalized({ claims }: Material): Written {
  const { own, family } = findConditions(claims)
  return { sections: { conditions: own, family_history: family, observations: findObservations(claims) } }
}

function writeAnswer({ instruction, claims, topical, sorted }: Material): Written {
  const isSummary = /\b(summar|overview|brief)/i.test(instruction)
  const found = isSummary ? chooseKeyClaims(sorted) : findAnswer(instruction, claims, topical)
  if (found.length > 0) return { sections: { answer: found.map(stateOf) } }
  const message = 'Nothing was said about this. The built-in writer finds sentences and does not write freely.'
  return { sections: {}, warnings: [{ code: 'no_answer', message }] }
}

/** An operation is dictated: each sentence goes where its words point. */
function writeOperation(material: Material): Written {
  const sections: Record<string, Statement[]> = {}
  for (const claim of material.claims) {
    const [key] = OPERATION_CUES.find(([, cue]) => cue.test(claim.words.join(' '))) ?? []
    if (key) sections[key] = [...(sections[key] ?? []), stateOf(claim)]
  }
  return { sections: { ...sections, ...writeByTopic('op_note', ['plan'], material).sections } }
}

const MOST_TOPICS = 5
const LEAST_LETTERS = 5

/** The sentences with the words that come back most often. */
function mostSpokenOf(claims: readonly Claim[]): Claim[] {
  const counts = new Map<string, number>()
  const long = (words: readonly string[]) => words.filter((word) => word.length >= LEAST_LETTERS)
  for (const { words } of claims) for (const word of long(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weigh = ({ words }: Claim) =>
    [...new Set(long(words))].reduce((sum, word) => sum + (counts.get(word) ?? 0) - 1, 0)
  const chosen = new Set(
    claims
      .filter((claim) => weigh(claim) > 0)
      .toSorted((a, b) => weigh(b) - weigh(a))
      .slice(0, MOST_TOPICS),
  )
  return claims.filter((claim) => chosen.has(claim))
}
