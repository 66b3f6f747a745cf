import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeNonsense } from '../support/nonsense.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { makeRandom } from '../support/random.ts'
import { listRoutes, type Route } from '../support/routes.ts'

/** Many more are sent by bench/faults/fuzz.ts. */
const REQUESTS = 700
/** Others in each run; one that failed is sent again with its seed. */
const SEED = Number(process.env.OSLER_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))

describe('the server, sent nonsense', () => {
  let osler: TestSystem
  let routes: Route[]

  before(async () => {
    osler = await openTestSystem({
      requestsPerMinute: 1e6,
      uploadsPerMinute: 1e6,
      syncWaitSeconds: 1,
      doorSettings: { nabla: { leastWords: 1 } },
    })
    routes = await listRoutes(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  test(`${REQUESTS} times, answers with its own errors, never with 500, and goes on serving`, async () => {
    const random = makeRandom(SEED)
    for (let count = 0; count < REQUESTS; count++) {
      const { path, ...request } = makeNonsense(routes, random)
      const response = await osler.ask(path, { ...request, signal: AbortSignal.timeout(20_000) })
      const text = await response.text()
      const sent = `${request.method} ${path} ${String(request.body).slice(0, 500)}`
      assert.notEqual(response.status, 500, `OSLER_TEST_SEED=${SEED}, request ${count}, ${sent}: ${text}`)
    }
    assert.equal((await osler.ask('/health/ready')).status, 200)
  })
})
