import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Overlap } from '../../../src/domain/consultation.ts'
import { type HeardChunk, mergeOverlaps } from '../../../src/pipeline/sessions/merge-overlaps.ts'

const NONE: Overlap = { beforeMs: 0, afterMs: 0 }

/** Words of 300 ms with 100 ms between them; a start may be below 0, where a neighbour's words are. */
function chunk(position: number, text: string, startMs = 0, overlap = NONE, durationMs = 4000): HeardChunk {
  const words = text.split(' ').map((word, index) => {
    const start = startMs + index * 400
    return { word: { text: word, startMs: start, endMs: start + 300 } }
  })
  return { position, durationMs, overlap, words }
}

const textsOf = (chunks: HeardChunk[]) =>
  mergeOverlaps(chunks).map(({ words }) => words.map(({ word }) => word.text).join(' '))

test('a word that a border cuts is taken from the hearing that had both sides', () => {
  const left = chunk(0, 'one two three four five six seven eight nine hip')
  const right = chunk(1, 'seven eight nine hypertension eleven twelve', -1600, { beforeMs: 2000, afterMs: 0 })
  assert.equal(
    textsOf([left, right]).join(' '),
    'one two three four five six seven eight nine hypertension eleven twelve',
  )
})

test('it does not matter which of the two came later', () => {
  const heard = 'one two three four five six seven eight nine hypertension eleven twelve'
  const left = chunk(0, heard, 0, { beforeMs: 0, afterMs: 1000 }, 3700)
  const right = chunk(1, 'tension eleven twelve thirteen', -100)
  assert.equal(textsOf([left, right]).join(' '), `${heard} thirteen`)
})

test('when both heard the other, no word is there twice and none is missing', () => {
  const said = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'
  const left = chunk(0, said.split(' ').slice(0, 14).join(' '), 0, { beforeMs: 0, afterMs: 2000 })
  const right = chunk(1, said.split(' ').slice(6).join(' '), -1600, { beforeMs: 2000, afterMs: 0 })
  assert.equal(textsOf([left, right]).join(' '), said)
})

test('across a missing number nothing is joined, and what was heard beyond a border is left out', () => {
  const left = chunk(0, 'one two', 0)
  const right = chunk(2, 'before one two', -400, { beforeMs: 1000, afterMs: 0 })
  assert.deepEqual(textsOf([left, right]), ['one two', 'one two'])
})

test('the words of a short segment are not lost between two neighbours that both heard it', () => {
  const chunks = [
    chunk(0, 'a b c d e f', 0, { beforeMs: 0, afterMs: 600 }, 1600),
    chunk(1, 'c d e f g h i', -800, { beforeMs: 800, afterMs: 800 }, 1200),
    chunk(2, 'f g h i j', -800, { beforeMs: 600, afterMs: 0 }, 1600),
  ]
  assert.equal(textsOf(chunks).join(' ').replace(/ +/g, ' ').trim(), 'a b c d e f g h i j')
})

test('a word that both heard at different times is there once', () => {
  const said = 'but it does not help at all'
  const later = (chunk: HeardChunk, byMs: number) => ({
    ...chunk,
    words: chunk.words.map(({ word }) => ({
      word: { ...word, startMs: word.startMs + byMs, endMs: word.endMs + byMs },
    })),
  })
  for (const byMs of [-350, 0, 350]) {
    const left = later(chunk(0, said, 2800, { beforeMs: 0, afterMs: 1600 }), byMs)
    const right = chunk(1, said, -1200, { beforeMs: 1600, afterMs: 0 })
    assert.equal(textsOf([left, right]).join(' ').trim(), said)
  }
})
