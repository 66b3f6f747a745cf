import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { HEAVY_REQUESTS, type HeavyClient, openHeavyClient, watchHealth } from '../support/heavy-requests.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { type OslerProcess, startOsler } from '../support/osler-process.ts'

/**
 * On a machine that does nothing else it is a fiftieth of that, as `node bench/faults/run.ts answers` prints; while these
 * requests held the server, 6 to 120 s.
 */
const SILENT_MS = 5000
/** `node bench/faults/run.ts answers` asks for all of it. */
const SHARE = 0.2
/** The work's own limit, and the way there and back. */
const ENDS_MS = 90_000

describe('while one key asks for much work, the server answers:', () => {
  let osler: OslerProcess
  let folder: string
  let client: HeavyClient

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-heavy-'))
    const OSLER_MASTER_KEY = randomBytes(32).toString('base64')
    osler = await startOsler(folder, { OSLER_WORKERS: '1', OSLER_REQUESTS_PER_MINUTE: '1000000', OSLER_MASTER_KEY })
    client = openHeavyClient(osler.address, TEST_KEY)
  })
  after(async () => {
    osler.process.kill('SIGTERM')
    await once(osler.process, 'exit')
    await rm(folder, { recursive: true })
  })

  for (const { name, statuses, begins = /^/, send } of HEAVY_REQUESTS) {
    test(name, { timeout: 300_000 }, async () => {
      let sentMs = 0
      const { silentMs, answers } = await watchHealth(osler.address, async () => {
        const requests = await send(client, SHARE)
        sentMs = performance.now()
        return requests
      })
      assert.ok(silentMs < SILENT_MS, `/health/live was silent for ${Math.round(silentMs)} ms`)
      assert.ok(performance.now() - sentMs < ENDS_MS, 'it takes too long')
      assert.match(answers[0]?.text ?? '', begins)
      for (const { status, text } of answers) assert.ok(statuses.includes(status), `${status}: ${text.slice(0, 200)}`)
    })
  }
})
