import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openUrgentLine, URGENCY } from '../../../src/engines/runtime/urgent-line.ts'

test('a piece of a short recording waits for one piece of the long ones, and speech that goes on for none', async () => {
  const line = openUrgentLine(2)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const add = (owner: string, urgency: number = URGENCY.recording) =>
    line(
      () => {
        begun.push(owner)
        return new Promise<void>((end) => ends.push(end))
      },
      { owner, urgency },
    )
  const settle = () => new Promise(setImmediate)
  const endOne = async () => {
    ends.shift()?.()
    await settle()
  }
  const all = ['a', 'a', 'a', 'b', 'b', 'b'].map((owner) => add(owner))
  all.push(add('short'), add('spoken', URGENCY.final))
  await settle()
  await endOne()
  assert.deepEqual(begun, ['a', 'a', 'spoken'])
  for (let count = 0; count < 3; count++) await endOne()
  assert.deepEqual(begun.slice(3), ['a', 'b', 'short'])
  while (begun.length < all.length) await endOne()
  for (const end of ends) end()
  await Promise.all(all)
})
