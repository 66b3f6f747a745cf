import { relativeOf } from '../../../clinical/en/relatives.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import { onceEach } from './find-entities.ts'
import type { Claim } from './read-claims.ts'
import { questionOf, type Said, sentencesOf, statementOf, trim } from './read-stated.ts'

/** What somebody is allergic to, in the words that were said. */
export function findAllergies(claims: readonly Claim[]): Statement[] {
  return onceEach(claims.flatMap(allergiesOf))
}

/** A sentence that names one says it better than the whole answer. */
function allergiesOf(claim: Claim): Statement[] {
  const named = sentencesOf(claim).flatMap((said) => allergyOf(said, claim))
  return named.length === 0 && claim.isAnswered ? answeredAllergyOf(claim) : named
}

const ALLERGY = /\b(?:allergic|allerg(?:y|ies)) to (?:the )?(.+)$/i
/** Where the name of it ends. */
const BEHIND_ALLERGY = /(?:[,;]|\s(?:which|that|it|because|but|since|when|and (?:i|he|she|it|get|got)))\b.*$/i

function allergyOf({ text, asked }: Said, { evidence }: Claim): Statement[] {
  const [, rest] = ALLERGY.exec(text) ?? []
  const before = rest === undefined ? [] : plainWords(text.slice(0, text.length - rest.length))
  const name = trim((rest ?? '').replace(BEHIND_ALLERGY, ''))
  const isDenied = [...before, ...plainWords(name)].some(isNegator)
  const isAnothers = relativeOf(before.join(' '), '') !== undefined
  if (name === '' || isDenied || isAnothers || /^any/.test(name)) return []
  const statement = statementOf(name, evidence, 'allergy', name)
  return [asked === undefined ? statement : { ...statement, support: 'derived' }]
}

const ASKS_FOR_ALLERGIES = /\b(allergic to (anything|any)\b|allergic to$|any (known )?(drug )?allergies|what .*allerg)/

/** "Are you allergic to anything? Yes, penicillin." */
function answeredAllergyOf({ text, evidence }: Claim): Statement[] {
  const asked = plainWords(questionOf(text)).join(' ')
  const answer = readSentences(text).slice(1).join(' ')
  const name = trim(answer.replace(/^(yes|yeah|yep|yup)\b[,.]?\s*(i am |i'm )?(allergic )?(to )?/i, ''))
  const isAnswer = name !== '' && !/^(i|i'm|my|we|you|he|she|it|well)\b/i.test(name)
  if (!isAnswer || !ASKS_FOR_ALLERGIES.test(asked) || plainWords(answer).some(isNegator)) return []
  return [{ ...statementOf(name, evidence, 'allergy', name), support: 'derived' }]
}
