import { isBodyPart } from '../../clinical/en/terms.ts'
import { plainWords } from '../../clinical/en/words.ts'

const SIDED = /\b(left|right|bilateral|bilaterally|both)\b(?: (?:sided |side of (?:the|his|her) )?(\w+))?/g
const NO_SIDE = /\bright (?:now|away|after|before|here|there)\b|\b(?:all |that's )?right$/g
/** A question after the side says none. */
const WHICH = /\b(?:left or right|right or left)\b/g
const OTHER: Record<string, string> = { left: 'right', right: 'left' }

/** True when each side of the body was said, and of the same part: "left knee" needs a left, and no knee that is only right. */
export function agreesOnSides(text: string, cited: readonly string[]): boolean {
  const stated = unhyphened(text).replace(NO_SIDE, '')
  const said = cited.map(unhyphened).join(' ').replace(WHICH, '')
  return [...stated.matchAll(SIDED)].every(([, side = '', part = '']) => wasSaid(side, part, said))
}

/** The sides of the body that a text names; "both" only of a part of it. */
export const sidesIn = (text: string) =>
  [...unhyphened(text).replace(NO_SIDE, '').matchAll(SIDED)].flatMap(([, side = '', part = '']) =>
    side === 'both' && !isBodyPart(part) ? [] : [side],
  )

const unhyphened = (text: string) => plainWords(text).join(' ').replaceAll('-', ' ')

function wasSaid(side: string, part: string, said: string): boolean {
  const has = (phrase: string) => new RegExp(`\\b(?:${phrase})\\b`).test(said)
  if (OTHER[side] === undefined) return has('bilateral(ly)?|both|each|either') || (has('left') && has('right'))
  if (!has(side)) return false
  const stem = part.replace(/s$/, '')
  return stem === '' || has(`${side} ${stem}s?`) || !has(`${OTHER[side]} ${stem}s?`)
}
