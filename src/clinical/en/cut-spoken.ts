import { cleanSpoken } from './clean-spoken.ts'
import { bordersOf } from './cut-sentence.ts'
import { beginsLikeQuestion, isAnswer } from './questions.ts'
import { isNumber, plainWords, readSentences } from './words.ts'

/**
 * The sentences of spoken text, told by marks, by where questions and answers begin, and by what was learned of
 * sentence ends. A border that would tear a condition or a question from what belongs to it is no border.
 */
export function cutSpoken(text: string): string[] {
  return readSentences(cleanSpoken(text)).flatMap(cut)
}

function cut(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const borders = bordersOf(printed)
  const pieces: string[][] = []
  for (const [index, start] of [0, ...borders].entries()) {
    const piece = printed.slice(start, borders[index])
    const last = pieces.at(-1)
    if (last && belongsTo(plain(last), plain(piece))) last.push(...piece)
    else pieces.push(piece)
  }
  return pieces.map((piece) => piece.join(' '))
}

const plain = (printed: readonly string[]) => printed.flatMap(plainWords)

/** "When I was a kid": what follows is told of that time; "if you get", of that case. */
const OPENS_CONDITION =
  /^(?:(?:and|so|but|okay|like|or|well) )*(?:(?:i )?(?:would |do |i'd )?(?:say|think|guess|notice) (?:that )?)?(?:when|if|while|unless|although|in case)\b/
const LONGEST_CONDITION = 8
/** What needs what stands behind it: "trying to recall | if I had", "because then | it hurts". */
const DANGLES =
  /\b(?:because(?: then)?|unless|which|who|to|of|with|for|the|a|an|my|your|recall|wonder|whether|during that time|as well after|and then|and|or|(?:and )?hopefully(?: with [\w ]{2,20} help)?)$/
/** "Listening to your heart | you have a regular rate", "on your lung exam when you breathe | i hear crackles". */
const LOOKS =
  /^(?:(?:and|so|but|okay|now|then|also) )*(?:(?:on|upon|with|for) (?:your|the|his|her) (?:[\w-]+ ){0,4}?(?:exam|examination)(?: of (?:your|the) [\w ]{2,24})?(?: here)?(?: when (?:you|i)\b.{0,40})?|(?:listen|listening|look|looking) (?:to|at) (?:your|the|his|her) \w+(?: \w+)?(?: here)?)$/
/** "If she's really sleepy | you bring her right back". */
const ORDERED =
  /^(?:you (?:bring|call|come|go|need to|should|have to|must)|bring (?:her|him|them)|call (?:us|me|9)|come (?:right |straight )?(?:back|in)|go (?:straight |right )?to)\b/
/** "Come back | if it gets red": when, stands behind. */
const RETURNS =
  /\b(?:come back|call|call us|ring us|return|be seen|see (?:me|us)|let (?:me|us) know|emergency room|hospital|a and e|999|911|in touch)$/
/** Words that make a piece a sentence of its own; a list goes on with what was asked before. */
const STATES = /\b(i|i'm|i've|you|you're|you've|he|she|we|they|it|it's|there|my|is|are|was|were|have|has|had|do|does)\b/

function belongsTo(last: readonly string[], piece: readonly string[]): boolean {
  const said = last.join(' ')
  const [first = ''] = piece
  if (DANGLES.test(said) || (isNumber(last.at(-1) ?? '') && isNumber(first))) return true
  if (first === 'then' && /\b(?:if|when|unless)\b/.test(said)) return true
  if (OPENS_CONDITION.test(said) && ORDERED.test(piece.join(' '))) return true
  if (/^(?:if|unless|when)$/.test(first) && RETURNS.test(said)) return true
  if (OPENS_CONDITION.test(said) && last.length <= LONGEST_CONDITION) return true
  if (LOOKS.test(said) && !/^(?:so|and|okay)$/.test(first)) return true
  return (
    beginsLikeQuestion(last) &&
    !/^(?:yes|no|so|now|okay)$/.test(first) &&
    !isAnswer(first) &&
    !STATES.test(piece.join(' '))
  )
}
