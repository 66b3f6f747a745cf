import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { readSentence } from '../../../clinical/en/facts/sentence.ts'
import { plainSpelling } from '../../../clinical/en/plain-spelling.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/en/words.ts'
import { agrees, agreesOnAmount, isOfDayParts } from './agree.ts'
import { findUnbound, type Licensed } from './bindings.ts'
import type { Evidence } from './evidence.ts'
import { isImplied } from './implied.ts'
import { type Missing, wordsIn } from './missing.ts'
import { isNoteWord, withoutHeading } from './note-words.ts'
import { type Meaning, type Passage, readPassage } from './passage.ts'
import { findRestated } from './restated.ts'
import { goesWithoutSaying } from './unspoken.ts'

/** The first thing that a statement says and its evidence does not, or not of the same; undefined when it follows. */
export function findMissing(text: string, evidence: Evidence): Missing | undefined {
  const passages = readStatement(text)
  const licensed: Licensed[] = []
  for (const passage of passages) {
    const found = licence(passage, evidence)
    if (!Array.isArray(found)) return found
    licensed.push(...found)
  }
  return findUnbound(licensed, evidence)
}

/** Statements are held against several places one after the other. */
const known = new Map<string, Passage[]>()
const MOST_KNOWN = 200

function readStatement(text: string): Passage[] {
  const before = known.get(text)
  if (before) return before
  const sentences = readSentences(plainSpelling(withoutHeading(text))).filter((one) => plainWords(one).length > 0)
  const told: Told = { sentences: [], answer: [], evidence: [], antecedents: {}, isClear: true }
  told.sentences = sentences.map((one) => readSentence(one, { id: '', speaker: 'unspecified' }))
  const passages = told.sentences.map((sentence, at) => readPassage(sentence, told, at, false))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, passages)
  return passages
}

/** Where in the evidence each thing stands that a sentence of the statement says; or what of it stands nowhere. */
function licence(passage: Passage, evidence: Evidence): Licensed[] | Missing {
  const licensed: Licensed[] = []
  const isCovered = passage.words.map(() => false)
  const cover = (meaning: Meaning, places: Meaning[]) => {
    licensed.push({ meaning, places })
    for (let at = meaning.start; at < meaning.end; at++) isCovered[at] ||= meaning.spoken?.includes(at) ?? true
  }
  for (const meaning of passage.meanings.filter(({ amount }) => amount)) {
    const places = evidence.meanings.filter((said) => agreesOnAmount(meaning, said) || isOfDayParts(meaning, said))
    if (places.length > 0) cover(meaning, places)
    else if (!isSaidInWords(meaning)) return { fault: 'number', words: wordsIn(meaning) }
  }
  const phrases = passage.meanings
    .filter(({ start, end, amount }) => end - start > 1 && !amount)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
  for (const meaning of phrases) {
    const places = placesOf(meaning, evidence)
    const isNew = !isCovered.slice(meaning.start, meaning.end).some(Boolean)
    if (places.length > 0) cover(meaning, places)
    else if (isNew && (isSaidOtherwise(meaning, evidence) || isOpposite(meaning, evidence)))
      return { fault: kindOf([meaning]), words: wordsIn(meaning) }
  }
  const unsaid: Unsaid[] = []
  for (const [at, word] of passage.words.entries()) {
    if (isCovered[at] || isNegator(word.text) || word.text === '/') continue
    if (isNoteWord(word.text) && !isMay(passage, at) && !isThis(passage, at) && !isCountedElse(passage, at, evidence))
      continue
    if (goesWithoutSaying(passage, at, evidence)) continue
    const meanings = passage.meanings.filter(({ start, end, amount }) => start === at && end === at + 1 && !amount)
    const closed = meanings.filter(
      ({ poles, keys }) => poles.length > 0 || [...keys].some((key) => key.startsWith('= ')),
    )
    const isClosed = meanings.some((meaning) => meaning.poles.length > 0 && isContrasted(meaning, evidence))
    const found = (isClosed ? closed : meanings).map((meaning) => ({ meaning, places: placesOf(meaning, evidence) }))
    if (found.every(({ places }) => places.length === 0)) {
      unsaid.push({ at, fault: /\d|^one$/.test(word.text) ? 'number' : kindOf(meanings), isClosed })
      continue
    }
    const places = [...new Set(found.flatMap((one) => one.places))]
    licensed.push({
      meaning: joinMeanings(found.filter((one) => one.places.length > 0).map(({ meaning }) => meaning)),
      places,
    })
  }
  const restated = findAllRestated(passage, unsaid, evidence)
  licensed.push(...restated)
  // "Urinary hesitancy", of whom the water takes ages to come.
  const said = licensed.map(({ meaning }) => meaning)
  const missing = unsaid.find(
    ({ at }) =>
      restated.every(({ meaning }) => at < meaning.start || at >= meaning.end) &&
      !isImplied(passage.words[at]?.stem ?? '', said),
  )
  return missing ? { fault: missing.fault, words: passage.words[missing.at]?.text ?? '' } : joinAlike(licensed)
}

