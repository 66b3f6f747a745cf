import { SPANISH } from '../../../clinical/es/spanish.ts'
import { FRENCH } from '../../../clinical/fr/french.ts'
import { findAllergies } from '../../../clinical/romance/allergies.ts'
import { readConversation } from '../../../clinical/romance/conversation.ts'
import { meaningsOf } from '../../../clinical/romance/meanings.ts'
import { measuredIn } from '../../../clinical/romance/measurements.ts'
import { findMedicines } from '../../../clinical/romance/medicines.ts'
import type { RomanceLanguage } from '../../../clinical/romance/romance-language.ts'
import { readItem } from '../../../clinical/romance/sentence.ts'
import { type LanguageTag, serves } from '../../../domain/language.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Item, Speaker } from '../../../domain/transcript.ts'
import { follows } from './compare.ts'
import { type RomanceConversation, readEvidence } from './evidence.ts'
import { isQuotedFrom, readQuotation } from './quotations.ts'

/** The language whose rules prove a document in `written` of a conversation in `spoken`; undefined where there are none. */
export const romanceOf = (written: LanguageTag, spoken: LanguageTag): RomanceLanguage | undefined =>
  [FRENCH, SPANISH].find(({ tag }) => serves(tag, written) && serves(tag, spoken))

/** True for a French or Spanish statement that the items carry which it names; `all` are those of the conversation in their order. */
export function standsInRomance(
  { text, evidence, attributes = {} }: Statement,
  all: readonly Item[],
  language: RomanceLanguage,
): boolean {
  const ids = new Set(evidence)
  const cited = all.filter(({ id }) => ids.has(id))
  const { type, system } = attributes
  if (system === 'ICD-10-CM' || attributes.verification_status !== undefined) return false
  if (system === 'LOINC' || type === 'measurement') return isMeasured(text, attributes, cited, language)
  const told = () => readConversation(cited, language)
  if (isMeasured(text, { type: 'measurement' }, cited, language)) return true
  if (type === 'allergy') return findAllergies(told(), language).some((one) => isSameAllergy(one, text, language))
  if (type === 'medication') return findMedicines(told(), language).some((one) => one.text === text)
  const conversation = conversationOf(all, language)
  return isQuotation(text, cited, conversation, language) ?? follows(text, citedOf(conversation, ids), language)
}

const citedOf = ({ said }: RomanceConversation, ids: ReadonlySet<string>) =>
  said.filter(({ items }) => items.every((id) => ids.has(id)))

const conversations = new WeakMap<readonly Item[], RomanceConversation>()

function conversationOf(all: readonly Item[], language: RomanceLanguage): RomanceConversation {
  const known = conversations.get(all) ?? readEvidence(all, language)
  conversations.set(all, known)
  return known
}

function isMeasured(
  text: string,
  attributes: Record<string, string>,
  cited: readonly Item[],
  language: RomanceLanguage,
): boolean {
  const measured = cited
    .flatMap((item) => readItem(item, language))
    .flatMap((sentence) => measuredIn(sentence, language))
  return measured.some(({ name, printed, values }) => {
    if (attributes.type === 'measurement') return text.replace(/\.$/, '') === `${language.say.label(name)}${printed}`
    return values.some(
      ({ display, code, value, unit }) =>
        text === `${display} ${value}` &&
        code === attributes.code &&
        value === attributes.value &&
        unit === attributes.unit,
    )
  })
}

function isSameAllergy(
  { substance, isOfMedicines }: { substance: string; isOfMedicines: boolean },
  text: string,
  { say }: RomanceLanguage,
) {
  return text === (substance || (isOfMedicines ? say.noMedicineAllergy : say.noAllergy))
}

/** Whether a quotation stands; undefined for what quotes nothing. */
function isQuotation(
  text: string,
  cited: readonly Item[],
  conversation: RomanceConversation,
  language: RomanceLanguage,
): boolean | undefined {
  const quotation = readQuotation(text, language)
  if (!quotation) return undefined
  const sentences = cited.flatMap((item) => readItem(item, language))
  const { quoted, by, isExchange, label } = quotation
  const isBy = (speaker: Speaker) => by === undefined || speaker === 'unspecified' || speaker === by
  const mayAsk = isExchange || by !== undefined
  const isSaid = quoted.every((words) =>
    sentences.some(
      (one) =>
        isQuotedFrom(words, one, language) && (quoted.length > 1 || isBy(one.speaker)) && (mayAsk || !one.isQuestion),
    ),
  )
  return isSaid && isLicensed(label, cited, conversation, language)
}

/** A label tells what was asked: by the question that it stands for, or by its own words, which somebody must have said. */
function isLicensed(
  label: string,
  cited: readonly Item[],
  conversation: RomanceConversation,
  language: RomanceLanguage,
): boolean {
  if (label === '') return true
  const ids = new Set(cited.map(({ id }) => id))
  const asks = language.questions.labels.find(([name]) => name === label)?.[1]
  const sentences = conversation.sentences.filter(({ itemId }) => ids.has(itemId))
  if (asks && sentences.some(({ said }) => asks.test(said))) return true
  const said = sentences.flatMap((sentence) =>
    meaningsOf(sentence, language).map((one) => ({
      ...{ ...one, denial: 'stated' as const, person: 'patient', isOpen: false, told: 0, items: [] },
    })),
  )
  const whole =
    label === language.say.allergies ? sentences.some(({ said: words }) => language.allergy.cue.test(words)) : false
  return (
    whole ||
    follows(label, said, language) ||
    said.some(({ sort, keys }) => sort === 'relative' && keys.has(`relative ${label.toLowerCase()}`))
  )
}
