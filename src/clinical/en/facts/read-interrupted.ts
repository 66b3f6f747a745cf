import type { Item } from '../../../domain/transcript.ts'
import { plainWords } from '../words.ts'
import { readItem } from './read-sentences.ts'
import type { Sentence } from './sentence.ts'

/** How a turn ends that is not over: "distention to-". */
const BROKEN = /(?:[-–—]|\b(?:to|of|with|the|a|an|and))\s*$/
/** What a listener says meanwhile. */
const LISTENING = /^(?:(?:mm-hmm|mhm|mm|hmm|uh-huh|okay|ok|right|yeah|yes|sure|all)\b[\s.,!]*)+$/i

/** The sentences of all items; one that the other's "mm-hmm" interrupted is whole again. */
export function readUninterrupted(items: readonly Item[]): Sentence[] {
  const texts = items.map(({ text }) => text)
  const goesOnIn = new Map<number, string>()
  for (const [at, { speaker }] of items.entries()) {
    const [between, next] = items.slice(at + 1, at + 3)
    if (next?.speaker !== speaker || between === undefined || between.speaker === speaker) continue
    if (!BROKEN.test(texts[at] ?? '') || !LISTENING.test(between.text)) continue
    const [, first = '', rest = ''] = /^[\s.]*([^.?!]+[.?!]?)\s*(.*)$/s.exec(texts[at + 2] ?? '') ?? []
    if (plainWords(first).length === 0) continue
    texts[at] = `${texts[at]?.replace(/[-–—\s]+$/, '')} ${first}`
    texts[at + 2] = rest
    goesOnIn.set(at, next.id)
  }
  return items.flatMap((item, at) => {
    const text = texts[at] ?? ''
    const sentences = readItem(text === item.text ? item : { ...item, text })
    const id = goesOnIn.get(at)
    return sentences.map((sentence, index) =>
      id && index === sentences.length - 1 ? { ...sentence, goesOnIn: id } : sentence,
    )
  })
}