/** A word that the evidence does not have; `isClosed` where it has another of its class. */
interface Unsaid {
  at: number
  fault: Missing['fault']
  isClosed: boolean
}

/** What is unsaid by itself, in a clinician's words for what was said. */
function findAllRestated(passage: Passage, unsaid: readonly Unsaid[], evidence: Evidence): Licensed[] {
  if (unsaid.length === 0) return []
  const open = new Map(unsaid.map(({ at, isClosed }) => [at, !isClosed]))
  return passage.words.flatMap((_, at) => {
    const found = findRestated(passage, at, evidence, open)
    return found ? [found] : []
  })
}

/** A word of a closed class is said by its own members alone where the evidence has another of the class, and what is done with a medicine always. */
const isContrasted = ({ poles, passage }: Meaning, evidence: Evidence) => {
  const isOfMedicine = passage.meanings.some(({ sorts }) => sorts.has('medicine'))
  const own = poles.filter(({ key }) => isOfMedicine || !OF_DOSE.test(key))
  return own.some(({ key }) => !OF_DEGREE.test(key)) || hasRivals(own, evidence)
}
const OF_DEGREE =
  /^side both$|^time \d+: night$|^scale \d+: (?:soft|hard|negative|relieve|severe|moderate|mild|acute|chronic|sudden|gradual|positive|full|limited|low|high|worse|better|strong|weak|regular|irregular|rarely|occasional|frequent|always|intermittent|increase|decrease|absent|normal|abnormal|permanent|temporary|productive|brisk)$/
/** What is done with medicines is done by these; of anything else they tell how much of it there is. */
const OF_DOSE = /^action: (?:increase|reduce|hold|delay|take|continue|tolerate|intolerance|accept)$/

const hasRivals = (poles: Meaning['poles'], { meanings }: Evidence) =>
  poles.some(({ scale, key }) =>
    meanings.some((said) => said.poles.some((one) => one.scale === scale && one.key !== key)),
  )

/** "One" and "first" may be words like others. */
const isSaidInWords = ({ amount, passage: { words }, start }: Meaning) =>
  amount !== undefined &&
  amount.dimension === 'bare' &&
  /^(?:one|first|second|third|half)$/.test(words[start]?.text ?? '')

/** "One pillow", where it was three. */
const isCountedElse = ({ words }: Passage, at: number, { meanings }: Evidence) =>
  words[at]?.text === 'one' &&
  meanings.some(
    ({ amount, end, passage }) =>
      amount?.dimension === 'bare' && amount.value > 1 && passage.words[end]?.stem === words[at + 1]?.stem,
  )

/** "This winter" is not "two winters ago". */
const isThis = ({ words }: Passage, at: number) =>
  words[at]?.text === 'this' &&
  /^(?:week|month|year|winter|summer|spring|autumn|season|term)$/.test(words[at + 1]?.text ?? '')

/** The month. */
const isMay = ({ words }: Passage, at: number) =>
  words[at]?.text === 'may' && /^(?:in|since|until|till|last|next|of|early|late|mid)$/.test(words[at - 1]?.text ?? '')

/** "Heart attack" of somebody else: its words by themselves prove nothing. */
const isSaidOtherwise = ({ keys, sorts }: Meaning, { byKey }: Evidence) =>
  (sorts.has('finding') || sorts.has('medicine')) && [...keys].some((key) => byKey.has(key))

/** "Breathing out", where it was in. */
const isOpposite = ({ poles, sorts }: Meaning, evidence: Evidence) =>
  sorts.has('scale') && poles.every(({ key }) => !evidence.byKey.has(key)) && hasRivals(poles, evidence)

function placesOf(meaning: Meaning, { byKey }: Evidence): Meaning[] {
  const places = new Set([...meaning.keys].flatMap((key) => byKey.get(key) ?? []))
  return [...places].filter((said) => agrees(meaning, said))
}

/** What the same words say in several ways is one thing. */
function joinAlike(licensed: readonly Licensed[]): Licensed[] {
  const groups = Map.groupBy(
    licensed,
    ({ meaning: { start, end, amount } }) => `${start} ${end} ${amount ? 'amount' : ''}`,
  )
  return [...groups.values()].map((group) => ({
    meaning: group.length === 1 ? (group[0] as Licensed).meaning : joinMeanings(group.map(({ meaning }) => meaning)),
    places: [...new Set(group.flatMap(({ places }) => places))],
  }))
}

/** A word by all that it may mean. */
function joinMeanings(meanings: readonly Meaning[]): Meaning {
  const [first] = meanings as [Meaning]
  return {
    ...first,
    keys: new Set(meanings.flatMap(({ keys }) => [...keys])),
    sorts: new Set(meanings.flatMap(({ sorts }) => [...sorts])),
    poles: meanings.flatMap(({ poles }) => poles),
  }
}

function kindOf(meanings: readonly Meaning[]): Missing['fault'] {
  const sorts = new Set(meanings.flatMap(({ sorts: own }) => [...own]))
  return sorts.has('side') ? 'side' : sorts.has('medicine') ? 'medicine' : 'finding'
}
