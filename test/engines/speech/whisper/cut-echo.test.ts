import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { WindowWord } from '../../../../src/engines/runtime/python/messages.ts'
import { cutEcho } from '../../../../src/engines/speech/whisper/cut-echo.ts'

/** Words that last so long each, one behind the other. */
const words = (text: string, lengthMs: number, fromMs = 0): WindowWord[] =>
  text.split(' ').map((word, at) => [word, fromMs + at * lengthMs, fromMs + (at + 1) * lengthMs, 0.9])
const textOf = (cut: WindowWord[]) => cut.map(([text]) => text).join(' ')

describe('what Whisper writes again of a short window', () => {
  test('is cut off, as often as it is written, and where the last word of it has the silence', () => {
    const said = words('Good morning, how can I help you today?', 300)
    const again = words('Good morning, how can I help you', 0, 2400)
    const last: WindowWord = ['today?', 2400, 2740, 0.9]
    assert.equal(textOf(cutEcho([...said, ...again, last, ...again])), textOf(said))
  })

  test('stays where somebody says it twice', () => {
    const twice = words('No, I do not. No, I do not.', 150)
    assert.deepEqual(cutEcho(twice), twice)
  })

  test('stays where words without length are new', () => {
    const said = [...words('It was', 200), ...words('120 over 80', 0, 400)]
    assert.deepEqual(cutEcho(said), said)
  })

  test('is nothing of nothing', () => assert.deepEqual(cutEcho([]), []))
})
