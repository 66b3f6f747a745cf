import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestSystem } from '../support/open-test-system.ts'
import { startCluster } from '../support/postgres-cluster.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const RESTARTS = 3

test('PostgreSQL is restarted under load: every acknowledged request ends well, and what is refused is refused in our words', async () => {
  await using cluster = await startCluster()
  await using osler = await openTestSystem({ databaseUrl: cluster.url })
  const recording = await speak('I have had a headache for three days')
  const acknowledged: string[] = []
  const refused = new Map<string, number>()
  let isOver = false

  async function sendOn(): Promise<void> {
    while (!isOver) {
      const form = new FormData()
      form.append('file', await openAsBlob(recording), 'x.wav')
      form.append('documents', 'summary')
      const response = await osler.ask('/api/consultations', { method: 'POST', body: form })
      const body = (await response.json()) as { id: string; error?: { code: string } }
      if (response.status === 202) acknowledged.push(body.id)
      else
        refused.set(
          `${response.status} ${body.error?.code}`,
          (refused.get(`${response.status} ${body.error?.code}`) ?? 0) + 1,
        )
      await sleep(100)
    }
  }

  const clients = [sendOn(), sendOn()]
  for (let count = 0; count < RESTARTS; count++) {
    await sleep(1000)
    await cluster.restart(500)
  }
  await until('enough are acknowledged', () => acknowledged.length > 5)
  isOver = true
  await Promise.all(clients)
  assert.deepEqual(
    [...refused.keys()].filter((answer) => answer !== '503 database_down'),
    [],
  )
  for (const id of acknowledged) {
    const path = `/api/consultations/${id}/documents/summary`
    await until('it is written', async () => (await osler.ask(path)).status === 200, 90_000)
  }
})
