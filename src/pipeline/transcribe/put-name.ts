import { endsSentence } from '../../clinical/en/words.ts'
import type { Word } from '../../domain/transcript.ts'

/**
 * The words of a name in the place of those that were heard. Marks around them stay, and so do a possessive ending and a
 * sentence's capital. A name of as many words takes their times one by one, any other their time together, spread over
 * its letters; it is as sure as its least sure word.
 */
export function putName(name: string, heard: readonly Word[], before: Word | undefined): Word[] {
  const printed = withMarks(name, heard, before).split(/\s+/)
  return printed.length === heard.length
    ? printed.map((text, at) => rename(text, heard[at] as Word))
    : spread(printed, heard)
}

const rename = (text: string, word: Word): Word => ({ ...word, text, heard: word.text })

function withMarks(name: string, heard: readonly Word[], before: Word | undefined): string {
  const [first, last] = [heard[0]?.text ?? '', heard.at(-1)?.text ?? '']
  const open = /^[^\p{L}\p{N}]*/u.exec(first)?.[0] ?? ''
  const close = /(?:['’]s)?[^\p{L}\p{M}\p{N}]*$/u.exec(last)?.[0] ?? ''
  const begins = before === undefined || endsSentence(before.text)
  const isCapital = begins && /^\P{L}*\p{Lu}/u.test(first) && name === name.toLowerCase()
  return `${open}${isCapital ? name.charAt(0).toUpperCase() + name.slice(1) : name}${close}`
}

function spread(printed: readonly string[], words: readonly Word[]): Word[] {
  const heard = words.map(({ text }) => text).join(' ')
  const [startMs, endMs] = [words[0]?.startMs ?? 0, words.at(-1)?.endMs ?? 0]
  const known = words.flatMap(({ confidence }) => confidence ?? [])
  const letters = printed.join('').length
  let written = 0
  const timeMs = () => Math.round(startMs + ((endMs - startMs) * written) / letters)
  return printed.map((text) => {
    const own = { text, startMs: timeMs() }
    written += text.length
    return { ...own, endMs: timeMs(), ...(known.length > 0 && { confidence: Math.min(...known) }), heard }
  })
}
