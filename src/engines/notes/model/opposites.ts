import { isNegator, plainWords } from '../../../clinical/en/words.ts'

const OTHER_SIDE: Record<string, string> = { left: 'right', right: 'left' }
const SIDE = /\b(?:left|right)\b/gi

const REPORTED =
  /^(?:(?:the |this )?(?:patient|he|she|they) )?(?:also |currently )?(?:reports?|endorses?|has|have|notes|complains of|experiences)(?: having)? (.+)$/i
/** A bare name, without a verb: "Shortness of breath." */
const MOST_WORDS_OF_NAME = 5
const VERB = /\b(?:is|are|was|were|will|be|been|takes?|started?|stop|continue|should|may|can|if|with)\b|ing\b|ed\b/i

/**
 * What would be false if the text is true: the other side of the body, and the denial of what is reported. Where items say
 * that, they do not prove the text.
 */
export function oppositesOf(text: string): string[] {
  const turned = text.replace(SIDE, (side) => OTHER_SIDE[side.toLowerCase()] ?? side)
  return [...(turned === text ? [] : [turned]), ...denialsOf(text)]
}

function denialsOf(text: string): string[] {
  const words = plainWords(text)
  if (words.some(isNegator)) return []
  const reported = REPORTED.exec(text)?.[1]
  if (reported) return [`Denies ${reported}`]
  return words.length <= MOST_WORDS_OF_NAME && !VERB.test(text) ? [`Denies ${text}`] : []
}
