import type { Topic } from '../topic.ts'
import type { Told } from './conversation.ts'
import { capital, type Entry, inMarks, quotationOf } from './entry.ts'
import { inThirdPerson } from './in-third-person.ts'
import { type Meaning, meaningsOf } from './meanings.ts'
import { findLongest } from './names.ts'
import { matters, placeOf, roleOf, topicOf } from './place.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { tellSentence } from './tell-sentence.ts'
import { plainText } from './words.ts'

/** Questions with their answer: a denial or a yes where all that was asked is understood, else the answer as it was said. */
export function tellExchange(told: Told, language: RomanceLanguage): Entry[] {
  const { questions, sentence, answer, corrections } = told
  const question = questions.at(-1) as Sentence
  if (![...questions, sentence].some((one) => matters(one, language))) return []
  if (language.questions.opening.test(question.said) && corrections.length === 0) {
    return tellSentence(sentence, told, language)
  }
  const isPlain = corrections.length === 0 && !sentence.isForeign && !question.isForeign
  const asks = isPlain && roleOf(question, language) !== 'patient'
  const composed = asks ? compose(told, question, language) : undefined
  if (composed) return composed
  const own =
    asks && answer?.says === undefined && !needsQuestion(sentence, language)
      ? tellOwn(told, question, language)
      : undefined
  return own ?? [quoteExchange(told, question, language)]
}

function compose(
  { questions, sentence, answer, antecedent }: Told,
  question: Sentence,
  language: RomanceLanguage,
): Entry[] | undefined {
  const { say } = language
  const evidence = [...new Set([...questions, sentence].map(({ itemId }) => itemId))]
  if (answer?.says === undefined) return undefined
  const asked = questions.map((one) => ({ one, names: askedNames(one, language) }))
  const told = (name: string, topic: Topic): Entry[] => [
    {
      place: 'subjective',
      topic,
      text: `${say.label(capital(name))}${inMarks(sentence.spoken, say)}`,
      evidence,
      support: 'derived',
    },
  ]
  if (answer.says === 'yes' && questions.length === 1 && asksAllergies(question, language))
    return told(say.allergies, 'allergies')
  const [first] = asked.at(-1)?.names ?? []
  if (questions.length === 1 && first?.isHabit && answer.rest.length > 0) return told(first.name, 'social_history')
  if (answer.says === 'no') {
    const rest = answer.rest.length === 0 ? [] : tellRest(sentence, answer.rest, antecedent, language)
    if (!rest) return undefined
    if (questions.length === 1 && asksAllergies(question, language)) {
      const text = language.allergy.ofMedicines.test(question.said) ? say.noMedicineAllergy : say.noAllergy
      return [{ place: 'subjective', topic: 'allergies', text, evidence, support: 'derived' }, ...rest]
    }
    if (asked.some(({ names }) => names === undefined)) return undefined
    const names = asked.flatMap(({ names }) => names ?? [])
    return [...deny(names, evidence, language), ...rest]
  }
  const names = asked.at(-1)?.names ?? []
  if (names.length === 0 && answer.rest.length > 0)
    return tellRest(sentence, answer.rest, antecedent, language, labelOf(question, language)?.topic)
  const [name] = names
  if (questions.length > 1 || names.length !== 1 || !name) return undefined
  const topic = topicOfName(name)
  if (answer.rest.length === 0) {
    const text = name.isHabit ? say.habit(name.name, true) : say.has(name.name)
    return [{ place: 'subjective', topic, text, evidence, support: 'derived', ...asFinding([name], true) }]
  }
  return told(name.name, topic)
}

interface Asked {
  name: string
  isHabit: boolean
  isCondition: boolean
}

