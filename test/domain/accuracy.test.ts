import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estimateAccuracy, judgeAccuracy } from '../../src/domain/accuracy.ts'
import type { Warning } from '../../src/domain/warnings.ts'
import { heardAt } from '../support/spoken-words.ts'

test('the estimated accuracy weighs each word once, not each item', () => {
  const { items } = heardAt([
    ['No.', 0.3],
    ['I take metformin twice a day now.', 0.9],
  ])
  assert.equal(estimateAccuracy(items), 0.825)
})

test('items without confidences do not count, and where none has one the accuracy is not known', () => {
  const { items } = heardAt([['I have a headache.', 0.6], ['Typed by the doctor.']])
  assert.equal(estimateAccuracy(items), 0.6)
  assert.equal(estimateAccuracy(items.slice(1)), undefined)
  assert.equal(estimateAccuracy([]), undefined)
})

test('a transcript below 0.7 has a warning that tells the value and what to do, and one at 0.7 has none', () => {
  const [warning, ...others] = judgeAccuracy(heardAt([['I have a headache.', 0.58]])).warnings
  assert.deepEqual([warning?.code, others], ['speech_doubtful', []])
  assert.match(warning?.message ?? '', /^About 58 % of the words .* documents need 70 %: correct this transcript/)
  assert.deepEqual(judgeAccuracy(heardAt([['I have one.', 0.7]])).warnings, [])
  assert.match(judgeAccuracy(heardAt([['I have one.', 0.699]])).warnings[0]?.message ?? '', /About 69 %/)
})

test('a warning that no longer holds goes, and the others stay', () => {
  const hum: Warning = { code: 'audio_hum', message: 'The hum was filtered out.' }
  const doubtful = judgeAccuracy({ ...heardAt([['I have a headache.', 0.5]]), warnings: [hum] })
  assert.equal(doubtful.warnings.length, 2)
  const mended = { ...doubtful, items: heardAt([['I have a headache.', 1]]).items }
  assert.deepEqual(judgeAccuracy(mended).warnings, [hum])
})
