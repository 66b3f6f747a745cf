/** How English questions and answers begin, told by words alone. Tables written here. */

const AUXILIARIES = new Set(
  "do does did is are am was were have has had can could would will should may isn't aren't don't doesn't didn't can't haven't".split(
    ' ',
  ),
)
const SUBJECTS = new Set(
  'i you he she it we they there this that these those your the his her their my our any anyone anything anybody'.split(
    ' ',
  ),
)
/** Subjects that hardly follow such a verb but in a question; "I had it" and "the pain is there" do. */
const PERSONS = new Set('i you he she we they'.split(' '))
const ASKING = new Set('what where when who why how which whose'.split(' '))
const ASKING_CONTRACTED = /^(what|where|who|how|when|why)('s|'re|'d)$/
const BEFORE_QUESTION = new Set('okay ok so well and but now alright um uh er also then or great good'.split(' '))
const MOST_BEFORE_QUESTION = 4
/** "What other medicines do you": how far behind the asking word its verb may stand. */
const MOST_BETWEEN = 4

/** True when a question begins at this place by the order of its words: "is the pain", "how long". */
export function opensQuestionAt(words: readonly string[], at: number): boolean {
  return opensQuestion(words, at, SUBJECTS)
}

/** "We'll order an x-ray, okay?" states what it says. */
export const asksForAssent = (text: string) => /\b(okay|ok|all right|alright)\s*\?["']?$/i.test(text) && !asksHow(text)

/** "Passing urine okay?", "breathing all right lying flat?": how something goes is asked, and nothing is stated. */
export const asksHow = (text: string) =>
  /^(?!.*(?:'|\b(?:is|are|was|will|i|we|you|he|she|it|they|let|going)\b))(?:and |so )?(?:\w+ )?\w+ing(?: \w+){0,2} (?:okay|ok|all right|alright)\s*\?$/i.test(
    text.trim(),
  )

/** True when a sentence of these plain words is a question by how it begins. */
export function beginsLikeQuestion(words: readonly string[]): boolean {
  let start = 0
  while (start < MOST_BEFORE_QUESTION && BEFORE_QUESTION.has(words[start] ?? '')) start++
  const opened = words.slice(start)
  return opensQuestionAt(words, start) || asksForAny(opened) || asksOnCondition(opened)
}

/** "If you bend forward do you get tingling": its condition belongs to what is asked. */
export function asksOnCondition(words: readonly string[]): boolean {
  if (!CONDITION.test(words[0] ?? '')) return false
  return words.some((_, at) => isInverted(words, at, ASKED_ON) && !HOLDS_ON.has(words[at - 1] ?? ''))
}

/** "When you have that pain does it keep you awake". */
const ASKED_ON = new Set([...PERSONS, 'it'])
const CONDITION = /^(?:if|when|whenever)$/

function opensQuestion(words: readonly string[], at: number, subjects: ReadonlySet<string>): boolean {
  return isInverted(words, at, subjects) || asks(words, at)
}

function isInverted(words: readonly string[], at: number, subjects: ReadonlySet<string>): boolean {
  const [word = '', subject = '', next = ''] = words.slice(at, at + 3)
  // "What that means is there is some fluid" states it.
  if (subject === 'there' && next === word) return false
  return AUXILIARIES.has(word) && subjects.has(subject) && !(ONE.test(word) && MANY.test(subject))
}

/** "The good news is I see no fracture" asks nothing: "is I" is no question. */
const ONE = /^(?:is|has|does|isn't|doesn't)$/
const MANY = /^(?:i|you|we|they)$/

/** "What medicines do you", "how long", "what about", "where is"; not "when I cough" and not "what I mean". */
function asks(words: readonly string[], at: number): boolean {
  const [word = '', next = '', after = ''] = words.slice(at, at + 3)
  if (ASKING_CONTRACTED.test(word)) return after !== 'more'
  if (!ASKING.has(word)) return false
  if (word === 'how' && /^(about|long|many|much|often|bad|far|old|severe)$/.test(next)) return true
  if (word === 'what' && /^(about|brings|brought|happened|makes|kind|sort|else)$/.test(next)) return true
  if (word !== 'which' && word !== 'who' && AUXILIARIES.has(next)) return SUBJECTS.has(after)
  if (word === 'when' || word === 'where' || word === 'who') return false
  const verb = words
    .slice(at + 1, at + 2 + MOST_BETWEEN)
    .findIndex((_, offset) => isInverted(words, at + 1 + offset, PERSONS))
  return verb >= 0
}

const FINITE =
  /^(is|are|was|were|will|would|can|could|should|has|have|had|does|do|did|gets|makes|needs|means|requires|must|should|i'm|i'll|we'll|we're)$/

/** "Any fever or chills": short, and without a verb that would make it a statement. */
function asksForAny(words: readonly string[]): boolean {
  return (
    /^any(?:thing)?$/.test(words[0] ?? '') &&
    words.length > 1 &&
    words.length <= 24 &&
    !words.some((word) => FINITE.test(word))
  )
}

const ANSWERS = new Set('yes yeah yep yup no nope nah'.split(' '))

/** True for a word that answers a question by itself. */
export function isAnswer(word: string): boolean {
  return ANSWERS.has(word)
}

/** Words after which a sentence goes on, so that no question begins there: "I can have you lie down", "as do they". */
const HOLDS_ON = new Set(
  (
    'if when because as than what how where why who which whether i you we they he she it to not will can could would ' +
    "should may i'll we'll you'll i'd let's let me us gonna wanna neither nor or"
  ).split(' '),
)
/** Words before "no" that make it part of their sentence: "there is no", "and no". */
const BEFORE_NO = new Set(
  'is are was were be been have has had got with and or but a there see hear find by in'.split(' '),
)

/**
 * The places inside a run of plain words where a question, or the answer to it, begins although no pause told so.
 * Conservative: "are you", "what medicines do you", "yes" and "no" where they can hardly stand inside a sentence.
 */
export function questionBorders(words: readonly string[]): number[] {
  const borders: number[] = []
  let start = 0
  let asking = beginsLikeQuestion(words)
  for (let at = 1; at < words.length; at++) {
    const begins = beginsQuestionAt(words, start, at) || (asking && beginsAnswerAt(words, start, at))
    const border = begins ? beforeOpeners(words, at) : 0
    if (border <= start) continue
    borders.push(border)
    start = border
    asking = beginsLikeQuestion(words.slice(at, at + 12))
  }
  return borders
}

/** "Okay and do you": the question begins with its openers. */
function beforeOpeners(words: readonly string[], at: number): number {
  let border = at
  while (BEFORE_QUESTION.has(words[border - 1] ?? '')) border--
  return border
}

function beginsQuestionAt(words: readonly string[], start: number, at: number): boolean {
  const before = words[at - 1] ?? ''
  if (HOLDS_ON.has(before) || asksOnCondition(words.slice(start, at + 2)) || isCausing(words, start, at)) return false
  const isAsked = words.slice(start, at).some((word, offset) => ASKING.has(word) && asks(words, start + offset))
  return !isAsked && opensQuestion(words, at, PERSONS)
}

/** "The next thing is have you see a specialist", "I'm gonna go ahead and have you lie down". */
const isCausing = (words: readonly string[], start: number, at: number) =>
  words[at] === 'have' &&
  words[at + 1] === 'you' &&
  (/^(?:is|was)$/.test(words[at - 1] ?? '') ||
    (words[at - 1] === 'and' &&
      /\b(?:gonna|going to|will|i'll|we'll|want to|wanna|let's)\b/.test(words.slice(start, at).join(' '))))

const TELLS_OF_SELF =
  /^(?:stopped|quit|never|used|gave|haven't|don't|didn't|wasn't|can't|usually|only|just|mostly|sometimes)$/
const LEADS_TO_SELF =
  /^(?:think|know|believe|say|said|what|when|if|how|where|why|who|whether|and|or|because|since|guess|sure|mean|as|than|but|so|while|after|before|time|pills|tablets|medicine|medication|thing|way|reason|one)$/

function beginsAnswerAt(words: readonly string[], start: number, at: number): boolean {
  const word = words[at] ?? ''
  if (at - start < 2) return false
  // "Are you still having that i stopped it in march."
  if (word === 'i') return TELLS_OF_SELF.test(words[at + 1] ?? '') && !LEADS_TO_SELF.test(words[at - 1] ?? '')
  return isAnswer(word) && !BEFORE_NO.has(words[at - 1] ?? '')
}
