import type { Timed } from './listen.ts'

interface Line {
  startMs: number
  endMs: number
}

const plain = (text: unknown) =>
  String(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu) ?? []

const sharesTime = (said: Timed['said'], line: Line) =>
  Math.min(Number(said.endMs), line.endMs) - Math.max(Number(said.startMs), line.startMs) > 0

/** How long after its end a line's last item is told, the first time; undefined where none is. */
export function findLate(told: readonly Timed[], line: Line): number | undefined {
  const isFirst = ({ said }: Timed) => said.type === 'item' && said.text && said.revision === undefined
  const last = told.findLast((one) => isFirst(one) && sharesTime(one.said, line))
  return last && last.atMs - line.endMs
}

/** How long after its beginning the first words of a line are shown. */
export function findFirst(told: readonly Timed[], line: Line): number | undefined {
  const first = told.find(({ said }) => said.type === 'partial' && said.text && sharesTime(said, line))
  return first && first.atMs - line.startMs
}

/** Words that were shown before they were final, and how many of them were another word later. */
export function countChanged(told: readonly Timed[]): { changed: number; shown: number } {
  let [changed, shown] = [0, 0]
  const before = new Map<string, string[]>()
  for (const { said } of told) {
    if (said.type !== 'partial' && said.type !== 'item') continue
    const known = before.get(String(said.id)) ?? []
    const now = plain(said.text)
    changed += known.filter((word, at) => now[at] !== undefined && now[at] !== word).length
    if (said.type === 'partial') {
      shown += Math.max(0, now.length - known.length)
      before.set(String(said.id), now)
    }
  }
  return { changed, shown }
}

/** What items say when they are first told, and what they say in the end. */
export const firstTexts = (told: readonly Timed[]): string[] => textsOf(told, (known, now) => known ?? now)
export const lastTexts = (told: readonly Timed[]): string[] => textsOf(told, (_, now) => now)

function textsOf(told: readonly Timed[], choose: (known: string | undefined, now: string) => string): string[] {
  const texts = new Map<string, string>()
  for (const { said } of told) {
    if (said.type === 'item') texts.set(String(said.id), choose(texts.get(String(said.id)), String(said.text)))
  }
  return [...texts.values()]
}
