import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { isBodyPart, isClinical } from '../../../../clinical/en/terms.ts'
import { tellFragment } from './fragment.ts'
import { startOfMatter } from './lead-in.ts'
import { tellClauses } from './tell.ts'

const PERCEIVES = /^(?:hear|see|feel|note|notice|appreciate|find|get|observe|detect|palpate)$/
/** What stands in front of a finding, and says only that it was looked for. */
const LOOKED =
  /^(?:(?:and|so|now|then|okay) )*(?:(?:on|upon|with|for|in) (?:your |the |his |her |my |this |physical |general )*(?:\w+ )?(?:exam|examination|inspection|auscultation|palpation|evaluation)(?: of (?:your|the|his|her) \w+)?|(?:looking|listening|pressing|feeling) (?:at|here|in|into|to|on|over) (?:your |the |his |her )?\w+)(?: ?,)? (?=\w)/i

/** What was found, as an examination has it: "There are fine crackles on both sides.", "The lungs are clear." */
export function tellFinding(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses } = sentence
  const place = LOOKED.exec(sentence.text)?.[0].trim().replace(/,$/, '')
  const clause = perceivingOf(sentence)
  if (clause?.verb) {
    const told = tellThirdPerson(tokens, clauses, voice, clause.verb.end, tokens.length)
    if (told === undefined || told === '' || /^(?:that|you|it|a little bit of|the patient)\b|\bresults?\b/.test(told))
      return tellClauses(sentence, voice)
    const noun = tokens.slice(clause.verb.end).find(({ pos }) => pos === 'NOUN')
    const isMany = noun !== undefined && noun.word !== noun.lemma && noun.word.endsWith('s')
    const negated = clause.verb.isNegated ? ' no' : ''
    const before = place ? `${tellPlace(place)} ` : ''
    return [`${before}there ${isMany ? 'are' : 'is'}${negated} ${told.replace(/^any /, '')}`]
  }
  const told = tellClauses(sentence, voice)
  return told ?? tellFragment(sentence, voice) ?? tellDictated(sentence, voice)
}

/** "I hear fine crackles": what the clinician perceives is a finding wherever it is said. */
export const perceivingOf = ({ tokens, clauses }: Sentence) =>
  clauses.find(
    ({ verb, subject, parent }) =>
      verb &&
      subject &&
      parent === undefined &&
      !verb.isPast &&
      /^(?:i|we)$/.test(tokens[subject.head]?.word ?? '') &&
      PERCEIVES.test(verb.lemma) &&
      verb.modals.every((modal) => modal === 'can') &&
      (/^(?:hear|appreciate|palpate|detect)$/.test(verb.lemma) || isOfBody(tokens.slice(verb.end, verb.end + 10))),
  )

/** "I'm seeing Ms Cooper today" finds nothing; neither does "I see you are here for your knee". */
const isOfBody = (tokens: Sentence['tokens']) =>
  !/^(?:here|you|that|where|why|how|what)$/.test(tokens[0]?.word ?? '') &&
  tokens.some(({ word }) => isClinical(word) || isBodyPart(word) || /^(?:clear|normal|anything|nothing)$/.test(word))

const tellPlace = (place: string) =>
  `${place
    .replace(/\b(?:your|my)\b/gi, 'the')
    .replace(/\bexamination\b/gi, 'exam')
    .replace(/^(?:and|so|now|then|okay) /i, '')},`

/** "Normal external genitalia": a finding that was dictated without a verb. */
function tellDictated(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses, said } = sentence
  const isNominal =
    /^(?:ADJ|NOUN|NUM|DET)$/.test(tokens[0]?.pos ?? '') && clauses.every(({ verb }) => verb === undefined)
  if (!isNominal || tokens.length < 3 || tokens.length > 25 || !said.split(' ').some(isClinical)) return undefined
  const told = tellThirdPerson(tokens, clauses, voice, startOfMatter(sentence))
  return told === undefined ? undefined : [`the exam shows ${told}`]
}
