import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { openTurnstile } from '../../src/platform/turnstile.ts'

test('of many who come at once so few go on in one turn of the event loop, in the order they came', async () => {
  const pass = openTurnstile(3)
  const gone: number[] = []
  const all = Promise.all([...Array(7).keys()].map((number) => pass().then(() => gone.push(number))))
  const counts: number[] = []
  while (gone.length < 7) {
    await setImmediate()
    counts.push(gone.length)
  }
  await all
  assert.deepEqual(gone, [0, 1, 2, 3, 4, 5, 6])
  assert.ok(
    counts.every((count, at) => count - (counts[at - 1] ?? 0) <= 3),
    String(counts),
  )
})

test('who comes later need not wait for a turn that is over', async () => {
  const pass = openTurnstile(2)
  await Promise.all([pass(), pass(), pass()])
  await pass()
})
