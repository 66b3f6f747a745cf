import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'

const OF_SCALE = /\b(?:scale|out of (?:ten|10)|pain score|(?:zero|one|0|1) (?:to|through) (?:ten|10))\b/
const RATES =
  /^(?:(?:i|it|is|was|would|am|say|probably|maybe|about|around|like|at|a|an|just|an?|right|now|the|pain|be|been|today|usually|normally|um|uh|well|oh|yeah|give|put|rate|has) )*(\w+|\d+)(?: out of (?:ten|10))?(?: (?:right now|today|at (?:its|the) worst|maybe|probably|or so|i (?:guess|think|would say)))?$/
const RATINGS = 'zero one two three four five six seven eight nine ten'.split(' ')

/** "On a scale of one to ten? – I would say a six." */
export function tellRating(questions: readonly Sentence[], [first]: readonly Sentence[]): string | undefined {
  const isOfScale = questions.some(({ said }) => OF_SCALE.test(said) && /\bpain|hurt|ache|bad\b/.test(said))
  const isRated =
    questions.some(({ said }) => /\bhow (?:bad|severe)\b/.test(said)) && /\bout of (?:ten|10)\b/.test(first?.said ?? '')
  if (first === undefined || !(isOfScale || isRated)) return undefined
  const rated = RATES.exec(first.said)?.[1] ?? ''
  const value = RATINGS.includes(rated) ? RATINGS.indexOf(rated) : Number(/^\d+$/.test(rated) ? rated : Number.NaN)
  const doubt = /\b(?:probably|maybe|about|around)\b/.exec(first.said)?.[0]
  if (!(value <= 10)) return undefined
  const told = isOfScale
    ? ['the pain is', doubt, value, 'on the pain scale']
    : ['the severity is', doubt, value, 'out of 10']
  return told.filter(Boolean).join(' ')
}
