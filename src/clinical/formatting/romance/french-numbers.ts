const UNITS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')

/** Number words of France, Belgium and Switzerland. */
export const FRENCH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ['une', 1],
  // Recognisers write "60 et 11" for "soixante et onze".
  ['11', 11],
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
  ['cent', 100],
  ['cents', 100],
  ['mille', 1000],
])

/** "Quatre" and "vingt" are 80, "soixante" and "dix" 70, "vingt et un" 21, "dix-neuf cent" 1900. */
export function growFrench(value: number, next: number, isJoined: boolean): number | undefined {
  const last = value % 100
  if (isJoined) return isJoinedByAnd(last, next) ? value + next : undefined
  if (next === 1000) return value > 1 && value < 1000 ? value * 1000 : undefined
  if (next === 100) return timesHundred(value)
  if (next > 100 || value === 0) return undefined
  if (last === 0) return value + next
  if (last === 4 && next === 20) return value - 4 + 80
  return next >= 1 && next <= mostBehind(last) ? value + next : undefined
}

const isJoinedByAnd = (last: number, next: number) =>
  (next === 1 && last >= 20 && last !== 80 && last % 10 === 0) || (next === 11 && last === 60)

/** "Mille neuf cents", "deux cents", "dix-neuf cent". */
function timesHundred(value: number): number | undefined {
  const last = value % 1000
  if (last === 0) return value > 0 ? value + 100 : undefined
  return last > 1 && last < 20 && last !== 10 ? value - last + last * 100 : undefined
}

/** The greatest number that joins a ten: "soixante-seize", "quatre-vingt-seize", "dix-neuf". */
function mostBehind(last: number): number {
  if (last === 60 || last === 80) return 16
  return last > 0 && last % 10 === 0 ? 9 : 0
}
