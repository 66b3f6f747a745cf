import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { correctItems, type ItemChange } from '../../src/domain/correct-items.ts'
import { type Item, printedWords } from '../../src/domain/transcript.ts'
import { spoken } from '../support/spoken-words.ts'

const item = (id: string, text: string, startMs: number, more: Partial<Item> = {}): Item => {
  const words = spoken(text, startMs)
  return { id, text, speaker: 'unspecified', startMs, endMs: words.at(-1)?.endMs ?? startMs, words, ...more }
}
const ITEMS = [
  item('i1', 'I take met for men daily.', 0, { speakerLabel: 'SPEAKER_02' }),
  item('i2', 'How long?', 2000, { speakerLabel: 'SPEAKER_01' }),
  item('i3', 'Three years.', 3000, { speakerLabel: 'SPEAKER_02' }),
]
const change = (change: ItemChange) => correctItems(ITEMS, change)
const textsOf = (items: readonly Item[]) => items.map(({ id, text }) => `${id} ${text}`)

describe('a correction', () => {
  test('of the text keeps the times of the words that stay, gives new words the time of those they stand for, and is believed', () => {
    const [first] = change({ action: 'edit', item: 'i1', text: ' I take  metformin daily.' })
    assert.equal(first?.text, 'I take metformin daily.')
    assert.deepEqual(
      printedWords(first as Item).map(({ text, startMs, endMs, confidence }) => [text, startMs, endMs, confidence]),
      [
        ['I', 0, 250, 1],
        ['take', 250, 500, 1],
        ['metformin', 500, 1250, 1],
        ['daily.', 1250, 1500, 1],
      ],
    )
    assert.equal(first?.confidence, 1)
  })

  test('of an item that was never heard changes its text alone', () => {
    const items = [item('i1', 'Hello', 0, { words: [] })]
    assert.deepEqual(correctItems(items, { action: 'edit', item: 'i1', text: 'Good day' })[0]?.words, [])
  })

  test('of the speaker is for one item, or for all of the same voice', () => {
    const named = (all: boolean) =>
      change({ action: 'name', item: 'i1', speaker: 'patient', all }).map(({ speaker }) => speaker)
    assert.deepEqual(named(false), ['patient', 'unspecified', 'unspecified'])
    assert.deepEqual(named(true), ['patient', 'unspecified', 'patient'])
  })

  test('splits an item before a word: the first part keeps the id', () => {
    const items = change({ action: 'split', item: 'i1', word: 2 })
    assert.deepEqual(textsOf(items).slice(0, 2), ['i1 I take', 'i1.1 met for men daily.'])
    assert.deepEqual(
      items.slice(0, 2).map(({ startMs, endMs }) => [startMs, endMs]),
      [
        [0, 500],
        [500, 1500],
      ],
    )
    const again = correctItems(items, { action: 'split', item: 'i1.1', word: 1 })
    assert.deepEqual(
      again.map(({ id }) => id),
      ['i1', 'i1.1', 'i1.2', 'i2', 'i3'],
    )
  })

  test('merges an item with the one behind it', () => {
    const items = change({ action: 'merge', item: 'i2' })
    assert.deepEqual(textsOf(items), ['i1 I take met for men daily.', 'i2 How long? Three years.'])
    assert.equal(printedWords(items[1] as Item).length, 4)
    assert.equal(items[1]?.endMs, ITEMS[2]?.endMs)
    assert.deepEqual(items[1]?.tookIn, ['i3'], 'what cites the one that is gone cites this one')
  })

  test('finds an item by the id of one that it took in', () => {
    const merged = change({ action: 'merge', item: 'i2' })
    const named = correctItems(merged, { action: 'name', item: 'i3', speaker: 'patient' })
    assert.equal(named[1]?.speaker, 'patient')
  })

  test('that cannot be made says why', () => {
    assert.throws(() => change({ action: 'edit', item: 'i9', text: 'x' }), { code: 'not_found' })
    assert.throws(() => change({ action: 'edit', item: 'i1', text: '  ' }), /empty/)
    assert.throws(() => change({ action: 'split', item: 'i2', word: 2 }), /has 2 words: split it before one of 1 to 1/)
    assert.throws(() => change({ action: 'merge', item: 'i3' }), /last item/)
  })
})
