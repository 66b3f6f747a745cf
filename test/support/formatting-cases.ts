import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatWords } from '../../src/clinical/formatting/format-words.ts'
import { formattingRules } from '../../src/clinical/formatting/formatting-rules.ts'

/** Groups of what is said or heard, each with how it is written. */
export type PrintingCases = Record<string, Record<string, string>>

/** A text as it is printed in a language; fails where a word is lost or counted twice. */
export function printIn(language: string, text: string): string {
  const words = text.split(' ')
  const printed = formatWords(words, formattingRules(language))
  assert.equal(
    printed.reduce((sum, { from }) => sum + from, 0),
    words.length,
    text,
  )
  for (const { text: word, from } of printed)
    assert.ok(from >= 1 && /^\S+$/.test(word), `${word} for ${from} of: ${text}`)
  return printed.map((word) => word.text).join(' ')
}

/** A test for each case; what was written is also written the same again. */
export function testPrinting(language: string, cases: PrintingCases): void {
  for (const [what, written] of Object.entries(cases))
    describe(`in ${language}, ${what} are written as clinicians do`, () => {
      for (const [said, expected] of Object.entries(written))
        test(said, () => {
          assert.equal(printIn(language, said), expected)
          assert.equal(printIn(language, expected), expected)
        })
    })
}

/** That rows of any of these words, with marks or without, lose none: 2,000 rows, the same in every run. */
export function testNothingIsLost(language: string, vocabulary: readonly string[]): void {
  test(`in ${language}, every word of 2,000 made rows stands in one that is printed`, () => {
    let seed = 18
    const draw = (most: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % most
    }
    for (let row = 0; row < 2000; row++) {
      const words = Array.from({ length: 1 + draw(12) }, () => {
        const mark = ['', '', '', '', '', ',', '.', ' ?'][draw(8)] ?? ''
        return `${vocabulary[draw(vocabulary.length)]}${mark}`
      })
      printIn(language, words.join(' '))
    }
  })
}
