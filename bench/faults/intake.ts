import { openAsBlob } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { speak } from '../../test/support/recordings.ts'
import { printFigure } from '../figures.ts'
import { startServer } from '../server.ts'

// 200 clients that send for a minute, more than the server takes: `node bench/faults/run.ts intake`
const CLIENTS = 200
const SECONDS = 60
const REST_SECONDS = 30

await using server = await startServer()
const { address, headers } = server
const file = await openAsBlob(await speak('good morning doctor'))
const outcomes = new Map<string, number>()

await send()
await sleep(5000)
const beforeBytes = await server.residentBytes()
const endMs = performance.now() + SECONDS * 1000
await Promise.all(Array.from({ length: CLIENTS }, sendOn))
await drain()
await sleep(REST_SECONDS * 1000)
const growth = (await server.residentBytes()) / beforeBytes

const wrong = [...outcomes].filter(([outcome]) => !/^(2\d\d|(429|503) with Retry-After)$/.test(outcome))
const told = [...outcomes].map(([outcome, count]) => `${count} of ${outcome}`).join(', ')
printFigure(`answers of another kind, ${CLIENTS} clients for ${SECONDS} s (${told})`, String(wrong.length), '0')
printFigure('memory of the serving process afterwards, against before', `${growth.toFixed(2)} ×`, '≤ 1.10 ×')

/** Waits until what was taken is done, so that memory is compared at rest. */
async function drain(): Promise<void> {
  for (;;) {
    const response = await fetch(`${address}/api/requests?limit=200`, { headers })
    const { requests } = (await response.json()) as { requests?: { status: string }[] }
    if (requests && !requests.some(({ status }) => status === 'ongoing')) return
    await sleep(2000)
  }
}

async function sendOn(): Promise<void> {
  while (performance.now() < endMs) {
    const outcome = await send()
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    await sleep(100)
  }
}

async function send(): Promise<string> {
  const body = new FormData()
  body.append('documents', '')
  body.append('file', file, 'x.wav')
  const response = await fetch(`${address}/api/consultations`, { method: 'POST', headers, body }).catch(
    (error) => error,
  )
  if (!(response instanceof Response)) return `connection ended (${response.cause?.code})`
  await response.arrayBuffer()
  return `${response.status}${response.headers.has('retry-after') && response.status >= 400 ? ' with Retry-After' : ''}`
}
