import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTokens } from '../../src/platform/tokens.ts'

const tokens = openTokens('a secret of this test alone, long enough for HS256')

test('a token is valid for as long as it was asked for, whenever in a second it was made, and not much longer', async (context) => {
  context.mock.timers.enable({ apis: ['Date'] })
  for (const fractionMs of [0, 1, 500, 999]) {
    const madeMs = 1_800_000_000_000 + fractionMs
    context.mock.timers.setTime(madeMs)
    const { token, expiresAt } = await tokens.sign({ use: 'audio' }, 1)
    const isValidAt = async (ms: number) => {
      context.mock.timers.setTime(ms)
      return (await tokens.read(token))?.use === 'audio'
    }
    assert.ok(await isValidAt(madeMs + 999), `${fractionMs} ms into a second`)
    assert.ok(await isValidAt(expiresAt.getTime() - 1))
    assert.ok(!(await isValidAt(expiresAt.getTime())))
    assert.ok(expiresAt.getTime() - madeMs < 2000)
  }
})

test('a token that was altered, or is of another secret, says nothing', async () => {
  const { token } = await tokens.sign({ use: 'audio' }, 60)
  assert.equal((await tokens.read(token))?.use, 'audio')
  assert.equal(await tokens.read(`${token.slice(0, -4)}AAAA`), undefined)
  assert.equal(await openTokens('another secret, as long as that one was').read(token), undefined)
})
