import { isFiller, isNegator, plainWords, readSentences } from './words.ts'

/** What an answer says to the thing that was asked, and what else it tells. */
export interface Answer {
  says: 'yes' | 'no'
  /** What its first sentence tells beyond yes or no, in plain words: "twice this morning". */
  detail: string
}

const YES =
  /^(yes|yeah|yep|yup|yea|uh-huh|mm-hmm|mhm|mmhmm|correct|right|absolutely|definitely|exactly|sure|of course|i (?:do|have|am|did|was)(?= ?$| (?:yes|yeah|sometimes|still|always|indeed|occasionally|actually|doctor|sir|though))|it is|it does|it did|they do|always|sometimes|occasionally|often|a little( bit)?|a bit|a lot|every now and then|every once in a while|once in a while|on and off|only|mostly|just)\b/
const NO =
  /^(no|nope|nah|uh-uh|mm-mm|never|none|not (really|at all|that i|lately|recently|particularly|anymore|any more|so far|yet)|nothing|neither|negative|i (do not(?! want| like| need| trust)|don't(?! want| like| need| trust)|haven't|have not|am not|didn't|did not|never|wasn't|can't|cannot say|can't say)|i'm not|i've never|i've not|i'd say no|it (isn't|is not|doesn't|does not|didn't|did not|hasn't)|it's not|there (isn't|aren't|wasn't)|hardly|not(?! (?:a lot|much|many|often|always|every|all|only|so|too|very|any ?more|unless|until|when|since|that (?:much|many|often)|as)\b))\b/

/** What leaves it open, or turns it round behind the first word. */
const OPEN =
  /\b(not sure|don't know|do not know|maybe|perhaps|possibly|might|hard to (say|tell)|can't (tell|remember|recall|say for)|don't remember|i guess|i think so|not certain|couldn't (say|tell)|no idea|i suppose|depends|used to|in the past|anymore|any more|my (mother|mom|father|dad|brother|sister|wife|husband|son|daughter|family)|what do you mean|sorry|(didn't|did not) say)\b/
const TURNS =
  /\b(but|actually|although|though|except|apart from|other than|besides|well|still|until|unless|yeah|yes|no|just the|only the|only when|only if|if i)\b/

/** How a patient answers a question that can be answered by yes or no; undefined where a reader could doubt it. */
export function readAnswer(text: string): Answer | undefined {
  const [first = ''] = readSentences(text)
  const said = withoutRepeats(plainWords(first).filter((word) => !isFiller(word))).join(' ')
  if (said === '' || OPEN.test(said)) return undefined
  const says = NO.test(said) ? 'no' : YES.test(said) ? 'yes' : undefined
  if (says === undefined || isDoubled(said) || isTakenBack(withoutSame(says, text.slice(first.length).trim())))
    return undefined
  const again = says === 'no' ? /,? ?\b(?:no|nope)$/ : /,? ?\b(?:yes|yeah|yep)$/
  const behind = said
    .replace(says === 'no' ? NO : YES, '')
    .replace(again, '')
    .trim()
  if (isTurned(says, behind)) return undefined
  return { says, detail: (ADVERBIAL.test(said) ? said : behind).replace(ECHO, '').trim() }
}

/** "It's not that there's none", "I can't say I don't"; and "I never look" tells nothing of what would be seen. */
const DOUBLED =
  /^(?!no\b|nope|nah|never\b|none\b|neither|nothing|negative).*?\b(not|cannot|never|no|none|\w+n't)\b.*\b(not|never|no|none|\w+n't)\b/
const NEVER_LOOKED =
  /^(i|i've|i have) never (?!had|have|experienced|noticed|felt|did|do|done|smoked|drank|drunk|used|took|taken|been (pregnant|diagnosed)|gotten|get|got|seen)\w/
const isDoubled = (said: string) => DOUBLED.test(said) || NEVER_LOOKED.test(said)
/** A second sentence that takes the first one back: "No. Well, actually yes." */
const TAKEN_BACK =
  /^(well|oh|wait|actually|hang on|hold on|sorry|except|though|although|but|hmm|i mean|or|yes|yeah|no)\b/i
/** "No. No.": said twice. */
const withoutSame = (says: Answer['says'], rest: string) =>
  rest.replace(
    says === 'no' ? /^(?:(?:no|nope|none|never)\b[\s.,!]*)+$/i : /^(?:(?:yes|yeah|yep|yup)\b[\s.,!]*)+$/i,
    '',
  )
const isTakenBack = (rest: string) =>
  TAKEN_BACK.test(rest) || OPEN.test(plainWords(readSentences(rest)[0] ?? '').join(' '))

/** A yes that tells how: "sometimes", "only at night". */
const ADVERBIAL =
  /^(always|sometimes|occasionally|often|a little|a bit|a lot|every|once in|on and off|only|mostly|just)\b/

/** "Yes, I do": the question in other words. */
const ECHO =
  /^((,|i|we|he|she|it|they|that|there) (do|am|have|did|is|does|are|was|has|don't|haven't|am not|didn't|isn't|doesn't|can|will|would|won't|can't|wasn't|not)|i'm not|doctor|please|thank you|thanks|nothing like that|none of that|not at all|not really|none|nothing|at all|never|sir|ma'am)\b ?/

/** "No no", "yes, yes": said once. */
const withoutRepeats = (words: readonly string[]) => words.filter((word, at) => word !== words[at - 1])

/** "No, yeah, I do", "yes, I haven't": the reader has to see the words themselves. */
function isTurned(says: 'yes' | 'no', behind: string): boolean {
  if (behind === '') return false
  if (TURNS.test(behind)) return true
  return says === 'yes' && behind.split(' ').some(isNegator)
}
