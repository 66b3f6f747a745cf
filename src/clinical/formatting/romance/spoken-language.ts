/** How one language says and writes what clinicians count. The rules of this folder read it; each language has one. */
export interface SpokenLanguage {
  /** Words that are numbers by themselves. */
  values: ReadonlyMap<string, number>
  /** The number when another one follows it, behind "and" or not; undefined where that begins something else. */
  grow: (value: number, next: number, isJoined: boolean) => number | undefined
  /** What joins the parts of a number: "vingt et un". */
  and: string
  /** Number words that are articles as often: "un", "une". */
  articles: RegExp
  /** What is said between a number and its decimals. */
  decimalWord: RegExp
  /** What is written there: a comma, in some countries a point. */
  decimalMark: string
  /** Behind a number, with the unit between or not: "et demi". */
  half: RegExp
  percent: RegExp
  /** Units as notes print them, by how people say them. Those that could be misread stay words. */
  units: ReadonlyMap<string, string>
  /** Before the unit of a rate; "par jour" is none of these. */
  per: string
  perUnits: ReadonlyMap<string, string>
  /** What a number before it counts, so that it is written in digits however small it is. */
  counted: RegExp
  range: RegExp
  metre: RegExp
  /** "Sept sur dix": between the points and the most there can be. */
  outOf: string
  pressure: {
    cue: RegExp
    over: string
    /** What is said of a pressure's unit, in three words. */
    mercury: RegExp
    /** Where one number and two sound alike: "dix sept" is 17 and 10/7. */
    unclear: RegExp
  }
  temperature: {
    cue: RegExp
    degrees: RegExp
    celsius: RegExp
    /** Said behind the degrees where they are those of a fever. */
    behind: RegExp
    /** Up to the number itself: three digits there have lost their mark, "385". */
    named: RegExp
    /** Before the decimal of a temperature, beside `decimalWord`: "treinta y siete con ocho". */
    with?: string
  }
  months: ReadonlySet<string>
  /** The first of a month, by how it is said, and how it is written. */
  firstDay: RegExp
  writtenFirst: string
  /** Between day, month and year. */
  ofDate?: RegExp
}

/** A map of words that are written alike: `mg: 'milligramme milligrammes'`. */
export const spelled = (written: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(written).flatMap(([print, said]) => said.split(' ').map((word) => [word, print] as const)))

/** What is written between a number and its decimals where a language is spoken: "0,5" in Spain, "0.5" in Mexico. */
export const decimalMarkOf = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? ','
