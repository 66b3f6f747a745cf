import type { Condition } from '../conditions.ts'

/** Diagnoses, by the beginnings of their codes, with the symptoms that belong to them. Written here, conservative. */
const EXPLAINS: readonly (readonly [diagnoses: RegExp, symptoms: RegExp])[] = [
  // Infections of the airways, of all of the body, and asthma.
  [
    /^(?:J0[013-9]|J02\.0|J1|J2[0-2]|J3[26]|U07\.1|B27|B34)/,
    /^(?:R05|R06|R09|R50|R53|R68|R61|R51|R52|R49|R07|M79\.10|M25\.50|J02\.9|R59|R13)/,
  ],
  [/^J(?:4[0-57]|[678])/, /^(?:R05|R06|R07\.89)/],
  [/^(?:A|B5[0-4])/, /^(?:R50|R51|R53|R11|R19|R10|R61|R63|M79\.10|M25\.50|R21)/],
  [/^(?:K2[0-9]|K3[0157]|K5|K8|K9[02]|A0)/, /^(?:R10|R11|R12|R13|R14|R19|R50|R53|R63|K30|K59|K62\.5|K92|R07)/],
  [/^(?:N1[0-2]|N2[0-3]|N3|N4[01]|N7)/, /^(?:R10|R11|R3|R50|M54\.50|N89\.8|R39)/],
  [/^(?:G43|G44)/, /^(?:R51|R11|H53|R42|M54\.2)/],
  [/^(?:I20|I21|I25|I26|I4[2-9]|I5|I3)/, /^(?:R00|R05|R06|R07|R42|R53|R55|R60|R63\.5)/],
  [/^I3[45]/, /^R01\.1/],
  [/^(?:I63|G45|I6)/, /^(?:R20|R29|R42|R47|R53)/],
  [/^(?:D5|D6)/, /^(?:R53|R42|R06)/],
  [/^(?:E10|E11|E03|E05)/, /^(?:R35|R63|R73|R53)/],
  [/^(?:F|G47)/, /^(?:R45|R53|G47\.00|R41|R63|R06\.83)/],
  [/^(?:L|B0|B3|B8)/, /^(?:R21|L29|L85|R20)/],
  [/^(?:M1[5-8]|M2[0-4]|M6[5-9]|M7[0-7]|S[4-9]|G56|L03|L97)/, /^(?:M25\.5|M79\.[6]|R60|R20)/],
  [/^(?:M4[78]|M5[0-4]\.?1|M51|S39|S33)/, /^(?:M54\.5|M62|R20)/],
  [/^(?:M5[0-4]\.12|M50|S1)/, /^(?:M54\.2|R20)/],
  [/^(?:H6|H8|H9)/, /^(?:H92|H93|R42|H91|R11|R50)/],
  [/^(?:J30|J31)/, /^(?:R09|R05|R06\.2|H57)/],
]

/** A name for more than one thing, beside the one that it is: "asthma" beside its exacerbation, "diabetes" beside type 1. */
const NARROWS: readonly (readonly [narrow: RegExp, general: RegExp])[] = [
  [/^J45\.901$/, /^J45\.909$/],
  [/^J44\.1$/, /^J44\.9$/],
  [/^(?:M1[5-8]|L40\.5|M06)/, /^M19\.90$/],
  [/^M17\.[01]/, /^M17\.9$/],
  [/^M16\.[01]/, /^M16\.9$/],
  [/^(?:E10|E11\.[0-8])/, /^E11\.9$/],
  [/^J02\.0$/, /^J02\.9$/],
  [/^(?:F32\.9|F33|F34\.1|F53\.0)/, /^F32\.A$/],
  [/^(?:F41\.[01]|F40)/, /^F41\.9$/],
  [/^D5/, /^D64\.9$/],
  [/^(?:E78\.[0-4])/, /^E78\.5$/],
  [/^G43\.1/, /^G43\.909$/],
  [/^J20\.9$/, /^J40$/],
  [/^J01/, /^J32\.9$/],
  [/^N18\.[1-6]/, /^N18\.9$/],
  [/^(?:L2[0-5])/, /^L30\.9$/],
  [/^(?:A0[0-8])/, /^(?:K52\.9|A09)$/],
  [/^C(?!80)/, /^C80\.1$/],
  [/^M70/, /^M71\.9$/],
  [/^N30/, /^N39\.0$/],
  [/^I(?:25|48|50)/, /^I51\.9$/],
  [/^I48\.[0129]/, /^I49\.9$/],
]

/** True for a symptom that a diagnosis beside it accounts for (ICD-10-CM guidelines, I.B.5). */
export const isExplained = ({ code, sort }: Condition, beside: readonly Condition[]): boolean =>
  sort === 'symptom' &&
  beside.some(
    (other) =>
      other.sort !== 'symptom' &&
      EXPLAINS.some(([diagnoses, symptoms]) => diagnoses.test(other.code) && symptoms.test(code)),
  )

/** True where the other one says more closely what this is. */
export const isGeneralBeside = ({ code }: Condition, other: Condition): boolean =>
  NARROWS.some(([narrow, general]) => general.test(code) && narrow.test(other.code) && other.code !== code)
