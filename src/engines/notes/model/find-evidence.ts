import { plainWords } from '../../../clinical/en/words.ts'
import { serves } from '../../../domain/language.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import { readClauses } from '../../proof/clauses.ts'
import { stands, type Written } from '../../proof/prove.ts'
import { type EvidenceIndex, indexEvidence } from './evidence-index.ts'
import { oppositesOf } from './opposites.ts'
import type { Line } from './read-lines.ts'

/** A statement rests on so many items at most: a wide set carries a word of everything. */
const MOST_ITEMS = 5
/** Nor on several that are as long as a page. */
const MOST_WORDS = 500
/** The places that are tried, best first. */
const MOST_PLACES = 6
/** A set must tell nearly as much of a line as the best one does: what merely shares a word proves nothing of it. */
const LEAST_SHARE = 0.6
/** What a place that the model names is worth, and one beside it, against all that the line tells. */
const NAMED_SHARE = 0.5
const BESIDE_SHARE = 0.25

/** What sums of the same weights may differ by. */
const TINY = 1e-9

/** Some items as they stand in the transcript, and how much of a line they tell. */
interface Candidate {
  places: number[]
  told: number
  rank: number
}

/**
 * Finds what proves a line: the smallest set of items by which it stands, those first that tell most of it. What the model
 * names is a hint and no more. A line that nothing proves is `unsupported`, for the proof to leave out and count.
 */
export function openEvidence(items: readonly Item[], note: Written): (line: Line) => Statement {
  const index = indexEvidence(items)
  const proofOf = (text: string, places: readonly number[]): Statement | undefined => {
    const evidence = places.flatMap((place) => items[place]?.id ?? [])
    const cited = places.flatMap((place) => items[place]?.text ?? [])
    const ways = isMerelyAsked(text, cited) ? (['derived'] as const) : (['verbatim', 'derived'] as const)
    return ways.map((support) => ({ text, evidence, support })).find((one) => stands(one, note, items))
  }
  return (line) => {
    const wanted = index.weigh(line.text)
    // The proof knows what is denied in English alone.
    const opposites = serves('en', note.language) ? oppositesOf(line.text) : []
    const candidates = propose(index, wanted, line.hints)
    for (const candidate of candidates) {
      const statement = proofOf(line.text, candidate.places)
      if (!statement) continue
      const rivals = candidates.filter((other) => isAsGood(other, candidate))
      if (rivals.some(({ places }) => opposites.some((opposite) => proofOf(opposite, places)))) break
      if (answersOf(index, wanted, candidate).every((places) => proofOf(line.text, places))) return statement
    }
    const nearest = candidates[0]?.places.flatMap((place) => items[place]?.id ?? []) ?? []
    return { text: line.text, evidence: nearest, support: 'unsupported' }
  }
}

/** A smaller set, or one of the same size that tells as much. */
const isAsGood = (other: Candidate, { places, told }: Candidate) =>
  other.places.length < places.length || (other.places.length === places.length && other.told >= told - TINY)

