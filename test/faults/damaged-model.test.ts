import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { cp, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openEngines } from '../../src/server/open-engines.ts'
import { signalPythons } from '../support/child-processes.ts'
import { findModel, TEST_MODEL } from '../support/hearing.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Request {
  id: string
  status: string
  error?: { code: string; message: string }
}

describe('a model that is harmed while the server runs', () => {
  let osler: TestSystem
  let folder: string
  let weights: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-damaged-'))
    const model = join(folder, 'models', TEST_MODEL)
    await cp((await findModel()).folder, model, { recursive: true })
    weights = join(model, 'model.bin')
    osler = await openTestSystem({ data: folder }, true, openEngines)
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  async function send(): Promise<{ id: string; request: Request }> {
    const form = new FormData()
    form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
    form.append('documents', '')
    const sent = await osler.ask('/api/consultations', { method: 'POST', body: form })
    return (await sent.json()) as { id: string; request: Request }
  }
  const ended = (id: string) =>
    until(
      'the request ends',
      async () => {
        const request = (await (await osler.ask(`/api/requests/${id}`)).json()) as Request
        return request.status !== 'ongoing' && request
      },
      180_000,
    )

  test('serves on, from memory', async () => {
    await ended((await send()).request.id)
    await rename(weights, `${weights}.away`)
    assert.equal((await ended((await send()).request.id)).status, 'succeeded')
    await rename(`${weights}.away`, weights)
  })

  const harms: Record<string, [says: RegExp, harm: () => Promise<void>]> = {
    'taken away': [/^model\.bin of the model whisper-tiny\.en cannot be read: /, () => rm(weights)],
    'cut short': [/has changed since it was installed/, () => truncate(weights, 1_000_000)],
    'of another digest': [/has changed since it was installed/, () => writeFile(weights, 'x', { flag: 'a' })],
  }
  for (const [what, [says, harm]] of Object.entries(harms)) {
    test(`${what}, fails a recording with what to do; it is kept, and heard once the model is mended`, async () => {
      await cp(weights, `${weights}.whole`)
      await harm()
      await signalPythons('SIGKILL')
      const { id, request } = await send()
      const { status, error } = await ended(request.id)
      assert.deepEqual([status, error?.code], ['failed', 'model_damaged'])
      assert.match(error?.message ?? '', says)
      assert.match(error?.message ?? '', /`osler models pull whisper-tiny\.en` brings it again/)

      await rename(`${weights}.whole`, weights)
      await osler.system.forDoors.retry(request.id)
      assert.equal((await ended(request.id)).status, 'succeeded')
      const transcript = await (await osler.ask(`/api/consultations/${id}/transcript?format=text`)).text()
      assert.match(transcript, /headache for (three|3) days/)
    })
  }
})
