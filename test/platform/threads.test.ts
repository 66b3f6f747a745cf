import assert from 'node:assert/strict'
import { getPriority } from 'node:os'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openThreads } from '../../src/platform/threads.ts'
import type { MADE_TASKS } from '../support/made-thread.ts'

const MODULE = new URL('../support/made-thread.ts', import.meta.url)
const open = (limits: { seconds?: number; threads?: number } = {}) =>
  openThreads<typeof MADE_TASKS>(MODULE, { seconds: 20, megabytes: 64, threads: 2, ...limits })

test('a task is done elsewhere: this thread goes on meanwhile', async () => {
  await using threads = open()
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  assert.equal(await threads.run('spin', [1000]), 1000)
  clearInterval(timer)
  assert.ok(turns > 20, `this thread had ${turns} turns`)
})

test('a thread stands behind the one that answers', { skip: process.platform !== 'linux' }, async () => {
  await using threads = open()
  assert.ok((await threads.run('tellPriority', [])) > getPriority())
})

test('what a task throws is thrown, ours with its code and details', async () => {
  await using threads = open()
  await assert.rejects(threads.run('refuse', []), {
    code: 'audio_too_long',
    message: 'It is too long.',
    details: { actualMs: 3 },
  })
  await assert.rejects(threads.run('break', []), TypeError)
  assert.equal(await threads.run('double', [4]), 8)
})

test('past its time or memory a task ends with a sentence, and the next one is done', {
  timeout: 120_000,
}, async () => {
  await using threads = open({ seconds: 6, threads: 1 })
  const message = 'The work takes more than 6 s or 64 MB: send less at once, or shorter sentences and words.'
  await assert.rejects(threads.run('spin', [600_000]), { code: 'work_too_heavy', message })
  await assert.rejects(threads.run('fill', []), { code: 'work_too_heavy', message })
  assert.equal(await threads.run('double', [4]), 8)
})

test('whoever hangs up ends the work, and what waits has its turn', { timeout: 60_000 }, async () => {
  await using threads = open({ threads: 1 })
  const caller = new AbortController()
  const long = threads.run('spin', [600_000], caller.signal)
  const next = threads.run('double', [4])
  await sleep(200)
  caller.abort(new Error('gone'))
  await assert.rejects(long, { message: 'gone' })
  assert.equal(await next, 8)
})

test('one thread after the other: what comes alone finds the thread that worked last', async () => {
  await using threads = open()
  assert.deepEqual([await threads.run('count', []), await threads.run('count', [])], [1, 2])
})

test('closing ends what is under way', { timeout: 60_000 }, async () => {
  const threads = open()
  const long = threads.run('spin', [600_000])
  const ended = assert.rejects(long, { code: 'stopping' })
  await sleep(200)
  await threads[Symbol.asyncDispose]()
  await ended
  await assert.rejects(threads.run('double', [4]), { code: 'stopping' })
})
