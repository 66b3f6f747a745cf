import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { startOsler } from '../support/osler-process.ts'
import { startCluster } from '../support/postgres-cluster.ts'

const PAUSES = process.env.OSLER_TEST_FULL ? 50 : 5
const MOST_MS = 2000

/** Writes, with its line in the audit trail; how long it took. */
async function write(address: string): Promise<number> {
  const begunMs = performance.now()
  const response = await fetch(`${address}/api/vocabularies`, {
    method: 'POST',
    body: JSON.stringify({ name: 'x', terms: [{ text: 'metformin' }] }),
    headers: { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(20_000),
  })
  assert.equal(response.status, 201, await response.text())
  return performance.now() - begunMs
}

async function readiness({ ask }: TestSystem): Promise<number> {
  const begunMs = performance.now()
  assert.equal((await ask('/health/ready')).status, 200)
  return performance.now() - begunMs
}

test('a process that is paused in the midst of its work holds up no other one on its database', async () => {
  await using cluster = await startCluster()
  const data = await mkdtemp(join(tmpdir(), 'osler-test-paused-'))
  await using osler = await openTestSystem({ databaseUrl: cluster.url, data }, false)
  const paused = await startOsler(data, { OSLER_DATABASE_URL: cluster.url })
  let isOver = false
  const load = Array.from({ length: 8 }, async () => {
    while (!isOver) await write(paused.address).catch(() => {})
  })
  try {
    for (let count = 0; count < PAUSES; count++) {
      await sleep(Math.random() * 200)
      paused.process.kill('SIGSTOP')
      const took = [...(await Promise.all([1, 2, 3].map(() => write(osler.address)))), await readiness(osler)]
      assert.ok(Math.max(...took) < MOST_MS, `pause ${count}: ${took.map(Math.round)} ms`)
      paused.process.kill('SIGCONT')
    }
  } finally {
    isOver = true
    paused.process.kill('SIGKILL')
    await Promise.all(load)
    await rm(data, { recursive: true, force: true })
  }
})