/** The findings and habits that a question asks after, where it asks after nothing else and of nobody else. */
function askedNames(question: Sentence, language: RomanceLanguage): Asked[] | undefined {
  const { tokens, said } = question
  if (language.questions.open.test(said)) return undefined
  const names = [
    ...findLongest(tokens, language.findings, language).map((found) => ({
      ...found,
      isHabit: false,
      isCondition: false,
    })),
    ...findLongest(tokens, language.conditions, language).map((found) => ({
      ...found,
      isHabit: false,
      isCondition: true,
    })),
    ...findLongest(tokens, language.habits, language).map((found) => ({ ...found, isHabit: true, isCondition: false })),
  ].toSorted((a, b) => a.start - b.start)
  const kept = names.filter(
    (one) =>
      !names.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  )
  const meanings = meaningsOf(question, language)
  const isCovered = (meaning: Meaning) =>
    meaning.sort === 'name' ||
    kept.some(({ start, end }) => meaning.start >= start && meaning.end <= end) ||
    (meaning.sort === 'word' && language.questions.plain.test(tokens[meaning.start]?.word ?? ''))
  const isPlain = meanings.every(
    (meaning) => isCovered(meaning) && meaning.person === 'patient' && meaning.denial === 'stated' && !meaning.isOpen,
  )
  return isPlain && kept.length > 0
    ? kept.filter((one, at) => kept.findIndex(({ name }) => name === one.name) === at)
    : undefined
}

function asksAllergies(question: Sentence, language: RomanceLanguage): boolean {
  if (!language.allergy.cue.test(question.said) || language.denial.negators.test(question.said)) return false
  return meaningsOf(question, language).every(
    ({ sort, person, start, denial }) =>
      sort === 'word' &&
      person === 'patient' &&
      denial === 'stated' &&
      language.questions.ofAllergies.test(question.tokens[start]?.word ?? ''),
  )
}

/** What was denied stands in one sentence, habits each in their own. */
function deny(names: readonly Asked[], evidence: string[], language: RomanceLanguage): Entry[] {
  const findings = names.filter(({ isHabit }) => !isHabit)
  const habits = names.filter(({ isHabit }) => isHabit)
  const topic = findings.every(({ isCondition }) => isCondition) ? 'past_medical_history' : 'history'
  return [
    ...(findings.length > 0
      ? [
          {
            place: 'subjective' as const,
            topic: topic as Topic,
            text: language.say.deny(findings.map(({ name }) => name)),
            evidence,
            support: 'derived' as const,
            ...asFinding(findings, false),
          },
        ]
      : []),
    ...habits.map(({ name }) => ({
      place: 'subjective' as const,
      topic: 'social_history' as const,
      text: language.say.habit(name, false),
      evidence,
      support: 'derived' as const,
    })),
  ]
}

/** One finding is told to programs too. */
const asFinding = (names: readonly Asked[], isPresent: boolean) =>
  names.length === 1 && !names[0]?.isHabit
    ? { attributes: { finding: names[0]?.name ?? '', is_present: String(isPresent) } }
    : {}

const topicOfName = ({ isHabit, isCondition }: Asked): Topic =>
  isHabit ? 'social_history' : isCondition ? 'past_medical_history' : 'history'

/** What stands behind a "no", where it is a sentence of its own; undefined where it belongs to the answer. */
function tellRest(
  sentence: Sentence,
  rest: Sentence['tokens'],
  antecedent: Told['antecedent'],
  language: RomanceLanguage,
  asked?: Topic,
): Entry[] | undefined {
  const text = inThirdPerson(rest, 'patient', language)
  if (!text || !isOfOneself(rest, language) || needsQuestion({ said: plainText(rest) }, language)) return undefined
  const own = { ...sentence, tokens: rest, said: rest.map(({ word }) => word).join(' ') }
  const topic = topicOf(own, meaningsOf(own, language, antecedent?.person), language)
  return [
    {
      place: 'subjective',
      topic: topic === 'history' ? (asked ?? topic) : topic,
      text,
      evidence: [sentence.itemId],
      support: 'derived',
    },
  ]
}

