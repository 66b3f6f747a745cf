/** A word as it is printed, and how many of the words that were said it stands for. */
export interface Formatted {
  text: string
  from: number
}

/** What stands at one place of a row of plain words. */
export interface Place {
  /** The words from here to the next mark. */
  words: readonly string[]
  /** The words before, the nearest last; none behind the end of a sentence. */
  before: readonly string[]
}

/** How the words at a place are printed, where the rule knows; they stand for as many words as their `from` say together. */
export type FormattingRule = (place: Place) => Formatted[] | undefined

/** One printed word for several. */
export const formatAs = (text: string, from: number): Formatted[] => [{ text, from }]

/** Words that could be several things. */
export const asSaid = (words: readonly string[]): Formatted[] => words.map((text) => ({ text, from: 1 }))

/** The nearest words before a place, as text. */
export const tail = ({ before }: Place, count: number) => before.slice(-count).join(' ')
