import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Word } from '../../../src/domain/transcript.ts'
import type { Term } from '../../../src/domain/vocabulary.ts'
import { compose } from '../../../src/pipeline/transcribe/compose.ts'
import { openNameCorrection } from '../../../src/pipeline/transcribe/correct-names.ts'

const correctNames = openNameCorrection()

async function correct(text: string, { language = 'en', vocabulary = [] as Term[] } = {}) {
  const words = text
    .split(' ')
    .map((word, at): Word => ({ text: word, startMs: at * 100, endMs: at * 100 + 90, confidence: 0.9 - at / 100 }))
  const segment = { channel: 0, startMs: 0, endMs: 10_000, words }
  const [corrected] = await correctNames([segment], { language, vocabulary })
  return corrected?.words ?? []
}
const textOf = (words: readonly { text: string }[]) => words.map(({ text }) => text).join(' ')
const textAfter = async (text: string, vocabulary: Term[], language = 'en') =>
  textOf(await correct(text, { vocabulary, language }))

describe('names that were misheard', () => {
  test('are written as the medicine that sounds like them, with what was heard', async () => {
    const words = await correct('You can take Luratidine, or pyritin.')
    assert.equal(textOf(words), 'You can take loratadine, or Piriton.')
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
    ['he takes met for men daily', 'he takes metformin daily'],
    ['on lies in April twenty', 'on lisinopril twenty'],
    ['a lisino pril tablet', 'a lisinopril tablet'],
    ['some anti biotics', 'some antibiotics'],
  ] as const) {
    test(`${heard} is ${said}`, async () => assert.equal(textOf(await correct(heard)), said))
  }

  test('are left where they are words, names that are right, or too short or too far from any', async () => {
    const text = 'the patient has sciatica and diarrhoea, takes ibuprofen in the bathroom, and met Strido and Rosalind'
    assert.equal(textOf(await correct(text)), text)
  })

  test('are left where several words are a likely phrase, or a mark parts them', async () => {
    const text = 'an attack and pain with urine, is she here, primary in March. It lies in. April is late'
    assert.equal(textOf(await correct(text)), text)
  })

  test('are one word with the time of all that were heard, as sure as the least sure of them', async () => {
    const [, name] = await correct('on lies in April, twenty')
    assert.deepEqual(name, { text: 'lisinopril,', startMs: 100, endMs: 390, confidence: 0.87, heard: 'lies in April,' })
  })

  test('are the terms of the vocabulary first', async () => {
    const vocabulary = [{ text: 'Okonkwola' }]
    assert.equal(await textAfter('doctor okonquola', vocabulary), 'doctor Okonkwola')
    assert.equal(await textAfter('doctor okonquola', []), 'doctor okonquola')
  })

  test('are left in other languages', async () => {
    assert.equal(await textAfter('luratidine', [], 'fr'), 'luratidine')
  })
})

describe('terms of a vocabulary', () => {
  test('are written as the vocabulary has them, whatever their capitals, accents, hyphens and numbers', async () => {
    const terms = ['Lisinopril', 'Ward 7', 'Siobhán', 'co-codamol', '5-HT3', 'pH', 'Dr Okonkwo', 'Ward 21'].map(
      (text) => ({ text }),
    )
    assert.equal(
      await textAfter('lisinopril on ward seven, and siobhan takes co codamol', terms),
      'Lisinopril on Ward 7, and Siobhán takes co-codamol',
    )
    assert.equal(
      await textAfter("a 5ht3 blocker, PH of blood, Dr. okonkwo's list, ward twenty one.", terms),
      "a 5-HT3 blocker, pH of blood, Dr Okonkwo's list, Ward 21.",
    )
  })

  test('keep the capital of a sentence, and no other that they do not have', async () => {
    const vocabulary = [{ text: 'pregabalin' }]
    assert.equal(
      await textAfter('Pregabalin. Pregabalin helps Pregabalin', vocabulary),
      'Pregabalin. Pregabalin helps pregabalin',
    )
  })

  test('are not found across words that are cut elsewhere', async () => {
    const terms = [{ text: 'Therapist' }, { text: 'Nowhere' }, { text: 'Bed 1' }]
    const text = 'the rapist, the rapists, no where, bed one twelve'
    assert.equal(await textAfter(text, terms), text)
  })

  test('stand where something was heard that they are said to sound like, in any language', async () => {
    const vocabulary = [
      { text: 'Xarelto', soundsLike: ['zair elto', 'zah rel toe'] },
      { text: 'Siobhán', soundsLike: ['shevawn'] },
    ]
    assert.equal(await textAfter('take Zair Elto, nurse shevawn', vocabulary), 'take Xarelto, nurse Siobhán')
    assert.equal(await textAfter('prenez zair elto, Shevawn.', vocabulary, 'fr'), 'prenez Xarelto, Siobhán.')
    assert.equal(await textAfter('take zare eltoe and call shevon', vocabulary), 'take Xarelto and call shevon')
  })

  test('of several words share the time of what was heard, in order', async () => {
    const words = await correct('on wardseven now', { vocabulary: [{ text: 'Ward B', soundsLike: ['wardseven'] }] })
    assert.deepEqual(
      words.slice(1, 3).map(({ text, startMs, endMs, heard }) => ({ text, startMs, endMs, heard })),
      [
        { text: 'Ward', startMs: 100, endMs: 172, heard: 'wardseven' },
        { text: 'B', startMs: 172, endMs: 190, heard: 'wardseven' },
      ],
    )
  })

  test('keep their form in the printed text', async () => {
    const vocabulary = ['Ward Seven', 'Dr Okonkwo', 'mri', 'Trial one twenty'].map((text) => ({ text }))
    const words = await correct('Dr Okonkwo of ward seven ordered an MRI in trial one twenty at ten milligrams.', {
      vocabulary,
    })
    const [item] = compose([{ words }], { language: 'en', isPunctuated: true })
    assert.equal(item?.text, 'Dr Okonkwo of Ward Seven ordered an mri in Trial one twenty at 10 mg.')
  })

  test('that were not said change nothing', async () => {
    const text = 'She takes lisinopril and, since March, metformin; I doubt that warfarin would help her today.'
    const vocabulary = 'Atacand Vytorin Hyzaar Premarin Nevirapine Minipress Tritace Zoloft Namenda Concerta'.split(' ')
    assert.equal(
      await textAfter(
        text,
        vocabulary.map((term) => ({ text: term })),
      ),
      text,
    )
  })

  test('by the thousand are looked for in an hour of words in about a second', async () => {
    const text = Array.from({ length: 10_000 }, (_, at) =>
      at % 9 === 0 ? `zorvex${at}n`.replaceAll(/\d/g, (digit) => 'aeioulmnrt'[Number(digit)] ?? '') : 'daily',
    )
    const vocabulary = Array.from({ length: 5000 }, (_, at) => ({
      text: `Lo${String(at).replaceAll(/\d/g, (digit) => ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'][Number(digit)] ?? '')}`,
    }))
    await correct('warm', {})
    const before = process.cpuUsage()
    await correct(text.join(' '), { vocabulary })
    const { user } = process.cpuUsage(before)
    // Measured: 0.7 s on a busy machine; the processor's time, so that others at work count little.
    assert.ok(user < 2_000_000, `${user} microseconds`)
  })
})
