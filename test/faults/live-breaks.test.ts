import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readHeard } from '../support/heard-transcript.ts'
import { type LiveClient, openLiveClient, readPcm } from '../support/live-client.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { killHard, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { runPageClient } from '../support/page-client.ts'
import { speak } from '../support/recordings.ts'

const SAID = 'I have had a headache for three days and I take aspirin every morning'
/** Twice as fast as it is said. */
const SPEED = 2

describe('speech while it is said, on a server that dies', () => {
  let folder: string
  let osler: OslerProcess
  let pcm: Uint8Array

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-live-'))
    pcm = await readPcm(await speak(SAID))
    osler = await startOsler(folder)
  })
  after(async () => {
    await killHard(osler)
    await rm(folder, { recursive: true })
  })

  const open = async (
    message: object,
  ): Promise<{ client: LiveClient; position: number; ids: Record<string, string> }> => {
    const client = await openLiveClient(osler.address)
    client.send(message)
    const said = await client.wait('open', ({ state }) => state === 'open')
    const ids = { recording: String(said.recording), consultation: String(said.consultation) }
    return { client, position: Number(said.position), ids }
  }

  const ask = (path: string) => fetch(osler.address + path, { headers: { authorization: `Bearer ${TEST_KEY}` } })
  const readText = async (consultation: string) => (await readHeard(ask, consultation, '?format=text')).text()

  test('is gone on with after a stop and a crash, and all that was kept is in the transcript', async () => {
    const first = await open({ type: 'start', documents: 'summary' })
    const third = (at: number) => (Math.floor((pcm.length * at) / 3) >> 1) << 1
    await first.client.speak(pcm.subarray(0, third(1)), SPEED)
    await first.client.wait('some is kept', ({ type }) => type === 'ack')
    osler.process.kill('SIGTERM')
    assert.equal(await first.client.closed, 1012)
    assert.ok(first.client.told.some(({ state }) => state === 'stopping'))
    assert.deepEqual(await once(osler.process, 'exit'), [0, null])

    osler = await startOsler(folder)
    const second = await open({ type: 'resume', recording: first.ids.recording })
    assert.equal(second.position, third(1), 'what came before a stop is kept to the last byte')
    await second.client.speak(pcm.subarray(second.position, third(2)), SPEED)
    await second.client.wait('some more is kept', ({ type }) => type === 'ack')
    const kept = Math.max(...second.client.told.map(({ position }) => Number(position ?? 0)))
    await killHard(osler)

    osler = await startOsler(folder)
    const last = await open({ type: 'resume', recording: first.ids.recording })
    assert.ok(last.position >= kept)
    await last.client.speak(pcm.subarray(last.position), SPEED)
    last.client.send({ type: 'end' })
    assert.equal(await last.client.closed, 1000)
    assert.match(await readText(String(first.ids.consultation)), /headache for 3 days and I take aspirin every morning/)
  })

  test('is sent by the client that the page shows, in its lines', async () => {
    const stdout = await runPageClient({ address: osler.address, folder }, 'live.md', pcm)
    const told = stdout.split('\n').map((line) => JSON.parse(line) as { type: string; text?: string; state?: string })
    const said = told.flatMap(({ type, text }) => (type === 'item' ? (text ?? '') : [])).join(' ')
    assert.match(said, /headache for 3 days and I take aspirin every morning/)
    assert.equal(told.at(-1)?.state, 'finished')
  })
})
