import type { Transcript } from '../../../domain/transcript.ts'
import { redactText } from './redact-text.ts'
import type { IsWord } from './said-names.ts'

/**
 * A transcript without what tells who somebody is, as far as rules and lists know it, and a warning that says so. Words
 * with times go from items in which something was replaced.
 */
export function redactTranscript<Value extends Transcript>(transcript: Value, isWord: IsWord): Value {
  let places = 0
  const items = transcript.items.map((item) => {
    const text = redactText(item.text, isWord)
    if (text === item.text) return item
    places += text.match(/\[(?:name|date|number|address|age over 89)\]/g)?.length ?? 0
    const { printedFrom: _, ...rest } = item
    return { ...rest, text, words: [] }
  })
  const message = `Names, dates, numbers, addresses and ages over 89 were replaced in ${places} places, by rules that do not know every name: read it before it leaves your hands.`
  return { ...transcript, items, warnings: [...transcript.warnings, { code: 'redacted', message }] }
}
