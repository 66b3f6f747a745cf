import assert from 'node:assert/strict'
import { test } from 'node:test'
import pLimit from 'p-limit'
import { openSharedWork } from '../../src/platform/shared-work.ts'
import { until } from '../support/until.ts'

const forEver = (signal: AbortSignal) =>
  new Promise<string>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
const stays = new AbortController().signal

test('what many ask for at once is done once, and again for who comes later', async () => {
  const share = openSharedWork<number>(pLimit(2))
  let done = 0
  const ask = () => share('a', stays, async () => ++done)
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [1, 1, 1])
  assert.equal(await ask(), 2)
})

test('one who goes leaves the work to the others; the last one ends it', async () => {
  const share = openSharedWork<string>(pLimit(1))
  const [first, second] = [new AbortController(), new AbortController()]
  let isStopped = false
  const work = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => {
      isStopped = true
    })
    return forEver(signal)
  }
  const asked = [first, second].map(({ signal }) => share('a', signal, work))
  first.abort(new Error('gone'))
  await assert.rejects(asked[0] as Promise<string>, { message: 'gone' })
  assert.equal(isStopped, false)
  second.abort(new Error('gone too'))
  await assert.rejects(asked[1] as Promise<string>, { message: 'gone too' })
  assert.equal(isStopped, true)
  assert.equal(await share('a', stays, async () => 'anew'), 'anew')
})

test('no more than so many run at once', async () => {
  const share = openSharedWork<string>(pLimit(1))
  const caller = new AbortController()
  const first = share('a', caller.signal, forEver)
  let isBegun = false
  const second = share('b', stays, async () => {
    isBegun = true
    return 'done'
  })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(isBegun, false)
  caller.abort(new Error('gone'))
  await assert.rejects(first)
  assert.equal(await second, 'done')
  await until('it was begun', () => isBegun)
})

test('what fails fails for all who asked', async () => {
  const share = openSharedWork<string>(pLimit(1))
  const ask = () => share('a', stays, async () => Promise.reject(new Error('broken')))
  assert.deepEqual(
    (await Promise.allSettled([ask(), ask()])).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
})
