import { isNegator, plainWords, readSentences } from '../../clinical/en/words.ts'

export type Sentiment = 'positive' | 'neutral' | 'negative'

const weigh = (weight: number, words: string) => words.split(' ').map((word) => [word, weight] as const)

/**
 * Words that tell what a caller feels about the service, from -3 to 3. Written here. Left out on purpose: courtesy
 * ("thanks", "please", "fine") and illness ("pain", "sick", "positive"), which tell of manners or of health.
 */
const FEELINGS: ReadonlyMap<string, number> = new Map([
  ...weigh(3, 'wonderful excellent fantastic amazing brilliant delighted thrilled outstanding perfect'),
  ...weigh(2, 'great happy glad grateful relieved pleased satisfied love loved impressed superb lovely'),
  ...weigh(1, 'helpful nice easy quick friendly appreciate better resolved reassured reassuring kind enjoy enjoyed'),
  ...weigh(
    -1,
    'annoyed annoying confusing confused slow complicated unhelpful waiting concerned complaint complain wrong rude',
  ),
  ...weigh(
    -2,
    'upset unhappy frustrated frustrating disappointed disappointing worried angry ignored fed-up useless rubbish dislike disliked hate hated',
  ),
  ...weigh(-3, 'terrible awful horrible furious unacceptable disgusted disgusting outrageous ridiculous appalling'),
])

const STRONGER = new Set('very really so extremely absolutely completely totally incredibly too utterly'.split(' '))
const WEAKER = new Set('slightly somewhat fairly little bit'.split(' '))
const STRENGTH = 0.3
/** A negated feeling turns round and loses strength: "not happy" is less than "unhappy". */
const NEGATED = -0.74
const REACH_WORDS = 3
/** What stands behind "but", or last where feelings differ, is what is meant. */
const BEFORE_TURN = 0.5
const BEHIND_TURN = 1.5

/** What is one feeling in several words, or courtesy, or meant the other way round. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bfed up\b/gi, 'fed-up'],
  [
    /\bI (?:(?:really|honestly|just) )*(?:don['’]t|do not|didn['’]t|did not|never) (?:(?:really|much) )*(?:like|enjoy)\b/gi,
    'I dislike',
  ],
  [/\bI (?:(?:really|also|do|quite) )*liked?\b(?! to\b)/gi, 'I enjoy'],
  [/\bnot good enough\b/gi, 'disappointing'],
  [/\b(?:good|great|lovely|nice) (?:morning|afternoon|evening|night|day|weekend)\b/gi, 'day'],
  [
    /^(?:oh|well),? (?:great|brilliant|wonderful|lovely|perfect|fantastic)(?=,? (?:another|again|now I|now we|so I)\b)/gi,
    'annoying',
  ],
]

/**
 * What a turn tells of its speaker's feelings. A word counts by its weight, more or less with an intensifier before it,
 * and turned round by a negation up to three words before in its clause;
 * what stands behind "but", and the last of feelings that differ, counts more. Rules after VADER (Hutto and Gilbert, 2014), whose list of
 * words is not used.
 */
export function readSentiment(text: string): Sentiment {
  const sum = weighTurn(readSentences(text).map(sumOf))
  if (Math.abs(sum) < 0.5) return 'neutral'
  return sum > 0 ? 'positive' : 'negative'
}

function sumOf(sentence: string): number {
  const said = PHRASES.reduce((text, [phrase, word]) => text.replace(phrase, word), sentence)
  const clauses = said.split(/[,;:]|\b(?=but\b)/i).map(plainWords)
  const turn = clauses.findLastIndex(([first]) => first === 'but')
  const sums = clauses.map(sumOfClause)
  return turn < 0 ? weighTurn(sums) : weighAt(sums, turn)
}

/** "Great app, I don't like that": where feelings differ, the last counts more. */
function weighTurn(sums: readonly number[]): number {
  const last = Math.sign(sums.findLast((sum) => sum !== 0) ?? 0)
  const turn = sums.findLastIndex((sum) => Math.sign(sum) === -last && sum !== 0)
  return turn < 0 ? sums.reduce((total, sum) => total + sum, 0) : weighAt(sums, turn + 1)
}

const weighAt = (sums: readonly number[], turn: number) =>
  sums.reduce((total, sum, at) => total + sum * (at < turn ? BEFORE_TURN : BEHIND_TURN), 0)

function sumOfClause(clause: readonly string[]): number {
  // "No I'm happy with that": the answer to a question turns nothing round.
  const words = clause[0] === 'no' ? clause.slice(1) : clause
  return words.reduce((total, word, at) => total + feel(word, words.slice(Math.max(0, at - REACH_WORDS), at)), 0)
}

function feel(word: string, before: readonly string[]): number {
  const weight = FEELINGS.get(word) ?? 0
  const steps = before.filter((each) => STRONGER.has(each)).length - before.filter((each) => WEAKER.has(each)).length
  const felt = weight * (1 + steps * STRENGTH)
  return before.some(isNegator) ? felt * NEGATED : felt
}

const count = (turns: readonly Sentiment[], wanted: Sentiment) => turns.filter((each) => each === wanted).length

function moodOf(turns: readonly Sentiment[]): string {
  const balance = count(turns, 'positive') - count(turns, 'negative')
  if (balance === 0) return 'mixed'
  return balance > 0 ? 'positive' : 'negative'
}

/**
 * "Negative at first, positive at the end. Turns: 1 negative, 2 positive, 4 neutral." The course is that of the turns
 * that tell of a feeling, their first half against their last.
 */
export function formatCourse(texts: readonly string[]): string {
  const turns = texts.map(readSentiment)
  const counts = (['negative', 'positive', 'neutral'] as const).map((each) => `${count(turns, each)} ${each}`)
  const course = nameCourse(turns.filter((turn) => turn !== 'neutral'))
  return `${course.charAt(0).toUpperCase()}${course.slice(1)}. Turns: ${counts.join(', ')}.`
}

function nameCourse(felt: readonly Sentiment[]): string {
  if (felt.length === 0) return 'neutral throughout'
  const half = Math.max(1, Math.floor(felt.length / 2))
  const [first, last] = [moodOf(felt.slice(0, half)), moodOf(felt.slice(-half))]
  return first === last ? `${first} throughout` : `${first} at first, ${last} at the end`
}
