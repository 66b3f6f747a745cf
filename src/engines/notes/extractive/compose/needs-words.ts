import { readAnswer } from '../../../../clinical/en/answers.ts'
import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { isClinical, isMedicine } from '../../../../clinical/en/terms.ts'
import { isNumber, plainWords } from '../../../../clinical/en/words.ts'
import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'

/** True where a reader has to see the words of an answer themselves: of harm, or of a denial that is half one. */
export const needsWords = (told: Told): boolean => isGrave(told) || isHalfTold(told)

/** "Not really pain, it just feels a bit gritty": the denial alone says too much. */
const isHalfTold = ({ says, answer: [first] }: Told) =>
  says === 'no' &&
  first !== undefined &&
  /^(?:no )?not (?:really|exactly|so much|quite)\b.* (?:it|they|that|more|just) /.test(first.said)

/** What is said of harm and death needs what was asked, and every word. */
const isGrave = ({ sentences, answer, says }: Told) =>
  sentences.some(({ said }) => GRAVE.test(said)) &&
  (says !== 'no' || answer.some(({ clauses }) => clauses.some(({ verb }) => verb !== undefined)))
const GRAVE =
  /\b(?:harm\w*|suicid\w*|kill\w*|overdos\w*|worth living|(?:end|take|taking|ending) (?:your|his|her|their|my) (?:own )?life|safe at home|hit(?:s|ting)? you|made any plans|hearing (?:or seeing )?(?:things|voices)|be pregnant)\b/

/** "Shall I give you the stronger patch? – No, I'm happy with this one." */
export const isDeclined = ({ said }: Sentence, { says }: Told): boolean => says === 'no' && OFFERED.test(said)
const OFFERED = /\b(?:would you like|do you want|shall (?:i|we)|can i|how about|could (?:i|we))\b/

/** "Yes, in 2018, and my appendix when I was a kid": whether an answer has more than yes or no that stands in none of these. */
export function hasUntold(answer: readonly Sentence[], texts: readonly string[]): boolean {
  const told = new Set(plainWords(formatSpoken(texts.join(' '))).map(stem))
  const said =
    readAnswer(answer[0]?.text ?? '')?.detail ??
    plainWords(answer[0]?.text ?? '')
      .slice(1)
      .join(' ')
  const telling = plainWords(formatSpoken(said)).filter(
    (word) => isClinical(word) || isMedicine(word) || isNumber(word) || /^\d/.test(word),
  )
  return HOLDS_TILL.test(said) || telling.some((word) => !told.has(stem(word)))
}
/** "Not since I got rid of the cat." */
const HOLDS_TILL = /^(?:since|until|unless|except)(?: \w+){2,}/

/** "Last one was seven point eight": of what, stands in the question. */
export const needsQuestion = (text: string) =>
  text.split(' ').length <= 3 ||
  ELLIPTIC.test(text) ||
  /^not\b/i.test(text) ||
  /^(?:the )?(?:last|first|other|next|same|usual|latest) (?:one|time)\b|^(?:both|neither|none|all|half|some|most|one|two|three)(?: of (?:it|them|those))? (?:is|are|was|were|do|does|did|has|have)\b/i.test(
    text,
  )

/** "The patient's uncle did, at sixty", "the patient has, by the evening". */
const ELLIPTIC =
  /^(?:[\w']+ ){1,5}(?:(?:does|did|do|has|had|have|can|could|will|would)(?: not)?(?:[,.]|$| (?:at|in|by|when|since|but|until|for|too|once|sometimes|every)\b)|(?:is|was|are|were)(?: not)?(?:[,.]|$| (?:but|too)\b))/i

/** Without the endings that change with the sentence. */
export const stem = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '')
