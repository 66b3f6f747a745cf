import type { Dictated } from './read-dictation.ts'

/** What is to become of a field's text: so much of its end goes, and this is added. */
export interface FieldChange {
  /** How many utterances that were added before are taken back. */
  undone: number
  text: string
}

/** Behind these a sentence begins. */
const AT_SENTENCE_START = /(^\s*|[.?!…]["'”’»)]*\s*|\n\s*)[([“¿¡«\u00a0]*$/
/** Behind these a word has no space before it. */
const STICKS = /(^|[\s([“¿¡/]|«\u00a0|«|(?<=\S)-)$/u

/**
 * What an utterance adds to a field in which `before` stands. Spaces and capitals fit what is there; `keeps` tells which
 * words have their capital by themselves. Pure.
 */
export function fitDictation(
  dictated: readonly Dictated[],
  before: string,
  keeps: (word: string) => boolean = () => false,
): FieldChange {
  let text = ''
  let undone = 0
  for (const said of dictated) {
    if (said.type === 'undo') {
      if (text === '') undone++
      text = ''
    } else text += fitOne(said, before + text, keeps)
  }
  return { undone, text }
}

function fitOne(said: Exclude<Dictated, { type: 'undo' }>, before: string, keeps: (word: string) => boolean): string {
  const space = STICKS.test(before) ? '' : ' '
  switch (said.type) {
    case 'word':
      return space + withCapital(said, AT_SENTENCE_START.test(before), keeps)
    case 'open':
      return space + said.mark
    case 'close':
      // A mark twice is one: it was spoken, and written by the engine or said again.
      return before.endsWith(said.mark) && /^[.,;:?!]$/.test(said.mark) ? '' : said.mark
    default:
      return said.mark
  }
}

function withCapital(
  { text, beginsSentence }: Extract<Dictated, { type: 'word' }>,
  isStart: boolean,
  keeps: (word: string) => boolean,
): string {
  if (isStart) return text.charAt(0).toUpperCase() + text.slice(1)
  // The engine began a sentence where none begins: names, abbreviations and "I" keep their capital.
  const isOwn = /^I(['’]|$)|^.+[\p{Lu}\p{N}]/u.test(text) || keeps(text)
  return beginsSentence && !isOwn ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
