import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'

describe('what is sent again while it is under way, because its client hung up', () => {
  let osler: TestSystem
  let files: string[]
  before(async () => {
    const doorSettings = { intron: { syncWaitSeconds: 1, minSeconds: 0 } }
    osler = await openTestSystem({ syncWaitSeconds: 1, doorSettings }, false)
    files = [await speak('I have had a headache for three days'), await speak('I have a cough')]
    const { db } = osler.system.forDoors
    await createKey(db, { tenantId: 'default', name: 'k', scopes: ['submit'], secretHash: hashSecret('other-key') })
  })
  after(() => osler[Symbol.asyncDispose]())

  const countJobs = async () => (await osler.system.capabilitiesOf('openai').jobs.list('default', 100)).length

  /** How many jobs a request makes whose client goes away meanwhile. */
  async function made(path: string, field: string, file: string, more = {}, key?: string): Promise<number> {
    const before = await countJobs()
    const form = new FormData()
    for (const [name, value] of Object.entries(more)) form.append(name, String(value))
    form.append(field, await openAsBlob(file), 'a.wav')
    const response = await osler.ask(path, { method: 'POST', body: form, ...(key && { key }) })
    assert.equal(response.status, 408, await response.text())
    return (await countJobs()) - before
  }

  for (const [path, field, more, other] of [
    ['/v1/audio/transcriptions', 'file', { model: 'm' }, { model: 'm', response_format: 'srt' }],
    ['/transcribe', 'file', { request_parameters: '{"speech_locale":"ENGLISH_US"}' }, undefined],
    ['/file/v1/upload/sync', 'audio_file_blob', { audio_file_name: 'x' }, { audio_file_name: 'y' }],
  ] as const) {
    test(`is joined at ${path}, where bytes, options and key are the same`, async () => {
      const [file = '', another = ''] = files
      assert.equal(await made(path, field, file, more), 1)
      for (let again = 0; again < 2; again++) assert.equal(await made(path, field, file, more), 0)
      assert.equal(await made(path, field, another, more), 1)
      assert.equal(await made(path, field, file, more, 'other-key'), 1)
      if (other) assert.equal(await made(path, field, file, other), 1)
    })
  }

  test('keeps one recording', async () => {
    const { rows } = await osler.system.forDoors.db
      .selectFrom('recordings')
      .select(({ fn }) => [fn.countAll().as('count')])
      .execute()
      .then((counted) => ({ rows: Number(counted[0]?.count) }))
    assert.equal(rows, await countJobs())
  })

  test('is a job of its own where the client is told its id', async () => {
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(files[0] ?? ''), 'a.wav')
    const before = await countJobs()
    for (let again = 0; again < 2; again++) {
      assert.equal((await osler.ask('/file/v1/upload', { method: 'POST', body: form })).status, 200)
    }
    assert.equal((await countJobs()) - before, 2)
  })
})
