import { makeNonsense, type Nonsense } from '../../test/support/nonsense.ts'
import { openTestSystem } from '../../test/support/open-test-system.ts'
import { makeRandom } from '../../test/support/random.ts'
import { listRoutes } from '../../test/support/routes.ts'

// Fifty thousand requests that no client means, made from the server's own description, others in each run: no answer is 500,
// and none takes longer than two seconds. `node bench/faults/fuzz.ts SEED` sends those of an earlier run again,
// a number behind it fewer of them.
const REQUESTS = Number(process.argv[3] ?? 50_000)
const LONGEST_MS = 2000
const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 31))
console.log(`seed ${seed}`)

await using osler = await openTestSystem({
  ...{ requestsPerMinute: 1e6, uploadsPerMinute: 1e6, syncWaitSeconds: 1 },
  doorSettings: { nabla: { leastWords: 1 }, intron: { syncWaitSeconds: 1 } },
})
const routes = await listRoutes(osler)
const random = makeRandom(seed)
const statuses = new Map<number, number>()
const wrong: string[] = []
let longestMs = 0
for (let count = 0; count < REQUESTS; count++) await send(count, makeNonsense(routes, random))
const ready = await osler.ask('/health/ready')
if (ready.status !== 200) wrong.push(`afterwards the server is not ready: ${ready.status}`)
const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
console.log(`${REQUESTS} requests; ${counted.join(', ')}; the slowest took ${Math.round(longestMs)} ms`)
for (const line of wrong) console.log(`WRONG  ${line}`)
process.exitCode = wrong.length > 0 ? 1 : 0

async function send(count: number, { path, ...request }: Nonsense): Promise<void> {
  const begunMs = performance.now()
  const response = await osler.ask(path, { ...request, signal: AbortSignal.timeout(30_000) })
  const text = await response.text()
  const tookMs = performance.now() - begunMs
  longestMs = Math.max(longestMs, tookMs)
  statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  if (response.status !== 500 && tookMs <= LONGEST_MS) return
  const sent = `${request.method} ${path.slice(0, 200)} ${String(request.body).slice(0, 300)}`
  wrong.push(`request ${count}: ${response.status} after ${Math.round(tookMs)} ms: ${sent}: ${text.slice(0, 200)}`)
}
