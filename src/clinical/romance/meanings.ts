import { type Denial, denialAt } from './denial.ts'
import { medicineOf } from './medicine-names.ts'
import { findNames, findRelatives } from './names.ts'
import { type Person, personsOf } from './person.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { fold, isNumber, isWord, type Token } from './words.ts'

type MeaningSort = 'name' | 'medicine' | 'side' | 'amount' | 'relative' | 'word'

/** Something that a sentence says, with all that decides whether another one says the same. */
export interface Meaning {
  sort: MeaningSort
  /** What it says: two are one where they share a key. */
  keys: ReadonlySet<string>
  /** Its first token, and the one behind its last. */
  start: number
  end: number
  segment: number
  person: Person
  denial: Denial
  /** Feared, supposed or conditional: nothing is said of whether it is so. */
  isOpen: boolean
  sentence: Sentence
}

/** All that a sentence says, also what stands within longer names, in its order. */
export function meaningsOf(sentence: Sentence, language: RomanceLanguage, antecedent?: Person): Meaning[] {
  const { tokens } = sentence
  const persons = personsOf(sentence, language, antecedent)
  const openFrom = firstOpen(tokens, language)
  const supposed = new Set(tokens.flatMap(({ word, segment }) => (language.supposed.test(word) ? [segment] : [])))
  const make = (sort: MeaningSort, keys: Iterable<string>, start: number, end: number): Meaning => ({
    ...{ sort, keys: new Set(keys), start, end, sentence },
    segment: tokens[start]?.segment ?? 0,
    person: persons[start] ?? 'patient',
    denial: denialAt(sentence, start, language),
    isOpen: (openFrom !== undefined && end > openFrom) || supposed.has(tokens[start]?.segment ?? 0),
  })
  const names = [language.findings, language.conditions, language.habits].flatMap((table) =>
    findNames(tokens, table, language).map(({ name, start, end }) => make('name', [`name ${name}`], start, end)),
  )
  const relatives = findRelatives(tokens, language).map(({ name, start, end }) =>
    make('relative', [`relative ${name}`], start, end),
  )
  const amounts = readAmounts(tokens, language).map(({ keys, start, end }) => make('amount', keys, start, end))
  const inAmounts = new Set(amounts.flatMap(({ start, end }) => range(start, end)))
  const words = tokens.flatMap((token, at) => {
    if (!isWord(token) || isNumber(token) || inAmounts.has(at)) return []
    const single = wordMeaning(token, tokens[at - 1], language)
    return single ? [make(single.sort, single.keys, at, at + 1)] : []
  })
  const signs = signsIn(tokens, language).map(({ key, start, end }) => make('name', [key], start, end))
  return [...names, ...signs, ...relatives, ...amounts, ...words].toSorted((a, b) => a.start - b.start || b.end - a.end)
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, by) => start + by)

/** Vital signs by their names, so that a value belongs to one. */
function signsIn(
  tokens: readonly Token[],
  { vitalSigns, pressure }: RomanceLanguage,
): { key: string; start: number; end: number }[] {
  const cues = [
    ...vitalSigns.map(({ cue, code }) => [cue, code] as const),
    [new RegExp(`^(?:${pressure.source})$`), 'pressure'] as const,
  ]
  return tokens.flatMap((_, start) => {
    const found = [3, 2, 1].flatMap((count) => {
      const said = tokens
        .slice(start, start + count)
        .map(({ word }) => word)
        .join(' ')
      return cues
        .filter(([cue]) => cue.test(said))
        .map(([, code]) => ({ key: `name sign ${code}`, start, end: start + count }))
    })
    return found.slice(0, 1)
  })
}

/** Where a sentence begins to suppose. */
function firstOpen(tokens: readonly Token[], { uncertain }: RomanceLanguage): number | undefined {
  const found = uncertain.exec(tokens.map(({ word }) => word).join(' '))
  if (!found) return undefined
  let offset = 0
  return tokens.findIndex(({ word }) => {
    offset += word.length + 1
    return offset > found.index
  })
}

function wordMeaning(
  token: Token,
  before: Token | undefined,
  language: RomanceLanguage,
): { sort: MeaningSort; keys: string[] } | undefined {
  const { word } = token
  const side = Object.keys(language.sides).find((key) => language.sides[key]?.test(word))
  if (side) return { sort: 'side', keys: [`side ${side}`] }
  const medicine = medicineOf(word, language)
  if (medicine && !(language.homonyms.test(word) && !language.articles.test(before?.word ?? ''))) {
    return { sort: 'medicine', keys: [`medicine ${medicine}`] }
  }
  if (language.smallWords.has(word) || language.denial.negators.test(word) || language.fillers.test(word))
    return undefined
  return { sort: 'word', keys: wordKeys(word, language) }
}

/** A word by its stem, by the verbs that it may be of, and by what other words say the same. */
function wordKeys(word: string, language: RomanceLanguage): string[] {
  const own = [language.stem(word), ...[...language.verbs.lemmasOf(word)].map(language.stem)]
  const rows = own.flatMap((one) => synonymsOf(language).get(one) ?? [])
  return [...new Set([...own, ...rows])].map((key) => `word ${key}`)
}

const synonyms = new WeakMap<RomanceLanguage, ReadonlyMap<string, string[]>>()

function synonymsOf(language: RomanceLanguage): ReadonlyMap<string, string[]> {
  const known = synonyms.get(language)
  if (known) return known
  const byWord = new Map<string, string[]>()
  for (const row of language.synonyms) {
    const words = row.split(' ').map((word) => language.stem(fold(word)))
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), `= ${words[0]}`])
  }
  synonyms.set(language, byWord)
  return byWord
}

/** Numbers with what they count: "2 comprimés", "500 mg", "120/80"; a word for one in front of something counted is 1. */
function readAmounts(
  tokens: readonly Token[],
  language: RomanceLanguage,
): { keys: string[]; start: number; end: number }[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    const unit = next && language.units.exec(next.word) ? unitOf(next.word, language) : undefined
    if (language.one.test(token.word) && unit) return [{ keys: [`amount 1 ${unit}`], start: at, end: at + 2 }]
    if (!isNumber(token)) return []
    const value = token.word.replace(',', '.')
    return unit
      ? [{ keys: [`amount ${value} ${unit}`], start: at, end: at + 2 }]
      : [{ keys: [`amount ${value}`], start: at, end: at + 1 }]
  })
}

const unitOf = (word: string, language: RomanceLanguage) =>
  Object.entries(language.sameUnits).find(([, same]) => same.test(word))?.[0] ?? language.stem(word)
