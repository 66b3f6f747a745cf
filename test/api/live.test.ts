import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type LiveClient, openLiveClient, readPcm, type Said } from '../support/live-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const isState =
  (state: string) =>
  ({ type, state: said }: Said) =>
    type === 'state' && said === state

describe('a socket for speech while it is said', () => {
  let osler: TestSystem
  let pcm: Uint8Array

  before(async () => {
    osler = await openTestSystem()
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
    // The model is loaded.
    const client = await openLiveClient(osler.address)
    client.send({ type: 'start' })
    client.send(new Uint8Array(32_000))
    client.send({ type: 'flush' })
    await client.wait('flushed', isState('flushed'))
    client.close(1000)
  })
  after(() => osler[Symbol.asyncDispose]())

  async function start(wish: object = {}): Promise<{ client: LiveClient; open: Said }> {
    const client = await openLiveClient(osler.address)
    client.send({ type: 'start', documents: 'soap_note', ...wish })
    return { client, open: await client.wait('open', isState('open')) }
  }

  const transcriptOf = async (consultation: unknown) => {
    const path = `/api/consultations/${consultation}`
    await until('it is heard', async () => {
      const { request } = (await (await osler.ask(path)).json()) as { request: { status: string; error?: object } }
      assert.equal(request.error, undefined)
      return request.status === 'succeeded'
    })
    return (await (await osler.ask(`${path}/transcript`)).json()) as { items: { id: string; text: string }[] }
  }

  test('tells what is said while it is said, and what was heard when all of it has ended', async () => {
    const { client, open } = await start()
    await client.speak(pcm)
    client.send({ type: 'end' })
    assert.equal(await client.closed, 1000)
    assert.equal(client.told.findLast(({ type }) => type === 'ack')?.position, pcm.length)
    assert.ok(client.told.some(({ type, text }) => type === 'partial' && String(text).length > 0))
    const items = client.told.filter(({ type }) => type === 'item')
    assert.match(items.map(({ text }) => text).join(' '), /headache.*aspirin every morning/)
    assert.ok(isState('finished')(client.told.at(-1) as Said))
    const transcript = await transcriptOf(open.consultation)
    assert.match(transcript.items.map(({ text }) => text).join(' '), /headache for 3 days.*aspirin every morning/)
    const ids = new Set(
      transcript.items.flatMap((item) => [item.id, ...((item as { tookIn?: string[] }).tookIn ?? [])]),
    )
    for (const { id } of items) assert.ok(ids.has(String(id)), `${id} is answered`)
  })
})
