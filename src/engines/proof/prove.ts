import { plainWords } from '../../clinical/en/words.ts'
import { isToScribe } from '../../clinical/to-scribe.ts'
import { type LanguageTag, serves } from '../../domain/language.ts'
import type { Note, Statement } from '../../domain/note.ts'
import { CONVERSATION_KINDS } from '../../domain/note-kinds/conversations.ts'
import type { Item, Transcript } from '../../domain/transcript.ts'
import type { Warning } from '../../domain/warnings.ts'
import { readAsked, readQuoted, standsAsked, standsQuoted } from './asked.ts'
import { isMeasured, standsCoded } from './coded.ts'
import { conclusionRule } from './conclusions.ts'
import { faultIn, faultInOtherLanguage } from './derived.ts'
import { type Conversation, openConversation } from './frames/evidence.ts'
import { standsAllergic, standsTaken } from './named.ts'
import { standsOrdered } from './ordered.ts'
import { standsInReference } from './referenced.ts'
import { romanceOf, standsInRomance } from './romance/stands.ts'
import { standsVerbatim } from './verbatim.ts'

/**
 * The note with only those statements that the transcript carries: each names items that exist; one that claims to be
 * verbatim stands in them word for word, hesitations aside, with no negation left out; one that claims to be derived
 * says no more than they do (`faultIn`); one of reference stands in its table (`standsInReference`). A warning counts
 * what was left out, and `unsupportedShare` says which part of the note that was.
 */
export function prove(note: Note, transcript: Transcript): Note {
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.filter((statement) =>
      stands(statement, { ...note, heardIn: transcript.language }, transcript.items),
    ),
  }))
  const stated = count(note.sections)
  const dropped = stated - count(sections)
  const warnings = [...note.warnings, ...warn(dropped)]
  return { ...note, sections, warnings, unsupportedShare: stated === 0 ? 0 : dropped / stated }
}

function count(sections: Note['sections']): number {
  return sections.reduce((sum, { statements }) => sum + statements.length, 0)
}

function warn(dropped: number): Warning[] {
  if (dropped === 0) return []
  const statements = dropped === 1 ? '1 statement' : `${dropped} statements`
  return [{ code: 'unsupported_statements', message: `Left out: ${statements} that the transcript does not carry.` }]
}

/** What was said, read once for all that is stated of it; and what was found to follow from it, so that it is proved once. */
interface Spoken {
  byId: ReadonlyMap<string, Item>
  conversation?: Conversation
  derived: Map<string, boolean>
}

const known = new WeakMap<readonly Item[], Spoken>()

function spokenIn(items: readonly Item[]): Spoken {
  const before = known.get(items)
  if (before) return before
  const spoken: Spoken = { byId: new Map(items.map((item) => [item.id, item])), derived: new Map() }
  known.set(items, spoken)
  return spoken
}

/** The document that a statement stands in, and the language of the conversation where that is another. */
export type Written = Pick<Note, 'kind' | 'language'> & { heardIn?: LanguageTag }

/** True for a statement that its evidence carries, of these items of a transcript, in their order. */
export function stands(
  statement: Statement,
  { kind, language, heardIn = language }: Written,
  items: readonly Item[],
): boolean {
  const { text, evidence, support, attributes } = statement
  const spoken = spokenIn(items)
  const said = evidence.flatMap((id) => spoken.byId.get(id) ?? [])
  const cited = said.map((item) => item.text)
  const words = plainWords(text)
  if (cited.length === 0 || cited.length < evidence.length || words.length === 0) return false
  if (said.some(isToScribe) && !printsWhatWasSaid(statement, kind)) return false
  if (support === 'reference') return standsInReference(statement, kind, cited)
  const romance = romanceOf(language, heardIn)
  if (romance) return support !== 'unsupported' && standsInRomance(statement, items, romance)
  if (attributes?.system === 'ICD-10-CM' || attributes?.verification_status !== undefined)
    return standsCoded(statement, cited)
  if (attributes?.type === 'allergy') return support !== 'unsupported' && standsAllergic(statement, cited)
  if (attributes?.type === 'medication' && standsTaken(statement, cited)) return true
  const rule = conclusionRule(attributes?.type)
  if (rule) return rule(statement, cited)
  if (attributes?.system === 'LOINC') return isMeasured(statement, cited)
  if (attributes?.type === 'order') return support !== 'unsupported' && standsOrdered(statement, cited)
  const asked = readAsked(text)
  if (asked) return standsAsked(asked, cited)
  const quoted = readQuoted(text)
  if (quoted) return standsQuoted(quoted, said)
  if (support === 'verbatim') return standsVerbatim(words, cited)
  if (support !== 'derived') return false
  if (!serves('en', language)) return faultInOtherLanguage(text, cited) === undefined
  const isAllergen = attributes?.type === 'allergy' && !/allerg|intoleran/i.test(text)
  return isDerived(isAllergen ? `Allergic to ${text}` : text, evidence, items)
}

const QUOTED = /^[^"“«]*["“«].*["”»]\.?$/u

/**
 * SECURITY: what was said for the writer's ears proves nothing but that it was said: quoted, or in calls, meetings and hearings,
 * which print all as it was.
 */
const printsWhatWasSaid = ({ text, support }: Statement, kind: string) =>
  QUOTED.test(text) || (support === 'verbatim' && Object.hasOwn(CONVERSATION_KINDS, kind))

/** The writer asks before it writes a statement, and the proof of its note asks again. */
function isDerived(text: string, evidence: readonly string[], items: readonly Item[]): boolean {
  const spoken = spokenIn(items)
  const key = JSON.stringify([text, ...evidence])
  const before = spoken.derived.get(key)
  if (before !== undefined) return before
  spoken.conversation ??= openConversation(items)
  const found = faultIn(text, spoken.conversation, new Set(evidence)) === undefined
  spoken.derived.set(key, found)
  return found
}
