import { plainWord } from './words.ts'

/** The forms of a verb that somebody says of himself, and the same of somebody else; with accents. */
export interface Verb {
  infinitive: string
  /** First person and third, pair by pair: "prends/prend prenais/prenait". */
  persons: readonly (readonly [first: string, third: string])[]
  /** What is said to somebody as an order, and how he is told what he does: "prenez"; "tome", "toma". */
  orders: readonly string[]
  others: readonly string[]
}

/** Verbs by their forms, which are looked up without accents. */
export interface VerbForms {
  /** All that a form may belong to: the infinitives. */
  lemmasOf(word: string): ReadonlySet<string>
  /** Of a first person the third, with accents: "prends" is "prend". */
  thirdOf(word: string): string | undefined
  isThird(word: string): boolean
  /** Of an order its infinitive. */
  infinitiveOfOrder(word: string): string | undefined
  infinitiveOf(word: string): string | undefined
  isOrder(word: string): boolean
  /** The third person of an infinitive's present: "avoir" is "a". */
  presentOf(infinitive: string): string | undefined
}

/** Forms are known without the accents that `accented` does not keep. */
export function indexVerbs(verbs: readonly Verb[], accented: RegExp): VerbForms {
  const plain = (form: string) => plainWord(form, accented)
  const lemmas = new Map<string, Set<string>>()
  const thirds = new Map<string, string>()
  const isThird = new Set<string>()
  const orders = new Map<string, string>()
  const firsts = new Map<string, string>()
  const presents = new Map(verbs.map(({ infinitive, persons }) => [infinitive, persons[0]?.[1]] as const))
  for (const { infinitive, persons, orders: ordered, others } of verbs) {
    for (const form of [infinitive, ...persons.flat(), ...ordered, ...others]) {
      const known = lemmas.get(plain(form)) ?? new Set()
      lemmas.set(plain(form), known.add(plain(infinitive)))
    }
    for (const [first, third] of persons) {
      if (!thirds.has(plain(first))) thirds.set(plain(first), third)
      if (!firsts.has(plain(first))) firsts.set(plain(first), infinitive)
      isThird.add(plain(third))
    }
    for (const form of ordered) if (!orders.has(plain(form))) orders.set(plain(form), infinitive)
  }
  // "Tomó" without its accent is "tomo", which is said of oneself.
  for (const [first, third] of firstAndThird(verbs)) if (plain(first) !== plain(third)) isThird.delete(plain(first))
  const none: ReadonlySet<string> = new Set()
  return {
    lemmasOf: (word) => lemmas.get(word) ?? none,
    thirdOf: (word) => thirds.get(word),
    isThird: (word) => isThird.has(word),
    infinitiveOfOrder: (word) => orders.get(word),
    isOrder: (word) => orders.has(word),
    presentOf: (infinitive) => presents.get(infinitive),
    infinitiveOf: (word) => firsts.get(word) ?? orders.get(word),
  }
}

const firstAndThird = (verbs: readonly Verb[]) => verbs.flatMap(({ persons }) => persons)
