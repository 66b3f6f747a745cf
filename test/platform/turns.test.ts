import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTurns } from '../../src/platform/turns.ts'
import { until } from '../support/until.ts'

test('of one key so many run at once, and another key does not wait for them', async () => {
  const inTurn = openTurns(2)
  const endings: (() => void)[] = []
  const begun: string[] = []
  const hold = (name: string) => async () => {
    begun.push(name)
    await new Promise<void>((resolve) => endings.push(resolve))
    return name
  }
  const asked = ['a1', 'a2', 'a3', 'b1'].map((name) => inTurn(name.slice(0, 1), hold(name)))
  await until('what may run runs', () => begun.length === 3)
  assert.deepEqual(begun, ['a1', 'a2', 'b1'])
  endings.shift()?.()
  await until('the next has its turn', () => begun.includes('a3'))
  for (const end of endings) end()
  assert.deepEqual(await Promise.all(asked), ['a1', 'a2', 'a3', 'b1'])
})

test('work that fails gives its turn on', async () => {
  const inTurn = openTurns(1)
  const failed = inTurn('a', () => Promise.reject(new Error('broken')))
  const next = inTurn('a', async () => 'done')
  await assert.rejects(failed, /broken/)
  assert.equal(await next, 'done')
})
