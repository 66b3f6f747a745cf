import { isBodyPart } from '../../clinical/en/terms.ts'
import { plainWords } from '../../clinical/en/words.ts'

const SIDED = /\b(left|right|bilateral|bilaterally|both)\b(?: (?:sided |side of (?:the|his|her) )?(\w+))?/g
const NO_SIDE = /\bright (?:now|away|after|before|here|there)\b|\b(?:all|that's|is|are|was|quite|just|about) right$/g

/** The sides of the body that a text names; "both" only of a part of it. */
export const sidesIn = (text: string) =>
  [...unhyphened(text).replace(NO_SIDE, '').matchAll(SIDED)].flatMap(([, side = '', part = '']) =>
    side === 'both' && !isBodyPart(part) ? [] : [side],
  )

const unhyphened = (text: string) => plainWords(text).join(' ').replaceAll('-', ' ')
