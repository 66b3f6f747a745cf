import { SPANISH } from '../../../../clinical/es/spanish.ts'
import { FRENCH } from '../../../../clinical/fr/french.ts'
import { readConversation, type Told } from '../../../../clinical/romance/conversation.ts'
import type { Entry } from '../../../../clinical/romance/entry.ts'
import { nameVoices } from '../../../../clinical/romance/name-voices.ts'
import type { RomanceLanguage } from '../../../../clinical/romance/romance-language.ts'
import { tell } from '../../../../clinical/romance/tell.ts'
import type { Item } from '../../../../domain/transcript.ts'
import type { Warning } from '../../../../domain/warnings.ts'
import type { NoteRequest } from '../../note-writer.ts'
import type { Written } from '../fill-sections.ts'
import type { Reading } from '../note-language.ts'
import { fillByTopic, fillTitles, isByTopic } from './fill-by-topic.ts'
import { writeEntities, writeObservations } from './write-entities.ts'

/** A recogniser that doubts what it heard more than this heard something else. */
const LEAST_CONFIDENCE = 0.5

export const readFrench = (items: readonly Item[]) => read(items, FRENCH)
export const readSpanish = (items: readonly Item[]) => read(items, SPANISH)

function read(items: readonly Item[], language: RomanceLanguage): Reading {
  const isClear = ({ confidence = 1 }: Item) => confidence >= LEAST_CONFIDENCE
  const clear = nameVoices(items.filter(isClear), language)
  const told = readConversation(clear, language)
  const entries = nameComplaint(told.flatMap((one) => tell(one, language)))
  const inPart: Warning = { code: 'language_in_part', message: language.say.inPart }
  return {
    warnings: [inPart, ...warnOfUnclear(items.length - clear.length), ...warnOfMixed(told, language)],
    fill: (request, keys) => fill(request, keys, entries, told, language),
    finish: () => [],
  }
}

function fill(
  { kind, template }: NoteRequest,
  keys: readonly string[],
  entries: readonly Entry[],
  told: readonly Told[],
  language: RomanceLanguage,
): Written {
  if (template) return fillTitles(template, keys, entries, language.tag)
  if (kind === 'entity_list') return writeEntities(told, language)
  if (kind === 'normalized_data') return writeObservations(told, language)
  if (isByTopic(kind)) return fillByTopic(kind, keys, entries)
  return { sections: {}, warnings: [{ code: 'language_in_part', message: language.say.notWritten }] }
}

/** The first thing that is told of an illness without being asked is why the patient came. */
function nameComplaint(entries: readonly Entry[]): Entry[] {
  const told = entries.filter(({ place, topic }) => place === 'subjective' && topic === 'history')
  const reason = told.find(({ attributes }) => attributes === undefined)
  return entries.map((entry) => (entry === reason ? { ...entry, topic: 'complaint' } : entry))
}

function warnOfUnclear(count: number): Warning[] {
  if (count === 0) return []
  const sentences = count === 1 ? '1 sentence that was' : `${count} sentences that were`
  return [{ code: 'speech_unclear', message: `Left out: ${sentences} not heard clearly.` }]
}

function warnOfMixed(told: readonly Told[], { tag }: RomanceLanguage): Warning[] {
  const foreign = told.filter(({ sentence }) => sentence.isForeign)
  if (foreign.length === 0) return []
  const details = { items: foreign.map(({ sentence }) => sentence.itemId).join(' ') }
  return [
    {
      code: 'language_mixed',
      message: `Not in ${tag}, so quoted as it was said: ${foreign.length} of what was told.`,
      details,
    },
  ]
}
