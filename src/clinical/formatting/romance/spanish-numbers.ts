const BELOW_THIRTY = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete ' +
  'dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete ' +
  'veintiocho veintinueve'
).split(' ')
const TENS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const HUNDREDS = 'ciento doscient trescient cuatrocient quinient seiscient setecient ochocient novecient'.split(' ')

/** Number words of Spanish; hundreds in both genders. */
export const SPANISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...BELOW_THIRTY.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 3) * 10] as const),
  ...HUNDREDS.slice(1).flatMap((stem, index) =>
    ['os', 'as'].map((ending) => [stem + ending, (index + 2) * 100] as const),
  ),
  ['ciento', 100],
  ['cien', 100],
  ['un', 1],
  ['una', 1],
  ['veintiún', 21],
  ['veintiuna', 21],
  ['mil', 1000],
])

/** "Treinta y uno" is 31, "ciento veinte" 120, "dos mil" 2000, "mil novecientos" 1900. */
export function growSpanish(value: number, next: number, isJoined: boolean): number | undefined {
  const last = value % 100
  if (isJoined) return last >= 20 && last % 10 === 0 && next >= 1 && next <= 9 ? value + next : undefined
  if (next === 1000) return value > 1 && value < 1000 ? value * 1000 : undefined
  if (value === 0 || next === 0) return undefined
  if (value % 1000 === 0) return next < 1000 ? value + next : undefined
  return last === 0 && next < 100 ? value + next : undefined
}