/** An answer that is a whole sentence says the same without its question. */
function tellOwn({ sentence, antecedent }: Told, question: Sentence, language: RomanceLanguage): Entry[] | undefined {
  if (!isOfOneself(sentence.tokens, language) && antecedent === undefined) return undefined
  if (!names(sentence, askedNames(question, language) ?? [], language)) return undefined
  const entries = tellSentence(sentence, { antecedent }, language)
  if (entries.length === 0 || entries.some(({ support }) => support === 'verbatim')) return undefined
  const asked = labelOf(question, language)?.topic
  return entries.map((entry) =>
    entry.topic === 'history' && asked && entry.place === 'subjective' ? { ...entry, topic: asked } : entry,
  )
}

/** "J'ai arrêté" says nothing of tobacco: what was asked after must be named again. */
const names = (sentence: Sentence, asked: readonly Asked[], language: RomanceLanguage): boolean => {
  const keys = meaningsOf(sentence, language).flatMap((meaning) => [...meaning.keys])
  return asked.every(({ name }) => keys.includes(`name ${name}`))
}

/** Somebody tells of himself: the sentence has its subject. */
const isOfOneself = (tokens: Sentence['tokens'], { persons, verbs }: RomanceLanguage) =>
  tokens.some(
    ({ word }) =>
      persons.first.test(word) || (persons.isImplied && verbs.thirdOf(word) !== undefined && !verbs.isThird(word)),
  )

/** So short, or of "it" and "that": nobody knows what is meant without what was asked. */
const needsQuestion = ({ said }: Pick<Sentence, 'said'>, { questions }: RomanceLanguage) =>
  said.split(' ').length < 4 || questions.elliptic.test(said)

const labelOf = ({ said }: Sentence, { questions }: RomanceLanguage) => {
  const found = questions.labels.find(([, asks]) => asks.test(said))
  return found && questions.open.test(said) ? { label: found[0], topic: found[2] } : undefined
}

/** A single thing that was asked after. */
function nameLabel(question: Sentence, language: RomanceLanguage): { label: string; topic: Topic } | undefined {
  const [name, ...others] = askedNames(question, language) ?? []
  return name && others.length === 0 ? { label: capital(name.name), topic: topicOfName(name) } : undefined
}

function quoteExchange(told: Told, question: Sentence, language: RomanceLanguage): Entry {
  const { questions, sentence, corrections, antecedent } = told
  const { say } = language
  const answers = [sentence, ...corrections]
  const evidence = [...new Set([...questions, ...answers].map(({ itemId }) => itemId))]
  const ofAllergies = asksAllergies(question, language)
    ? { label: say.allergies, topic: 'allergies' as const }
    : undefined
  const label = ofAllergies ?? labelOf(question, language) ?? nameLabel(question, language)
  const said = answers.map(({ spoken }) => inMarks(spoken, say)).join(' ')
  const isAsked = question.isQuestion || ofAllergies !== undefined
  const ofClinician =
    roleOf(question, language) === 'patient' || (!isAsked && placeOf(question, [], language)[0] === 'plan')
  const meanings = [...questions, ...answers].flatMap((one) => meaningsOf(one, language, antecedent?.person))
  const together = {
    ...question,
    said: `${question.said} ${sentence.said}`,
    tokens: [...question.tokens, ...sentence.tokens],
  }
  const [place, topic] = ofClinician
    ? placeOf(question, meanings, language)
    : (['subjective', label?.topic ?? topicOf(together, meanings, language)] as const)
  const text = !isAsked
    ? `${quotationOf(question, language)} ${answers.map((one) => quotationOf(one, language)).join(' ')}`
    : label && questions.length === 1
      ? `${say.label(label.label)}${said}`
      : `${say.asked}${questions.map(({ spoken }) => inMarks(spoken, say)).join(' ')}${say.answered}${said}`
  return { place, topic, text, evidence, support: 'derived' }
}