/** The sets that are worth trying: small ones first, and of one size those that tell most. */
function propose(index: EvidenceIndex, wanted: ReadonlyMap<string, number>, hints: readonly number[]): Candidate[] {
  const found = index.find(wanted)
  const whole = [...wanted.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const hinted = readHints(hints, whole)
  const worth = (place: number) => weightOf(found.get(place) ?? [], wanted) + (hinted.get(place) ?? 0)
  const top = [...new Set([...found.keys(), ...hinted.keys()])]
    .filter((place) => index.isCitable(place))
    .toSorted((a, b) => worth(b) - worth(a) || a - b)
    .slice(0, MOST_PLACES)
  const sets = [...top.flatMap((place) => around(index, place)), ...combine(index, top, found, wanted)]
  const unlike = new Map(sets.map((places) => [places.join(' '), places]))
  const candidates = [...unlike.values()]
    .filter((places) => isSmall(index, places) && isBound(places, found))
    .map((places): Candidate => {
      const told = weightOf(new Set(places.flatMap((place) => found.get(place) ?? [])), wanted)
      return { places, told, rank: told + places.reduce((sum, place) => sum + (hinted.get(place) ?? 0), 0) }
    })
  const best = Math.max(...candidates.map(({ told }) => told))
  return candidates
    .filter(({ told }) => told >= best * LEAST_SHARE)
    .toSorted((a, b) => a.places.length - b.places.length || b.rank - a.rank)
}

function weightOf(terms: Iterable<string>, wanted: ReadonlyMap<string, number>): number {
  return [...terms].reduce((sum, term) => sum + (wanted.get(term) ?? 0), 0)
}

/** Ids of small models are off by one or two: what stands beside a hint is one too. */
function readHints(hints: readonly number[], whole: number): Map<number, number> {
  const places = hints.slice(0, MOST_ITEMS).map((number) => number - 1)
  const beside = places.flatMap((place) => [place - 1, place + 1])
  return new Map([
    ...beside.map((place) => [place, whole * BESIDE_SHARE] as const),
    ...places.map((place) => [place, whole * NAMED_SHARE] as const),
  ])
}

/** An item with its answer, where it asks. */
const readWith = (index: EvidenceIndex, place: number) => (index.isAsked(place) ? [place, place + 1] : [place])

/** An item by itself, then with what was asked before it and what was said right before or behind. */
function around(index: EvidenceIndex, place: number): number[][] {
  const asked = [place - 1, place - 2].find((before) => index.isAsked(before))
  const own = readWith(index, place)
  const behind = (own.at(-1) ?? place) + 1
  return [
    own,
    [...own, behind],
    [place - 1, ...own],
    ...(asked === undefined ? [] : [from(asked, own.at(-1) ?? place)]),
  ]
}

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The best places in pairs, and each of them with those that tell most of what it lacks. */
function combine(
  index: EvidenceIndex,
  top: readonly number[],
  found: ReadonlyMap<number, string[]>,
  wanted: ReadonlyMap<string, number>,
): number[][] {
  const join = (...groups: number[][]) => [...new Set(groups.flat())].toSorted((a, b) => a - b)
  const starts = top.slice(0, 4)
  const pairs = starts.flatMap((a, at) => starts.slice(at + 1).map((b) => join(readWith(index, a), readWith(index, b))))
  const grown = starts.slice(0, 2).flatMap((start) => {
    const sets = [readWith(index, start)]
    while ((sets.at(-1) ?? []).length < MOST_ITEMS) {
      const known = new Set((sets.at(-1) ?? []).flatMap((place) => found.get(place) ?? []))
      const adds = (place: number) => weightOf(new Set(found.get(place) ?? []).difference(known), wanted)
      const next = top.toSorted((a, b) => adds(b) - adds(a))[0]
      if (next === undefined || adds(next) === 0) break
      sets.push(join(sets.at(-1) ?? [], readWith(index, next)))
    }
    return sets
  })
  return [...pairs, ...grown]
}

function isSmall({ items, isCitable }: EvidenceIndex, places: readonly number[]): boolean {
  if (places.length > MOST_ITEMS || !places.every((place) => items[place] && isCitable(place))) return false
  const words = places.reduce((sum, place) => sum + (items[place]?.text.split(' ').length ?? 0), 0)
  return places.length === 1 || words <= MOST_WORDS
}

/** A number or a side that is found alone, far from the others, belongs to something else. */
const LOOSE = /^(?:#|left$|right$|both$)/
const NEAR = 2

function isBound(places: readonly number[], found: ReadonlyMap<number, string[]>): boolean {
  const isLoose = (place: number) => (found.get(place) ?? []).every((term) => LOOSE.test(term))
  const isNear = (place: number) => places.some((other) => other !== place && Math.abs(other - place) <= NEAR)
  return places.every((place) => places.length === 1 || !isLoose(place) || isNear(place))
}

/**
 * Answered questions that tell as much of a line as its proof does: each must carry it by itself. "If it comes with chest
 * pain" proves no chest pain that was asked after and denied.
 */
function answersOf(index: EvidenceIndex, wanted: ReadonlyMap<string, number>, { told }: Candidate): number[][] {
  const asked = [...index.find(wanted)].filter(
    ([place, terms]) => index.isAsked(place) && weightOf(terms, wanted) >= told - TINY,
  )
  return asked
    .map(([place]) => readWith(index, place))
    .filter((pair) => isSmall(index, pair) && isAnswered(pair.map((place) => index.items[place]?.text ?? '')))
}

const isAnswered = (cited: readonly string[]) => readClauses(cited).some(({ answer }) => answer !== undefined)

/** A question that has no mark, as in speech, is told by its beginning. */
function isMerelyAsked(text: string, cited: readonly string[]): boolean {
  const phrase = plainWords(text).join(' ')
  const clauses = readClauses(cited).filter(({ words }) => words.join(' ').includes(phrase))
  return clauses.length > 0 && clauses.every(({ isQuestion }) => isQuestion)
}
