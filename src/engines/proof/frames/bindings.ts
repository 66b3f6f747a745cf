import { GIVEN_UP } from './agree.ts'
import { type Conversation, type Evidence, headsAt } from './evidence.ts'
import { mannerOf } from './manner.ts'
import { type Missing, wordsIn } from './missing.ts'
import type { Meaning, MeaningSort } from './passage.ts'

/** Something that a statement says, and where the evidence does. */
export interface Licensed {
  meaning: Meaning
  places: readonly Meaning[]
}

/** What something else can be said of. */
const HEADS: readonly MeaningSort[] = ['medicine', 'test', 'part', 'finding', 'person']

/** The first thing that the evidence says of something else than the statement does. */
export function findUnbound(all: readonly Licensed[], evidence: Evidence): Missing | undefined {
  if (!keepsOrder(all)) return { fault: 'number', words: 'then' }
  for (const one of all) {
    if (!keepsSequence(one, all)) return missing(one)
    if (!keepsRole(one, all, evidence)) return missing(one)
    if (one.meaning.sorts.has('side')) {
      if (!isOnSide(one, all, evidence)) return missing(one)
    }
    for (const heads of headsOf(one, all)) {
      // "Warm, without redness" are two things.
      if (heads.some((head) => mannerOf(head.meaning).isDenied !== mannerOf(one.meaning).isDenied)) continue
      if (heads.every((head) => head !== one && !isBound(one, head, evidence))) return missing(one, heads[0])
    }
    if (one.meaning.poles.length > 0) {
      const beside = all.filter(
        (other) =>
          other !== one &&
          isBeside(one.meaning, other.meaning) &&
          !other.meaning.poles.some(({ key }) => FREE_ACTION.test(key)),
      )
      const rivalled = beside.find((other) => isRivalled(one, other))
      if (rivalled) return missing(one, rivalled)
    }
    if (one.meaning.sorts.has('medicine') && isGivenUp(one, all)) return missing(one)
  }
  return undefined
}

/** What is said of something else, with what it is not said of. */
function missing({ meaning }: Licensed, head?: Licensed): Missing {
  return { fault: faultOf(meaning), words: [meaning, ...(head ? [head.meaning] : [])].map(wordsIn).join(' … ') }
}

function faultOf({ sorts }: Meaning): Missing['fault'] {
  if (sorts.has('amount')) return 'number'
  return sorts.has('side') ? 'side' : sorts.has('medicine') || sorts.has('action') ? 'medicine' : 'finding'
}

const isBeside = (a: Meaning, b: Meaning) => a.passage === b.passage && a.segment === b.segment

/** What the statement says it of: the heads of each sort in its stretch, or the nearest before it, or behind. */
function headsOf({ meaning }: Licensed, all: readonly Licensed[]): Licensed[][] {
  if (isAge(meaning)) return []
  const found = HEADS.filter((sort) => !meaning.sorts.has(sort)).map((sort) => {
    const heads = all.filter((other) => other.meaning.sorts.has(sort))
    const own = heads.filter((other) => isBeside(meaning, other.meaning))
    if (own.length > 0) return own
    if (sort === 'person' || meaning.poles.length === 0) return []
    const within = heads.filter((other) => other.meaning.passage === meaning.passage)
    const before = within.findLast((other) => other.meaning.segment < meaning.segment)
    // "Right knee replacement (2018)": of what stands right in front.
    if (isBracketed(meaning) && before && before.meaning.segment < meaning.segment - 1) return []
    const nearest = before ?? within.find((other) => other.meaning.segment > meaning.segment)
    return nearest ? [nearest] : []
  })
  return found.filter((heads) => heads.length > 0)
}

const isBracketed = ({ passage: { words, sentence }, start }: Meaning) =>
  sentence.tokens[(words[start]?.token ?? 0) - 1]?.word === '('

/** "58-year-old": of the person. */
const isAge = ({ passage: { words }, amount, start, end }: Meaning) =>
  amount !== undefined && (words[end]?.text === 'old' || /^(?:aged?|old)$/.test(words[start - 1]?.text ?? ''))

const shares = (a: ReadonlySet<string>, b: Meaning) => !a.isDisjointFrom(b.keys) || !a.isDisjointFrom(b.broader)

