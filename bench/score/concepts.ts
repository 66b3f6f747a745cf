import { existsSync, readFileSync } from 'node:fs'
import { EVALUATION } from '../evaluation/folder.ts'
import { stem } from './stem.ts'

/** A surface, the id of its concept and its type a line. Made of ontologies and own lists; no public source has it whole. */
const LEXICON = new URL('data/lexicon/concepts.tsv', EVALUATION)

/** Whether there is a lexicon to look concepts up in. */
export const hasLexicon = () => existsSync(LEXICON)

export interface FoundConcept {
  id: string
  type: string
  isDenied: boolean
}

/** The words that may follow, and the concept that ends here. */
interface Place {
  next: Map<string, Place>
  concept?: { id: string; type: string }
}

const DENIES = new Set(
  'no not without denies denied deny negative never none absent nil non neither nor unremarkable'.split(' '),
)
const AFFIRMS = new Set('but however although except reports report has presents endorses positive with'.split(' '))

function readRows(): { surface: string; id: string; type: string }[] {
  const lines = readFileSync(LEXICON, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [surface = '', id = '', type = ''] = line.split('\t')
    return { surface, id, type }
  })
}

/** The names of disorders; none where there is no lexicon. */
export const listDisorders = (): string[] =>
  hasLexicon() ? readRows().flatMap(({ surface, type }) => (type === 'DISO' ? surface : [])) : []

let lexicon: Place | undefined

function readLexicon(): Place {
  const root: Place = { next: new Map() }
  for (const { surface, id, type } of readRows()) {
    let place = root
    for (const word of surface.split(' ').map(stem)) {
      const next = place.next.get(word) ?? { next: new Map() }
      place.next.set(word, next)
      place = next
    }
    place.concept ??= { id, type }
  }
  return root
}

/** The concepts that a text names, the longest names first; those behind a word that denies, in the same sentence, are denied. */
export function findConcepts(text: string): FoundConcept[] {
  lexicon ??= readLexicon()
  const found: FoundConcept[] = []
  for (const sentence of text.toLowerCase().split(/[\n.;:!?\u2022]+/)) {
    const words = sentence.match(/[a-z0-9]+/g) ?? []
    let isDenied = false
    for (let at = 0; at < words.length; ) {
      const word = words[at] as string
      if (DENIES.has(word)) isDenied = true
      else if (AFFIRMS.has(word)) isDenied = false
      const longest = longestAt(lexicon, words, at)
      if (longest) found.push({ ...longest.concept, isDenied })
      at = longest?.end ?? at + 1
    }
  }
  return found
}

function longestAt(root: Place, words: readonly string[], start: number) {
  let longest: { concept: { id: string; type: string }; end: number } | undefined
  let place: Place | undefined = root
  for (let at = start; at < words.length; at++) {
    place = place.next.get(stem(words[at] as string))
    if (place === undefined) break
    if (place.concept) longest = { concept: place.concept, end: at + 1 }
  }
  return longest
}

/** F1 of the concepts of a text against those of its reference, each once, as denied or not. */
export function conceptF1(text: string, reference: string): number {
  const setOf = (from: string) => new Set(findConcepts(from).map(({ id, isDenied }) => `${id} ${isDenied}`))
  const [found, wanted] = [setOf(text), setOf(reference)]
  const hits = found.intersection(wanted).size
  return hits > 0 ? (2 * hits) / (found.size + wanted.size) : 0
}
