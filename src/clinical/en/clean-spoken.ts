import { asksHow } from './questions.ts'
import { isFiller, isNumber } from './words.ts'

/** Speech as it would have been written: without hesitations, false starts, words said twice, and "you know". */
export function cleanSpoken(text: string): string {
  const printed = text.split(/\s+/)
  const isSound = (word: string, at: number) => isFiller(plain(word), plain(printed[at - 1] ?? ''))
  const words = printed.filter((word, at) => !isSound(word, at) && !/^\w{1,3}-[,.]?$/.test(word))
  return dropRepeated(words)
    .join(' ')
    .replace(FILLER_PHRASES, ' ')
    .replace(/, i know(?:,? i know)*(?=[.!]?$)/i, '')
    .replace(TAIL, (found, ...groups) => (asksHow(text) ? found : ((groups.at(-1) as { mark?: string }).mark ?? '')))
    .replace(/^[\s,;.]+/, '')
    .replace(/\s+([,.?!])/g, '$1')
    .replace(/([,.])[,.]+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}'-]/gu, '')

const FILLER_PHRASES =
  /,? ?\b(you know what i mean|if you will|(?<!do |did |if |let |that )you know(?! (if|that|what|how|about|why|when|who|where|the|any|of|whether))|i mean|, like,)(?=[\s,.?!]|$),?/gi
/** "…, okay?": asked of the listener only. */
const TAIL =
  /(?:, ?\b(?:okay|ok|all right|alright|right|you know)(?=\?)|, ?\b(?:okay|ok|all right|alright|you know)(?=[.!]?$)|(?<!\b(?:is|are|was|were|be|been|am|it's|that's|i'm|you're|he's|she's|feels?|feeling|felt|doing|going|looks?|sounds?|seems?|pretty|think|say|said|or|as|being|quite|been|not|perfectly|really))[, ]+\b(?:okay|ok|alright)(?=[.!]?$)|(?<!\b(?:think|guess|suppose|hope|believe|say|said|or|is|it is|it's|are))[, ]+\b(?:okay|ok|all right|alright)(?=\?)|[, ]+\b(?:um|uh|(?<!\bor )so|and|but|or)(?=[,.? ]*$))[,.? ]*(?<mark>[.?!]?)$/i

const MOST_REPEATED = 4

/** "in my, my legs", "do you do you": the second is what was meant. Numbers may be said twice. */
function dropRepeated(words: readonly string[]): string[] {
  const kept: string[] = []
  for (const word of words) {
    kept.push(word)
    for (let length = MOST_REPEATED; length >= 1; length--) {
      const [first, second] = [kept.slice(-2 * length, -length), kept.slice(-length)]
      const isRepeated =
        first.length === length &&
        first.every((each, at) => plain(each) === plain(second[at] ?? '') && !/[.?!]$/.test(each))
      if (!isRepeated || first.some((each) => isNumber(plain(each)) || plain(each) === '')) continue
      kept.splice(-2 * length, length)
      break
    }
  }
  return kept
}
