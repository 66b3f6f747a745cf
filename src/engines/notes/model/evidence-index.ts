import { genericOf } from '../../../clinical/en/medicines.ts'
import { readQuantities } from '../../../clinical/en/quantities.ts'
import { asksForAssent, beginsLikeQuestion } from '../../../clinical/en/questions.ts'
import { synonymsOf } from '../../../clinical/en/synonyms.ts'
import { isNumber, plainWords, readSentences } from '../../../clinical/en/words.ts'
import { isToScribe } from '../../../clinical/to-scribe.ts'
import type { Item } from '../../../domain/transcript.ts'
import { stem, tellingOf } from '../../proof/alike.ts'

/** Where in a transcript something is told. Places are those of its items. */
export interface EvidenceIndex {
  readonly items: readonly Item[]
  /** What a text tells that the transcript tells somewhere, each weighed by how rare it is there. */
  weigh(text: string): Map<string, number>
  /** The places that tell any of it, with what they tell of it. */
  find(wanted: ReadonlyMap<string, number>): Map<number, string[]>
  /** Whether an item ends by asking, so that it says nothing without its answer. */
  isAsked(place: number): boolean
  /** Whether a statement may rest on an item. */
  isCitable(place: number): boolean
}

export function indexEvidence(items: readonly Item[]): EvidenceIndex {
  const places = new Map<string, number[]>()
  const isCitable = items.map((item) => !isToScribe(item))
  for (const [place, { text }] of items.entries()) {
    if (!isCitable[place]) continue
    for (const term of termsOf(text, synonymsOf)) {
      const known = places.get(term)
      if (known) known.push(place)
      else places.set(term, [place])
    }
  }
  const asked = items.map(({ text }) => endsInQuestion(text))
  return {
    items,
    weigh(text) {
      return new Map(
        [...termsOf(text)].flatMap((term): [string, number][] => {
          const often = places.get(term)?.length
          return often === undefined ? [] : [[term, 1 / often]]
        }),
      )
    },
    find(wanted) {
      const found = new Map<number, string[]>()
      for (const term of wanted.keys())
        for (const place of places.get(term) ?? []) found.set(place, [...(found.get(place) ?? []), term])
      return found
    },
    isAsked: (place) => asked[place] ?? false,
    isCitable: (place) => isCitable[place] ?? false,
  }
}

/** Stems of the words that tell something, medicines by their generic names, numbers by their values. */
function termsOf(text: string, also: (word: string) => string[] = (word) => [word]): Set<string> {
  const words = tellingOf(plainWords(text)).filter((word) => !isNumber(word))
  const values = readQuantities(text).map(({ value }) => `#${value}`)
  return new Set([...words.flatMap(also).flatMap((word) => [stem(word), stem(genericOf(word))]), ...values])
}

function endsInQuestion(text: string): boolean {
  const last = readSentences(text).at(-1) ?? ''
  return (last.endsWith('?') && !asksForAssent(last)) || beginsLikeQuestion(plainWords(last))
}
