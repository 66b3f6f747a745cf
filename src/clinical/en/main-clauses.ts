/** Words on which no sentence ends: what they need stands behind them. */
const HOLDS = new Set(
  (
    'a an the my your his her our their of in on at to for with by from into about than as and or but so because if when while ' +
    'that which who what how where why whether is are was were am be been being has have had do does did will would can could ' +
    'should may might must not very really just also luckily hopefully fortunately unfortunately maybe probably currently ' +
    "gonna wanna gotta i you we he she they it's i'm i've i'd i'll you're you've you'll we're we've we'll he's she's they're " +
    "that's there's let's let lemme think guess know see say says said hope feel feels believe mean sure suppose thought wish " +
    'some any every each another other no more most looks sounds seems during over under after before until since without ' +
    'both either these those get got like around between through review reviewed against put take taking'
  ).split(' '),
)
/** Words that go on with what stands before them. */
const GOES_ON = new Set('with of than which whose to into or nor as from by towards toward per'.split(' '))
/** Words that only lead on to the next sentence. */
const LEADS_ON = new Set('okay ok alright so and but then now also well'.split(' '))
const CONTRACTED = /^(?:i|you|we|he|she|it|they|that|there|let)'(?:m|s|re|ve|ll|d)$|^lemme$/
const PRONOUN = /^(?:i|you|we|he|she|it|they|there)$/
const AUXILIARY = /^(?:am|is|are|was|were|have|has|had)$/
/** What opens the object of a verb; "the tablets I take every day" has none behind it. */
const OPENS_OBJECT =
  /^(?:a|an|the|some|any|no|to|not|my|your|that|this|it|you|him|her|them|do|did|have|had|get|be|been|see|\d+|one|two|three)$/
const HAS_VERB =
  /\b(?:am|is|are|was|were|have|has|had|do|does|did|can|could|will|would|should|\w+'(?:s|m|re|ve|ll|d|t)|take|see|feel|think|know|want|need|get|got|look|looks|hear|identify|notice|note|appreciate|hurts?|\w{2,}ed|\w{2,}ing)\b/

const LEAST_WORDS = 4
const FAVOURED = 3
const TORN = 3

/** How much grammar speaks for a sentence that begins at `at`, where its last one began at `start`, in log-odds. */
export function leaningAt(words: readonly string[], start: number, at: number): number {
  const before = words[at - 1] ?? ''
  const piece = words.slice(start, at).join(' ')
  if (
    HOLDS.has(before) ||
    (before === 'right' && words[at] === 'now') ||
    IS_FRONTED.test(piece) ||
    OPENS_CONDITION.test(piece)
  )
    return -TORN
  if (GOES_ON.has(words[at] ?? '')) return -FAVOURED
  const isWhole = at - start >= LEAST_WORDS && HAS_VERB.test(piece)
  const opens = TURNS.test(words.slice(at, at + 6).join(' ')) || opensMainClauseAt(words, at)
  return isWhole && opens ? FAVOURED : 0
}

/** "For your hypertension | now I'm going to": what is done stands behind. */
export const isFronted = (piece: readonly string[]): boolean => FRONTS_PROBLEM.test(piece.join(' '))
const FRONTS_PROBLEM =
  /^(?:(?:okay|alright|so|and|but|now|then|also|lastly) )*(?:for (?:your|the) (?!next|last|past|most)|on (?:your|the) (?=.*\bexam))(?:(?!(?:i|you|we|he|she|it|they|there|is|are|was|were|has|have|had|do|did)\b)[\w'/-]+ ?){1,5}$/

/** "Now on your heart exam", "for your second problem": what is said of it stands behind. */
const IS_FRONTED =
  /^(?:(?:okay|alright|so|and|but|now|then|also|well|next) )*(?:on|for|in|with|upon|from)(?! (?:is|was))(?: (?!(?:i|you|we|he|she|it|they|there|is|are|was|were|has|have|had|do|did)\b)[\w'/-]+){1,7}$/
/** "So if your symptoms do not improve": a condition in front, with one clause of its own. */
const OPENS_CONDITION =
  /(?:^|\b(?:so|and|but|now|then|okay) )(?:if|when|since|once|unless|although|in case) (?:(?!\b(?:i|you|we|he|she|they)\b).)*\b(?:i|you|we|he|she|it|they|your|the|that|this|my|there)(?:'\w+)?\b(?:(?! (?:i|we|you|he|she|they|it|let's|please|then|that's|it's|(?:your|the) [\w ]{3,30}? (?:is|was|are|were|looks?))\b).)*$/
/** How a clinician turns to the next thing. */
const TURNS =
  /^(?:(?:okay|alright|so|and|but|now|then|also|well|next) )*(?:on (?:your|the) (?:[\w-]+ ){1,3}exam|for (?:your|the|his|her) (?:first|second|third|fourth|next|last|other|problem|\w+ (?:problem|issue))|let's|(?:so )?for that what|when (?:you came in|we checked|i looked|we looked|i examine|i listen)|for (?:your|his|her) [\w-]+(?: [\w-]+)? (?:now )?(?:i|we|let's|i'm|we're|i'll|we'll|i'd)\b|as far as|(?:so|and|but) (?:if|when|since|once) )/

/** "Now I'm going to", "you have some", "there is": a subject with its verb, and no relative clause of the noun before it. */
function opensMainClauseAt(words: readonly string[], at: number): boolean {
  let subject = at
  while (LEADS_ON.has(words[subject] ?? '')) subject++
  const [word = '', next = '', after = ''] = words.slice(subject, subject + 3)
  // "With the chemotherapy you've been getting and the cough": said of the chemotherapy.
  if (
    /^(?:you've|i've)$/.test(word) &&
    /^been \w+ing (?:and|so|with|for|in|at|from|is|are)\b/.test(words.slice(subject + 1, subject + 4).join(' '))
  )
    return false
  if (CONTRACTED.test(word)) return next !== 'ever'
  if (word === 'there') return /^(?:is|are|was|were)$/.test(next)
  if (/^(?:your|the|my)$/.test(word)) return HAS_ITS_VERB.test(words.slice(subject, subject + 5).join(' '))
  if (!PRONOUN.test(word)) return false
  return subject > at || OPENS_OBJECT.test(after) || (AUXILIARY.test(next) && /ing$/.test(after))
}

/** "Your temperature is", "the x-ray shows". */
const HAS_ITS_VERB = /^\w+(?: [\w-]+){1,3} (?:is|are|was|were|looks?|shows?|has|have|does|did|sounds?|seems?|feels?)\b/
