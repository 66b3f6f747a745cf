import { isNegator } from './words.ts'

/**
 * Whether a condition is there, by the words of its sentence on either side. After NegEx and ConText (Chapman 2001,
 * Harkema 2009), more careful: a negation reaches to the end of its clause, so that a long list is denied whole.
 */

/** Where a new clause begins that a negation in front does not reach. */
const NEW_CLAUSE =
  /\b(but|however|although|though|except|because|yet|(i|he|she|they|you|we|patient) (also |still |only |now )*(have|has|had|am|is|feel|feels|get|gets|got|reports?|complains?)|(i've|i'm|he's|she's|you've|you're))\b/g

/** What is asked, feared, guessed, treated before it comes, or somebody else's. Guesses have no code: guidelines, IV.H. */
const NOT_SAID_TO_BE =
  /\b(if|in case|unless|whether|look(s|ed|ing)? for|things like|think(ing)? (about|of)|used for|wish|thought (i|he|she) (was|had)|more than|rather than|instead of|presum\w+|working diagnosis|risks? (of|for)|rul(e|es|ed|ing) out|exclud\w+|prevent\w*|avoid\w*|watch (out )?for|look out for|vaccin\w*|immuni[sz]\w*|check\w* (\w+ )?for|test\w* (\w+ )?for|screen\w* (\w+ )?for|might|may|could|can (cause|give|lead|be|get)|maybe|perhaps|possibl[ey]|possibility|probabl[ey]|suspect\w*|suspicio\w+|likely|questionable|worr(y|ied|ies)|afraid|scared|fear\w*|concern\w*|caus(e|es|ing)|side effects?|lead to|against|(symptoms?|signs?) of|such as|expos(ed|ure) to|contact with|friends?|neighbou?rs?|colleagues?|coworkers?|someone|somebody|everyone|everybody|people)\b/
/** A question may ask for any. */
const ANY = /\bany\b/

/** Behind it: it is not there, it is what something else did, or the word belongs to the name of a test or a prevention. */
const TAKEN_BACK =
  /^(no|none|not|never)$|^from (it|that|them|those)\b|^(negative|denied|absent|not (present|there|found|seen|noted|detected|positive))\b|^((\w+|isn't|wasn't) ){0,5}?(negative|ruled out|excluded|unlikely|gone|resolved|went away|go away|cleared|subsided)\b|^(test(s|ing|ed)?|screen(ing|ed)?|shots?|jabs?|vaccin\w+|immuni[sz]ation|prophylaxis|prevention|risk|exposure|clinic|doctor|team|ward)\b(?!.*\bpositive\b)/

const LONG_AGO =
  /\b(years? ago|last year|as a (child|kid|baby|teenager|boy|girl)|in (my|his|her) childhood|in childhood|used to|in the past|previous(ly)?|ever|when (i|he|she|you) (was|were) (a|an|in|young|little|small|pregnant|\w+ years old))\b|(?<!\b(?:hours?|days?|weeks?|months?) )\bhistory of\b/
const STILL = /\b(start\w*|began|begun|since|still|again)\b/

/** True when the words around it say that it is there. */
export function isAsserted(before: string, after: string): boolean {
  const clause = lastClauseOf(before)
  if (clause.split(' ').some(isNegator) || TAKEN_BACK.test(after.trim())) return false
  return !NOT_SAID_TO_BE.test(before) && !ANY.test(clause)
}

/** True when a question asks after the condition itself, so that a yes means that it is there. */
export function isAskedAfter(before: string, after: string): boolean {
  return !before.split(' ').some(isNegator) && !TAKEN_BACK.test(after.trim()) && !NOT_SAID_TO_BE.test(before)
}

/** True for what was there once and passed. */
export function isLongAgo(said: string): boolean {
  return LONG_AGO.test(said) && !STILL.test(said)
}

/** The words in front of something that belong to its own clause. */
function lastClauseOf(before: string): string {
  const last = [...before.matchAll(NEW_CLAUSE)].at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}

const AFFIRMS =
  /^(yes|yeah|yep|yup|sometimes|occasionally|often|always|since|mild|a (little|bit|lot)|on and off|(for|about) (about |almost |over )?(a|an|the|one|two|three|four|five|six|seven|\d+)\b)/
const TURNS_ROUND = /\b(but|gone|went away|resolved|used to|better now|only when)\b/

/** True for an answer that says yes, or tells how it is, and takes nothing back. */
export function affirms(answer: string): boolean {
  return AFFIRMS.test(answer) && !answer.split(' ').some(isNegator) && !TURNS_ROUND.test(answer)
}
