import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTries } from '../../src/platform/slow-tries.ts'

test('behind five wrong passwords the wait doubles up to a quarter of an hour, and a right one ends it', () => {
  let now = 0
  const tries = openTries(() => now)
  for (let count = 0; count < 5; count++) tries.begin('ada')
  const waits: number[] = []
  for (let count = 0; count < 14; count++) {
    const from = now
    const isLetIn = () => {
      try {
        tries.begin('ada')
        return true
      } catch {
        return false
      }
    }
    while (!isLetIn()) now += 500
    waits.push((now - from) / 1000)
  }
  assert.deepEqual(waits.slice(0, 5), [1, 2, 4, 8, 16])
  assert.equal(waits.at(-1), 900)
  assert.throws(() => tries.begin('ada'), { code: 'too_many_requests', message: /tried 19 times .* in 900 s/ })
  tries.begin('bob')
  tries.forget('ada')
  tries.begin('ada')
})
