import type { Entry } from '../../../../clinical/romance/entry.ts'
import type { LanguageTag } from '../../../../domain/language.ts'
import type { Statement } from '../../../../domain/note.ts'
import { CLINICAL_KINDS } from '../../../../domain/note-kinds/clinical.ts'
import { LETTER_KINDS } from '../../../../domain/note-kinds/letters.ts'
import { TEMPLATE_KINDS } from '../../../../domain/note-kinds/templates.ts'
import { keysOfTitle } from '../../../../domain/note-kinds/translations.ts'
import type { Template } from '../../../../domain/template.ts'
import type { Written } from '../fill-sections.ts'
import { PLAN_BESIDE, SECTION_TOPICS, SECTION_TOPICS_OF, SOAP_SECTIONS } from '../sections.ts'

/** Kinds that need grammar or tables which these languages lack. */
const NOT_BY_TOPIC = new Set(['op_note', 'orders', 'icd_codes', 'answer', 'entity_list', 'normalized_data'])

export const isByTopic = (kind: string) =>
  [CLINICAL_KINDS, LETTER_KINDS, TEMPLATE_KINDS].some((kinds) => Object.hasOwn(kinds, kind)) && !NOT_BY_TOPIC.has(kind)

/** Each section from its topics, in the order in which things were said. */
export function fillByTopic(kind: string, keys: readonly string[], entries: readonly Entry[]): Written {
  if (kind === 'summary') return { sections: { summary: summarize(entries).map(toStatement) } }
  return {
    sections: Object.fromEntries(keys.map((key) => [key, entriesOf(kind, key, keys, entries).map(toStatement)])),
  }
}

/** The sections of a tenant's own template, by their titles in the language or in English; others stay empty. */
export function fillTitles(
  { sections }: Template,
  keys: readonly string[],
  entries: readonly Entry[],
  language: LanguageTag,
): Written {
  const filled = sections.map(({ title }, index): [string, Statement[]] => {
    const known = keysOfTitle(title, language).find(
      (key) => key in SECTION_TOPICS || SOAP_SECTIONS.some((one) => one === key),
    )
    const key = keys[index] ?? title
    return [key, known ? entriesOf('template', known, keys, entries).map(toStatement) : []]
  })
  return { sections: Object.fromEntries(filled) }
}

function entriesOf(kind: string, key: string, keys: readonly string[], entries: readonly Entry[]): Entry[] {
  const isSoap = SOAP_SECTIONS.every((section) => keys.includes(section)) || kind === 'template'
  if (isSoap && SOAP_SECTIONS.some((section) => section === key)) return entries.filter(({ place }) => place === key)
  const topics = SECTION_TOPICS_OF[kind]?.[key] ?? SECTION_TOPICS[key] ?? (key === 'plan' ? PLAN_BESIDE : [])
  const isCued = CUES[key] ?? (() => false)
  return entries.filter((entry) => topics.includes(entry.topic) || (entry.place === 'plan' && isCued(entry.text)))
}

const OF_WORK = /arrêt|travail|école|crèche|\bbaja\b|trabaj|colegio|escuela|guardería/i
const HOW_LONG = /jusqu|jours?\b|semaines?\b|mois\b|\bhasta\b|\bdías?\b|semanas?\b|\bmes(?:es)?\b/i

/** What a section takes of the plan by its words, French or Spanish, beside its topics. */
const CUES: Record<string, (text: string) => boolean> = {
  reason_for_referral: (text) => /adress|spécialiste|\bderiv|especialista/i.test(text),
  period: (text) => OF_WORK.test(text) && HOW_LONG.test(text),
  fitness_for_work: (text) => OF_WORK.test(text) && !HOW_LONG.test(text),
}

const MOST_FINDINGS = 2

/** Why the patient came, what was found, what the clinician thinks and wants done. */
function summarize(entries: readonly Entry[]): Entry[] {
  const of = (place: Entry['place'], most: number) => entries.filter((entry) => entry.place === place).slice(0, most)
  const reason =
    entries.find(({ topic }) => topic === 'complaint') ?? entries.find(({ place }) => place === 'subjective')
  const allergies = entries.filter(({ topic, place }) => topic === 'allergies' && place === 'subjective')
  return [
    ...(reason ? [reason] : []),
    ...allergies.filter((entry) => entry !== reason),
    ...of('objective', MOST_FINDINGS),
    ...of('assessment', 1),
    ...of('plan', MOST_FINDINGS),
  ]
}

const toStatement = ({ text, evidence, support, attributes }: Entry): Statement => ({
  ...{ text, evidence, support },
  ...(attributes && { attributes }),
})
