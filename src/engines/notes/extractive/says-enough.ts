import { findNames } from '../../../clinical/en/conditions.ts'
import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'

/** Words that tell nothing by themselves: grammar, courtesy, and what people say while they do something else. */
const EMPTY = new Set(
  (
    "a an the this that these those it its it's that's there here and or but so because if then also just now well again " +
    'of in on at to for from with by about as into over up down out off around i me my mine you your yours he him his she ' +
    'her hers we us our they them their who what which when where why how am is are was were be been being has have had ' +
    'having do does did done will would can could should may might must shall not no yes yeah okay ok alright right sure ' +
    'good great fine nice perfect thanks thank sorry please hi hello hey bye mr mrs ms miss doctor dr patient patients ' +
    "let let's see look looks looking go goes going get gets got come take care know think mean say says said tell talk " +
    'talked thing things stuff something anything everything nothing lot bit little kind sort way very really pretty ' +
    "actually basically probably definitely absolutely exactly honestly course problem problems question questions i'm i've " +
    "i'll i'd we'll we've we're you're you've you'll he's she's they're don't can't denies reports awesome wonderful " +
    'excellent gotcha understand understood today moment second quick paragraph period dictation dictating'
  ).split(' '),
)

/** Greetings, and marks of a dictation. */
const OUTSIDE =
  /^(hi|hello|hey|good (morning|afternoon|evening)|nice to|(there,? )?(i'm|i am|my name is|this is) (dr|doctor|nurse)\b|end of dictation|next paragraph|paragraph|new line|period|any (other )?questions|do you have any (other )?questions|have a seat|take a deep|deep breath|keep (going|bending)|thank|you're welcome|see you|take care)\b/

/** The clinician says what he is about to look at. */
const LOOKS =
  /^(let me|lemme|i'm (?:gon ?na|going to) (?:go ahead and )?)(?: (?:just|quickly|go|ahead|and))* ?(?:do|take|have|examine|listen|look|press|talk|pull|review|feel)\b.*\b(?:exam|examination|look|you|them|plan|here|results)$/

const HAS_VERB =
  /\b(am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might|must|\w+'(s|m|re|ve|ll|d|t)|go|get|got|take|took|see|feel|felt|come|came|went|think|thought|know|want|need|hurts?|shows?|looks?|sounds?|seems?|\w{2,}ed|\w{2,}ing)\b/
/** How a sentence begins that turns to something and says nothing of it: "for her first problem, her heart failure". */
const TURNS_TO =
  /^(for|regarding|in terms of|as far as|as for|with regards? to|when it comes to|on|upon) (your|the|my|his|her|our|this|that) /
const PREPOSED = /^(so )?(in|on|upon|with|without|after|before|during|because of|despite|other than|from|at|for)\b/

/** True for words that hang on a sentence which was said before or never: "without any ibuprofen". */
export function isLoose(words: readonly string[]): boolean {
  const said = words.join(' ')
  if (HAS_VERB.test(said)) return false
  return TURNS_TO.test(said) || (PREPOSED.test(said) && !words.some(isNumber) && !words.some(isMedicine))
}

/** True for plain words that a note would miss: something clinical, a number with its noun, or two words that tell. */
export function saysEnough(words: readonly string[]): boolean {
  const said = words.join(' ')
  if (OUTSIDE.test(said) || LOOKS.test(said)) return false
  const telling = words.filter((word) => !EMPTY.has(word))
  if (telling.length > 1 || telling.some((word) => isClinical(word) || isMedicine(word) || isNumber(word))) return true
  return telling.length > 0 && findNames(words.join(' ')).length > 0
}
