import type { Told } from '../../../clinical/en/facts/conversation.ts'
import type { Place, Topic } from '../../../clinical/topic.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import { joinDenials } from './merge-findings.ts'
import { addOrders } from './orders/add-orders.ts'
import type { Claim } from './read-claims.ts'
import { SECTION_CUES } from './section-cues.ts'
import { ELSE_TAKEN, PLAN_BESIDE, SECTION_TOPICS, SECTION_TOPICS_OF, SOAP_SECTIONS } from './sections.ts'
import type { TopicalClaim } from './topical-claim.ts'

/** All that a document can be written from. */
export interface Material {
  items: readonly Item[]
  /** Everything that was told, with its grammar: questions with their answers, what was taken back left out. */
  conversation: readonly Told[]
  /** Everything that was said clearly. */
  claims: readonly Claim[]
  sorted: Record<Place, Claim[]>
  topical: readonly TopicalClaim[]
  instruction: string
  /** Whether clinicians of these words write briefly, as general practitioners in Britain do. */
  isBrief: boolean
  /** A claim in the words of a note; none where it cannot be told and nobody would miss it. */
  state(claim: Claim): Statement[]
}

/** The statements of a document by section key, and what its reader should know. */
export interface Written {
  sections: Record<string, Statement[]>
  /** What was looked for and not heard, by section key. */
  notHeard?: Record<string, string[]>
  warnings?: Warning[]
}

/** A claim as it was said. */
export const quoteOf = ({ text, evidence }: Claim): Statement => ({ text, evidence, support: 'verbatim' })

/** Each section from its topics. */
export function writeByTopic(kind: string, keys: readonly string[], material: Material): Written {
  const sections = keys.map((key) => [key, joinDenials(fillKey(kind, key, keys, material).flatMap(material.state))])
  return { sections: addOrders(Object.fromEntries(sections), material.conversation) }
}

/** What belongs in one section of a document with these sections. */
export function fillKey(
  kind: string,
  key: string,
  keys: readonly string[],
  { sorted, topical, claims }: Material,
): Claim[] {
  const isSoap = SOAP_SECTIONS.every((section) => keys.includes(section))
  const isWhole = isSoap || (kind === 'template' && (key === 'subjective' || key === 'objective'))
  if (isWhole && key in sorted) return sorted[key as Place]
  const topics = [...topicsOf(kind, key), ...(kind === 'template' ? takenBeside(key, keys) : [])]
  const chosen = topical.filter(({ topic }) => topics.includes(topic)).map(({ claim }) => claim)
  const wanted = new Set([...chosen, ...findCued(key, claims, sorted)])
  return claims.filter((claim) => wanted.has(claim))
}

const topicsOf = (kind: string, key: string): readonly Topic[] =>
  SECTION_TOPICS_OF[kind]?.[key] ?? SECTION_TOPICS[key] ?? (key === 'plan' ? PLAN_BESIDE : [])

function takenBeside(key: string, keys: readonly string[]): readonly Topic[] {
  const others = new Set(keys.filter((other) => other !== key).flatMap((other) => topicsOf('template', other)))
  return (ELSE_TAKEN[key] ?? []).filter((topic) => !others.has(topic))
}

/** What a section takes by its own cue, beside its topics. */
function findCued(key: string, claims: readonly Claim[], sorted: Material['sorted']): readonly Claim[] {
  const own = SECTION_CUES[key]
  if (!own) return []
  const pool = own.place ? sorted[own.place] : claims
  const isLeftOut = ({ isAnswered, speaker }: Claim) => own.isFinding && (isAnswered || speaker === 'patient')
  return pool.filter((claim) => !isLeftOut(claim) && own.cue.test(claim.words.join(' ')))
}
