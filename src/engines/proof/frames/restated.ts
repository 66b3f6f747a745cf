import { isMedicineName } from '../../../clinical/en/medicines.ts'
import { placesOf, restatementsAt } from '../../../clinical/en/restatements.ts'
import { agrees } from './agree.ts'
import type { Licensed } from './bindings.ts'
import type { Evidence } from './evidence.ts'
import { type Meaning, meaningAt, type Passage } from './passage.ts'

/**
 * What a clinician calls what people said, from this word on: the longest name that the evidence tells in other words, of the
 * same person, there or denied alike; undefined where it does not.
 */
export function findRestated(
  passage: Passage,
  at: number,
  evidence: Evidence,
  unsaid: ReadonlyMap<number, boolean>,
): Licensed | undefined {
  for (const { taken, ways } of restatementsAt(passage.stems, at)) {
    const own = Array.from({ length: taken }, (_, by) => unsaid.get(at + by))
    if (!own.includes(true) || own.includes(false)) continue
    if (passage.words.slice(at, at + taken).some(({ text }) => isMedicineName(text))) continue
    const meaning = meaningAt(passage, at, at + taken, ['other'])
    const parts = Array.from({ length: taken }, (_, by) => meaningAt(passage, at + by, at + by + 1, ['other']))
    const places = ways.flatMap((way) =>
      [...evidence.passages].flatMap((said): Meaning[] =>
        placesOf(way, said.stems).flatMap((words) => {
          const place = { ...meaningAt(said, words[0] ?? 0, (words.at(-1) ?? 0) + 1, ['other']), spoken: words }
          return agrees(meaning, place) && parts.every((part) => agrees(part, place)) ? [place] : []
        }),
      ),
    )
    if (places.length > 0) return { meaning, places }
  }
  return undefined
}
