import type { Told } from './conversation.ts'
import { correctionIn } from './corrections.ts'
import { capital, type Entry, inMarks, lowerFirst, quote } from './entry.ts'
import { inThirdPerson } from './in-third-person.ts'
import { type Meaning, meaningsOf } from './meanings.ts'
import { measuredIn } from './measurements.ts'
import { matters, placeOf, roleOf, topicOf } from './place.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { joinTokens, type Token } from './words.ts'

/** A sentence by itself. */
export function tellSentence(
  sentence: Sentence,
  { antecedent }: Pick<Told, 'antecedent'>,
  language: RomanceLanguage,
): Entry[] {
  if (!matters(sentence, language)) return []
  const meanings = meaningsOf(sentence, language, antecedent?.person)
  const role = roleOf(sentence, language)
  const evidence = [sentence.itemId]
  const isQuoted = sentence.isForeign || sentence.isUnmarked || correctionIn(sentence, language) !== undefined
  if (role === 'doctor') return tellClinician(sentence, meanings, isQuoted, language)
  const topic = topicOf(sentence, meanings, language)
  const relative = antecedent && relativeMeant(meanings, antecedent.person)
  const text =
    isQuoted || role === 'other'
      ? undefined
      : inThirdPerson(relative ? withoutPronoun(sentence.tokens, language) : sentence.tokens, 'patient', language)
  const named = relative ? language.say.label(capital(relative)) : ''
  const cited = relative ? [...new Set([antecedent.itemId, ...evidence])] : evidence
  const place = 'subjective'
  if (text)
    return [{ place, topic, text: named + (named ? lowerFirst(text) : text), evidence: cited, support: 'derived' }]
  const quoted = quote(sentence, 'subjective', topic, language)
  return [relative ? { ...quoted, text: named + inMarks(sentence.spoken, language.say), evidence: cited } : quoted]
}

/** The relative of whom a sentence tells without naming him. */
function relativeMeant(meanings: readonly Meaning[], person: string): string | undefined {
  const told = meanings.filter(({ sort }) => sort !== 'amount')
  const isMeant =
    person !== 'patient' &&
    person !== 'other' &&
    told.length > 0 &&
    told.every((one) => one.sort !== 'relative' && one.person === person)
  return isMeant ? person : undefined
}

const withoutPronoun = (tokens: readonly Token[], { persons }: RomanceLanguage): readonly Token[] =>
  persons.third.test(tokens[0]?.word ?? '') ? tokens.slice(1) : tokens

function tellClinician(
  sentence: Sentence,
  meanings: readonly Meaning[],
  isQuoted: boolean,
  language: RomanceLanguage,
): Entry[] {
  const evidence = [sentence.itemId]
  const measured = measuredIn(sentence, language)
  const place = placeOf(sentence, meanings, language)
  if (measured.length > 0 && !isQuoted && isAllMeasured(meanings, measured)) {
    return measured.map(({ name, printed }) => ({
      ...{ place: 'objective', topic: 'vitals', evidence, support: 'derived' },
      text: `${language.say.label(name)}${printed}.`,
    }))
  }
  if (isQuoted) return [quote(sentence, ...place, language)]
  const { tokens } = sentence
  const diagnosis = language.turn.toDiagnosis(tokens)
  if (diagnosis) {
    const text = language.say.diagnosis + lowerFirst(joinTokens(diagnosis))
    return [{ place: 'assessment', topic: 'assessment', text, evidence, support: 'derived' }]
  }
  const isDecided = place[0] === 'plan' || measured.length === 0
  const order = isDecided ? language.turn.toInfinitive(tokens) : undefined
  const topic = place[0] === 'plan' ? place[1] : 'advice'
  if (order) return [{ place: 'plan', topic, text: joinTokens(order), evidence, support: 'derived' }]
  const text = inThirdPerson(tokens, 'doctor', language)
  const [where, about] = measured.length > 0 ? (['objective', 'vitals'] as const) : place
  if (text && where !== 'plan') return [{ place: where, topic: about, text, evidence, support: 'derived' }]
  return [quote(sentence, where, about, language)]
}

/** Nothing else is said than values. */
const isAllMeasured = (meanings: readonly Meaning[], measured: readonly { start: number; end: number }[]) =>
  meanings.every(({ start, end }) => measured.some((one) => start >= one.start && end <= one.end))
