import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { deliver } from '../../../src/pipeline/jobs/deliver.ts'
import { openOutbound } from '../../../src/platform/outbound.ts'
import { doorNamed } from '../../../src/server/doors.ts'
import { openReceiver } from '../../support/receiver.ts'

test("Nabla's callbacks carry Nabla's headers, one signature for each secret, over the bytes that came", async () => {
  const secrets = ['first', 'second'].map((text) => `whsec_${Buffer.from(text).toString('base64')}`)
  await using receiver = await openReceiver((_request, response) => void response.writeHead(200).end())
  await using outbound = openOutbound({ allowHosts: ['127.0.0.1'] })
  const sign = doorNamed('nabla')?.signCallback ?? assert.fail()
  await deliver(outbound, { id: 'job-1', address: receiver.address, secrets, body: { note: 'Ça va' }, sign })
  const { headers, body } = receiver.received[0] ?? assert.fail()
  const timestamp = String(headers['x-nabla-webhook-timestamp'])
  assert.equal(new Date(timestamp).toISOString(), timestamp)
  const expected = secrets.map((secret) => createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'))
  assert.deepEqual(String(headers['x-nabla-webhook-signature']).split(','), expected)
})