/** Whether something stands where the statement's was found. */
const isPlace = (each: Meaning, places: readonly Meaning[]) =>
  places.some((place) => place.passage === each.passage && place.start < each.end && each.start < place.end)

/** "The tablets", where the statement names them. */
const isUnnamed = ({ keys }: Meaning) => keys.has('medicine: medicine') || keys.has('medicine: tablet')

/** A question and its answer are one, where the answer is not of something else. */
function isAnswered(a: Meaning, b: Meaning): boolean {
  if (a.passage.told !== b.passage.told || a.passage.isAsked === b.passage.isAsked) return false
  const [asked, answer] = a.passage.isAsked ? [a, b] : [b, a]
  const sorts = HEADS.filter((sort) => ownHeads(asked, sort).some(({ start }) => start === asked.start))
  return sorts.every((sort) => ownHeads(answer, sort).length === 0)
}

const MEANT = /^(?:it|its|them|they|that|this|those|these|one|ones)$/

/** "The nurse will change it": what was named before. */
function isMeant(place: Meaning, other: Meaning): boolean {
  const by = place.passage.at - other.passage.at
  const isBefore = by === 1 || (by === 0 && other.segment < place.segment && place.segment - other.segment <= 2)
  const isRivalledHere = place.passage.meanings.some((each) => each.segment === place.segment && isRival(other, each))
  return (
    isBefore &&
    (isNoun(other) || other.sorts.has('side')) &&
    !isRivalledHere &&
    place.passage.words.some(({ text, segment }) => segment === place.segment && MEANT.test(text))
  )
}

const isNoun = ({ passage: { sentence, words }, end }: Meaning) =>
  /^(?:NOUN|PROPN)$/.test(sentence.tokens[words[end - 1]?.token ?? 0]?.pos ?? '')

/** "Bloods today, and a chest film": what stands in a row without a verb shares what is said of the first. */
function isListed(first: Meaning, other: Meaning): boolean {
  if (first.passage !== other.passage || other.segment <= first.segment || other.segment > first.segment + 2)
    return false
  if (first.amount || first.sorts.has('scale')) return false
  const { words, sentence, meanings } = other.passage
  const isBare = words.every(
    (word) =>
      word.segment <= first.segment ||
      word.segment > other.segment ||
      !/^(?:VERB|AUX)$/.test(sentence.tokens[word.token]?.pos ?? ''),
  )
  const isLast = meanings.every(
    ({ segment, amount, sorts }) => segment < other.segment || (!amount && !sorts.has('time')),
  )
  return isBare && isLast && meanings.every((each) => each.segment !== other.segment || !isRival(first, each))
}

/** "Sepsis two years ago, and they took my spleen out": what follows was then, where no other time is told. */
const isThen = (time: Meaning, other: Meaning) =>
  time.amount?.marker === 'ago' &&
  time.passage === other.passage &&
  other.segment === time.segment + 1 &&
  other.passage.meanings.every(
    ({ segment, amount, sorts }) => segment !== other.segment || !(amount || sorts.has('time')),
  )

const isTogether = (a: Meaning, b: Meaning) =>
  isBeside(a, b) || isAnswered(a, b) || isMeant(a, b) || isMeant(b, a) || isListed(a, b) || isThen(a, b)

const ownHeads = ({ passage, segment }: Meaning, sort: MeaningSort) =>
  passage.meanings.filter((each) => each.segment === segment && each.sorts.has(sort))

/** Both stand together in the evidence, or nothing there says the one of something else. */
function isBound(one: Licensed, head: Licensed, { conversation }: Evidence): boolean {
  if (one.places.some((place) => head.places.some((other) => isTogether(place, other)))) return true
  const sorts = HEADS.filter((each) => head.meaning.sorts.has(each) && !one.meaning.sorts.has(each))
  return sorts.length === 0 || sorts.some((sort) => isBoundBy(sort, one, head, conversation))
}

