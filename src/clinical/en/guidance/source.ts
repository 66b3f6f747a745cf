/** A guideline or manual that stands behind a line of reference. */
export interface Source {
  body: string
  title: string
  /** Of the edition that was read; later updates keep the number. */
  year: number
  /** What the body files it under: `NG120`. */
  number?: string
  /** Whom it is for, where it is not for everybody. */
  ages?: Ages
}

/** From a year of age on, and below another. */
export interface Ages {
  from: number
  below: number
}

/** True where somebody of the one may be of the other. */
export const overlap = (one: Ages, other: Ages) => one.from < other.below && other.from < one.below

export const ANY_AGE: Ages = { from: 0, below: 150 }

/** As it is cited: "NICE, Cough (acute): antimicrobial prescribing (NG120), 2019"; "WHO guidelines for malaria, 2024". */
export function formatSource({ body, title, year, number }: Source): string {
  const named = title.startsWith(body) ? title : `${body}, ${title}`
  return `${named}${number ? ` (${number})` : ''}, ${year}`
}
