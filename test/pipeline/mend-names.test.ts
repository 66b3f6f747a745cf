import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Term } from '../../src/domain/vocabulary.ts'
import { mendNames } from '../../src/pipeline/mend-names.ts'

async function mend(text: string, { language = 'en', vocabulary = [] as Term[] } = {}) {
  const words = text.split(' ').map((word, at) => ({ text: word, startMs: at * 100, endMs: at * 100 + 90 }))
  const stretch = { channel: 0, startMs: 0, endMs: 10_000, words }
  const [mended] = await mendNames([stretch], { language, vocabulary })
  return mended?.words ?? []
}
const textOf = (words: readonly { text: string }[]) => words.map(({ text }) => text).join(' ')

describe('names that were misheard', () => {
  test('are written as the medicine that sounds like them, with what was heard', async () => {
    const words = await mend('You can take Luratidine, or pyritin.')
    assert.equal(textOf(words), 'You can take Loratadine, or Piriton.')
    assert.deepEqual(
      words.map(({ heard }) => heard),
      [undefined, undefined, undefined, 'Luratidine,', undefined, 'pyritin.'],
    )
    assert.deepEqual([words[3]?.startMs, words[3]?.endMs], [300, 390])
  })

  for (const [heard, said] of [
    ['phorosomide', 'furosemide'],
    ['trimethoprin', 'trimethoprim'],
    ['nitroferintoin', 'nitrofurantoin'],
    ['clindomycin', 'clindamycin'],
    ['fexaphenidine', 'fexofenadine'],
  ] as const) {
    test(`${heard} is ${said}`, async () => assert.equal(textOf(await mend(heard)), said))
  }

  test('are left where they are words, names that are right, or too short or too far from any', async () => {
    const text = 'the patient has sciatica and diarrhoea, takes ibuprofen in the bathroom, and met Strido and Rosalind'
    assert.equal(textOf(await mend(text)), text)
  })

  test('are the terms of the vocabulary first', async () => {
    const vocabulary = [{ text: 'Okonkwola' }]
    assert.equal(textOf(await mend('doctor okonquola', { vocabulary })), 'doctor Okonkwola')
    assert.equal(textOf(await mend('doctor okonquola')), 'doctor okonquola')
  })

  test('are left in other languages', async () => {
    assert.equal(textOf(await mend('luratidine', { language: 'fr' })), 'luratidine')
  })
})
