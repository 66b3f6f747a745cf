import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { type Callback, deliver, gapAfter } from '../../../src/pipeline/jobs/deliver.ts'
import { openOutbound } from '../../../src/platform/outbound.ts'
import { openReceiver, type Receiver } from '../../support/receiver.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`
const HOUR = 3600

const callbackTo = (address: string): Callback => ({
  id: 'job-1',
  address,
  secrets: [SECRET],
  body: { note: 'Ça va – 37 °C' },
})

/** Receives with `answer`, delivers as often as `times`, and gives the outcomes. */
async function deliverTo(receiver: Receiver, times = 1) {
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const attempts = []
  for (let count = 0; count < times; count++) attempts.push(await deliver(outbound, callbackTo(receiver.address)))
  return attempts
}

const answering =
  (...statuses: number[]): RequestListener =>
  (_request, response) => {
    response.writeHead(statuses.shift() ?? 200, { location: '/elsewhere' }).end('Thanks.')
  }

function verify({ received }: Receiver, secret = SECRET): unknown[] {
  return received.map(({ headers, body }) => new Webhook(secret).verify(body, headers as Record<string, string>))
}

test('a receiver verifies the signature with the Standard Webhooks library', async () => {
  await using receiver = await openReceiver(answering(204))
  assert.deepEqual(await deliverTo(receiver), [{ outcome: 'delivered', status: 204 }])
  assert.deepEqual(verify(receiver), [{ note: 'Ça va – 37 °C' }])
  assert.equal(receiver.received[0]?.headers['content-type'], 'application/json')
  assert.throws(() => verify(receiver, `whsec_${Buffer.from('another secret').toString('base64')}`))
})

test('after a change of secret a receiver with the old one verifies it too', async () => {
  await using receiver = await openReceiver(answering(204))
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const newest = `whsec_${Buffer.from('another secret').toString('base64')}`
  await deliver(outbound, { ...callbackTo(receiver.address), secrets: [newest, SECRET] })
  assert.equal(verify(receiver).length, 1)
  assert.equal(verify(receiver, newest).length, 1)
})

test('an attempt that met an error is followed by one with the same id and a signature that holds', async () => {
  await using receiver = await openReceiver(answering(500, 200))
  const attempts = await deliverTo(receiver, 2)
  assert.deepEqual(attempts, [
    { outcome: 'try again', status: 500 },
    { outcome: 'delivered', status: 200 },
  ])
  assert.deepEqual(
    receiver.received.map(({ headers }) => headers['webhook-id']),
    ['job-1', 'job-1'],
  )
  assert.equal(verify(receiver).length, 2)
})

test('statuses that pass are tried again, and all others end the delivery', async () => {
  const again = [408, 429, 500, 502, 503, 504]
  const refused = [301, 302, 307, 400, 401, 403, 404, 410, 413, 422]
  await using receiver = await openReceiver(answering(...again, ...refused))
  const attempts = await deliverTo(receiver, again.length + refused.length)
  assert.deepEqual(attempts, [
    ...again.map((status) => ({ outcome: 'try again', status })),
    ...refused.map((status) => ({ outcome: 'refused', status })),
  ])
  assert.ok(receiver.received.every(({ path }) => path === '/'))
})

test('a receiver that is not there is tried again', async () => {
  const receiver = await openReceiver(answering())
  await receiver[Symbol.asyncDispose]()
  assert.deepEqual(await deliverTo(receiver), [{ outcome: 'try again' }])
})

test('a receiver that never answers is given ten seconds and tried again', async () => {
  await using receiver = await openReceiver(() => {})
  const startMs = performance.now()
  assert.deepEqual(await deliverTo(receiver), [{ outcome: 'try again' }])
  const tookMs = performance.now() - startMs
  assert.ok(tookMs > 9900 && tookMs < 15_000, `it took ${tookMs} ms`)
})

test('an answer without end is not waited for', { timeout: 5000 }, async () => {
  await using receiver = await openReceiver((_request, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(64_000)), 1)
    response.on('close', () => clearInterval(timer))
  })
  assert.deepEqual(await deliverTo(receiver), [{ outcome: 'delivered', status: 200 }])
})

test('a private address is refused without a connection', async () => {
  await using receiver = await openReceiver(answering())
  await using outbound = openOutbound({ allowHosts: [] })
  assert.deepEqual(await deliver(outbound, callbackTo(receiver.address)), { outcome: 'refused' })
  assert.equal(receiver.connections(), 0)
})

test('attempts are spread over more than a day with growing gaps, then come to an end', () => {
  const gaps: number[] = []
  for (let gap = gapAfter(1, () => 0); gap !== undefined; gap = gapAfter(gaps.length + 1, () => 0)) gaps.push(gap)
  assert.deepEqual(gaps.slice(0, 4), [30, 120, 600, HOUR])
  assert.deepEqual(
    gaps,
    gaps.toSorted((a, b) => a - b),
  )
  assert.ok(gaps.reduce((sum, gap) => sum + gap) >= 24 * HOUR)
})

test('a gap is up to a tenth longer at random, so that many callbacks do not come back at once', () => {
  assert.equal(
    gapAfter(4, () => 0.5),
    HOUR * 1.05,
  )
  for (let count = 0; count < 100; count++) {
    const gap = gapAfter(4) ?? 0
    assert.ok(gap >= HOUR && gap <= HOUR * 1.1)
  }
})