function isBoundBy(sort: MeaningSort, one: Licensed, head: Licensed, conversation: Conversation): boolean {
  const heads = (place: Meaning, of: MeaningSort, isNear = false) =>
    headsAt(conversation, place.passage, place.segment, of, isNear).filter((each) => !isPlace(each, [place]))
  const isOf = one.places.some((place) =>
    heads(place, sort).some((each) => isPlace(each, head.places) || (sort === 'medicine' && isUnnamed(each))),
  )
  if (isOf) return true
  const own = ([...HEADS, 'action'] as const).find((each) => one.meaning.sorts.has(each))
  if (own && head.places.some((place) => heads(place, own).some((each) => isPlace(each, one.places)))) return true
  if (isRivalled(one, head)) return false
  const isLoose = one.meaning.poles.length === 0 && one.places.some((place) => isWithin(place, head.places, sort))
  return isLoose || one.places.some((place) => heads(place, sort, true).length === 0)
}

/** In the same sentence, in a stretch that names nothing of the sort itself. */
const isWithin = (place: Meaning, others: readonly Meaning[], sort: MeaningSort) =>
  ownHeads(place, sort).length === 0 && others.some((other) => other.passage === place.passage)

/** True when the evidence has another of its closed class wherever it has what the statement says it of. */
function isRivalled(one: Licensed, other: Licensed): boolean {
  if (one.places.some((place) => other.places.some((each) => isTogether(place, each)))) return false
  return (
    other.places.length > 0 &&
    other.places.every((place) =>
      place.passage.meanings.some(
        (each) => each.segment === place.segment && !isPlace(each, [place]) && isRival(one.meaning, each),
      ),
    )
  )
}

/** Actions that stand beside any other: what one takes can be stopped. */
const FREE_ACTION = /^action: (?:take|accept|tolerate|allergy|intolerance)$/

function isRival(own: Meaning, said: Meaning): boolean {
  const keys = new Set(own.poles.map(({ key }) => key))
  if (own.amount?.dimension === 'often' && said.poles.some(({ key }) => key === 'scale 0: rarely')) return true
  if (said.amount?.dimension === 'often' && keys.has('scale 0: rarely')) return true
  if (said.poles.some(({ key }) => keys.has(key))) return false
  return own.poles.some(
    ({ scale, key }) =>
      !FREE_ACTION.test(key) && said.poles.some((pole) => pole.scale === scale && !FREE_ACTION.test(pole.key)),
  )
}

/** How far in front of its part a side may stand. */
const SIDE_REACH = 4

/** A side belongs to the part behind it, or to the nearest one. */
function partOf(side: Meaning, parts: readonly Meaning[]): Meaning | undefined {
  const near = parts.filter((part) => part.segment === side.segment)
  const behind = near.find((part) => part.start > side.start && part.start <= side.start + SIDE_REACH)
  return behind ?? near.toSorted((a, b) => Math.abs(a.start - side.start) - Math.abs(b.start - side.start))[0]
}

function isOnSide({ meaning, places }: Licensed, all: readonly Licensed[], { conversation }: Evidence): boolean {
  const parts = all.filter((one) => one.meaning.sorts.has('part') && one.meaning.passage === meaning.passage)
  const part = partOf(
    meaning,
    parts.map((one) => one.meaning),
  )
  if (part === undefined) return true
  return places.some((place) => {
    const heads = headsAt(conversation, place.passage, place.segment, 'part')
    const own = partOf(place, heads)
    if (own) {
      const isOwn = shares(part.keys, own)
      return isOwn || heads.some((each) => each.start === own.start && shares(part.keys, each))
    }
    return heads.length === 0 || heads.some((each) => shares(part.keys, each))
  })
}

const ROLE = /^(?:from|to|than|before|after|until|since|into|above|below|without|instead)$/

/** "To seventy five micrograms once a day": amounts in a row have the role of the first. */
function firstInRow({ passage: { meanings }, start }: Meaning): number {
  const before = meanings.find(({ amount, end }) => amount && end === start)
  return before ? firstInRow(before) : start
}

function roleOf(meaning: Meaning): string | undefined {
  const { passage, segment } = meaning
  const start = firstInRow(meaning)
  const said = passage.words
    .slice(Math.max(0, start - 3), start)
    .filter((word) => word.segment === segment && !isInfinitive(passage, word))
    .map(({ text }) => text)
  // "Swap it for", "replace it with": to what.
  if (isSwitched(meaning) && said.some((text) => /^(?:for|with|onto)$/.test(text))) return 'to'
  return said.findLast((text) => ROLE.test(text))
}

