import { plainWords } from '../../src/clinical/en/words.ts'

export const SECTIONS = [
  'complaint',
  'history',
  'past',
  'surgical',
  'family',
  'social',
  'medications',
  'allergies',
  'vitals',
  'exam',
  'results',
  'assessment',
] as const
export type Section = (typeof SECTIONS)[number]

const HEADERS: [RegExp, Section | 'ros'][] = [
  [/^(chief complaint|cc|reason for visit)/, 'complaint'],
  [/^(history of present illness|hpi|interval history|subjective)/, 'history'],
  [/^(review of systems|ros)/, 'ros'],
  [/^(past medical|medical history|past history|medical$|pmh|hiv|gynecologic)/, 'past'],
  [/^(surgical|past surgical)/, 'surgical'],
  [/^family/, 'family'],
  [/^social/, 'social'],
  [/^(current )?medications?$/, 'medications'],
  [/^allerg/, 'allergies'],
  [/^vitals?/, 'vitals'],
  [/^(physical exam|exam|pe$|objective|examination)/, 'exam'],
  [/^(results|labs|imaging|findings|diagnostic)/, 'results'],
  [/^(assessment|plan|impression|a\/p|instructions|procedure|orders|diagnos)/, 'assessment'],
]

export interface NoteSentence {
  section: Section | 'ros'
  words: Set<string>
}

const EMPTY = new Set(
  "the a an and or of in on at to for from with by is are was were be been has have had do does did not no he she his her him they their them patient patient's i you your my me it that this there as so we will also any some reports denies states notes that's it's".split(
    ' ',
  ),
)
const stem = (word: string) => word.replace(/('s|ing|ed|es|s)$/, '')
const contentOf = (words: readonly string[]) => new Set(words.filter((word) => !EMPTY.has(word)).map(stem))

export function readNote(note: string): NoteSentence[] {
  let section: Section | 'ros' = 'history'
  return note.split('\n').flatMap((line) => {
    const plain = line
      .replace(/^[\s•\-*#]+/, '')
      .replace(/:\s*$/, '')
      .trim()
      .toLowerCase()
    const header =
      plain.length < 40 && !/\.$/.test(line.trim()) ? HEADERS.find(([cue]) => cue.test(plain))?.[1] : undefined
    if (header) section = header
    if (header && plain.split(' ').length < 5) return []
    return line
      .split(/(?<=[.!?])\s+/)
      .map((sentence) => ({ section, words: contentOf(plainWords(sentence)) }))
      .filter(({ words }) => words.size > 0)
  })
}

/** How much of a claim stands in the note, and in which section most of it. */
export function align(
  said: readonly string[],
  note: readonly NoteSentence[],
  rarity: Map<string, number>,
): { share: number; section: Section | 'ros' | undefined } {
  const words = [...contentOf(said)]
  const weigh = (word: string) => rarity.get(word) ?? 6
  const total = words.reduce((sum, word) => sum + weigh(word), 0)
  let best = { share: 0, section: undefined as Section | 'ros' | undefined }
  for (const sentence of note) {
    const shared = words.filter((word) => sentence.words.has(word))
    const share = total === 0 ? 0 : shared.reduce((sum, word) => sum + weigh(word), 0) / total
    const least = words.length > 4 ? 2 : 1
    if (shared.length >= least && share > best.share) best = { share, section: sentence.section }
  }
  return best
}

export function rarities(notes: readonly NoteSentence[][]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const note of notes)
    for (const word of new Set(note.flatMap(({ words }) => [...words]))) seen.set(word, (seen.get(word) ?? 0) + 1)
  return new Map([...seen].map(([word, count]) => [word, Math.log((1 + notes.length) / count)]))
}

type Counts = Map<string, number>

const countsOf = (tokens: readonly string[]): Counts => {
  const counts: Counts = new Map()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
const pairsOf = (words: readonly string[]) => words.slice(1).map((word, at) => `${words[at]} ${word}`)

/** The statements that together come nearest to a note by ROUGE-1 and ROUGE-2, chosen one by one (Nallapati 2017). */
export function chooseOracle(statements: readonly (readonly string[])[], note: readonly string[]): Set<number> {
  const references = [countsOf(note), countsOf(pairsOf(note))]
  const grams = statements.map((words) => [words, pairsOf(words)])
  const chosen = new Set<number>()
  const taken: Counts[] = [new Map(), new Map()]
  const sizes = [0, 0]
  const hits = [0, 0]
  const f1 = (hit: number, size: number, order: number) => {
    const wanted = order === 0 ? note.length : note.length - 1
    return (2 * hit) / (size + wanted)
  }
  const gain = (at: number, order: number) => {
    const extra = countsOf(grams[at]?.[order] ?? [])
    let hit = 0
    for (const [gram, count] of extra) {
      const left = Math.max(0, (references[order]?.get(gram) ?? 0) - (taken[order]?.get(gram) ?? 0))
      hit += Math.min(left, count)
    }
    return hit
  }
  for (;;) {
    let best = { at: -1, value: 1e-6 }
    const now = f1(hits[0] as number, sizes[0] as number, 0) + f1(hits[1] as number, sizes[1] as number, 1)
    for (const at of statements.keys()) {
      if (chosen.has(at)) continue
      const value =
        f1((hits[0] as number) + gain(at, 0), (sizes[0] as number) + (grams[at]?.[0]?.length ?? 0), 0) +
        f1((hits[1] as number) + gain(at, 1), (sizes[1] as number) + (grams[at]?.[1]?.length ?? 0), 1) -
        now
      if (value > best.value) best = { at, value }
    }
    if (best.at < 0) return chosen
    for (const order of [0, 1]) {
      hits[order] = (hits[order] as number) + gain(best.at, order)
      sizes[order] = (sizes[order] as number) + (grams[best.at]?.[order]?.length ?? 0)
      for (const gram of grams[best.at]?.[order] ?? []) taken[order]?.set(gram, (taken[order]?.get(gram) ?? 0) + 1)
    }
    chosen.add(best.at)
  }
}