/** "I'd like to start it". */
const isInfinitive = ({ sentence }: Meaning['passage'], { text, token }: { text: string; token: number }) =>
  text === 'to' && sentence.tokens[token]?.pos === 'PART'

const isSwitched = ({ sorts, passage: { meanings } }: Meaning) =>
  sorts.has('medicine') && meanings.some(({ keys }) => keys.has('action: switch'))

/** "From warfarin to apixaban" and not the reverse: what else holds its place in the evidence takes it from it. */
function keepsRole({ meaning, places }: Licensed, all: readonly Licensed[], evidence: Evidence): boolean {
  const role = roleOf(meaning)
  if (role === undefined && meaning.sorts.has('amount') && places.every((place) => roleOf(place) === 'from'))
    return false
  // "Switch A to B": what it was said to be switched to is not what it is switched from.
  if (role === undefined && isSwitched(meaning) && places.every((place) => isSwitched(place) && roleOf(place) === 'to'))
    return false
  if (role === undefined || places.some((place) => roleOf(place) === role)) return true
  const others = all.filter(({ meaning: other }) => other !== meaning && isSameSort(other, meaning))
  return !others.some((other) =>
    other.places.some(
      (place) => evidence.passages.has(place.passage) && roleOf(place) === role && !places.includes(place),
    ),
  )
}

const isSameSort = (a: Meaning, b: Meaning) => [...a.sorts].some((sort) => sort !== 'other' && b.sorts.has(sort))

/** A medicine that was only ever stopped, refused or not borne does not stand in a list of what is taken. */
function isGivenUp({ meaning, places }: Licensed, all: readonly Licensed[]): boolean {
  if (mannerOf(meaning).isDenied) return false
  const said = all.filter((one) => one.meaning.passage === meaning.passage)
  const isTold = said.some((one) => one.meaning.poles.some(({ key }) => GIVEN_UP.test(key)))
  return (
    !isTold &&
    places.every((place) =>
      place.passage.meanings.some(
        (each) =>
          each.segment === place.segment &&
          each.poles.length > 0 &&
          each.poles.every(({ key }) => GIVEN_UP.test(key)) &&
          !mannerOf(each).isDenied,
      ),
    )
  )
}

const AFTER = /^(?:after|following|post|since)$/
const BEFORE = /^(?:before|preced\w+|prior)$/
const THEN = /^(?:then|afterwards|later)$/

/** "Zigzags, and then the headache": they are before it, and it is not before them. */
function keepsSequence({ meaning, places }: Licensed, all: readonly Licensed[]): boolean {
  const said = meaning.passage.words[meaning.start]?.text ?? ''
  if (!AFTER.test(said) && !BEFORE.test(said)) return true
  const object = all.find(
    (other) =>
      other.meaning.passage === meaning.passage &&
      other.meaning.start >= meaning.end &&
      other.meaning.start < meaning.end + SIDE_REACH,
  )
  return places.some((place) => {
    const then = place.passage.words.findIndex(({ text }, at) => at >= place.start && at < place.end && THEN.test(text))
    const beside = object?.places.filter((each) => each.passage === place.passage) ?? []
    if (then < 0 || object === undefined || object.places.length === 0) return true
    const isBehind = beside.some((each) => each.start > then)
    return isBehind === BEFORE.test(said)
  })
}

/** What is told in steps: "40 mg for 5 days, then 20 mg". */
function keepsOrder(all: readonly Licensed[]): boolean {
  const amounts = all.filter(({ meaning }) => meaning.amount)
  return amounts.every((one, at) => {
    const next = amounts.slice(at + 1).find((other) => isLaterStep(one.meaning, other.meaning))
    if (next === undefined) return true
    return one.places.some((place) =>
      next.places.some(
        (other) =>
          place.passage.at < other.passage.at || (place.passage === other.passage && place.start < other.start),
      ),
    )
  })
}

const isLaterStep = (first: Meaning, second: Meaning) =>
  first.passage === second.passage &&
  first.amount?.dimension === second.amount?.dimension &&
  first.passage.words.slice(first.end, second.start).some(({ text }) => text === 'then' || text === 'followed')
