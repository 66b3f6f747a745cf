import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { readFiles } from '../support/read-everything.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

describe('a stored recording that is not as it came any more', () => {
  let osler: TestSystem
  let path: string
  let requestId: string
  let file: string
  let bytes: Buffer

  before(async () => {
    osler = await openTestSystem({}, false)
    const form = new FormData()
    form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
    const sent = await osler.ask('/api/consultations', { method: 'POST', body: form })
    const { id, request } = (await sent.json()) as { id: string; request: { id: string } }
    path = `/api/consultations/${id}`
    requestId = request.id
    file = (await readFiles(osler)).find(({ content }) => content.subarray(0, 4).toString() === 'RIFF')?.path ?? ''
    bytes = await readFile(file)
  })
  after(() => osler[Symbol.asyncDispose]())

  const damage = async (how: 'changed' | 'cut off') => {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(5000) ^ 1, 5000)
    await writeFile(file, changed)
    if (how === 'cut off') await truncate(file, 5000)
  }
  const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

  test('is neither played nor drawn, and nobody waits for bytes that do not come', async () => {
    for (const how of ['changed', 'cut off'] as const) {
      await damage(how)
      for (const [part, headers] of [
        ['/audio', {}],
        ['/audio', { range: 'bytes=0-99' }],
        ['/audio/outline', {}],
      ] as const) {
        const response = await osler.ask(path + part, { headers, signal: AbortSignal.timeout(5000) })
        assert.deepEqual([response.status, await codeOf(response)], [500, 'blob_damaged'], `${how} ${part}`)
      }
    }
    await writeFile(file, bytes)
    assert.equal((await osler.ask(`${path}/audio`)).status, 200)
  })

  test('is not heard either; brought back from a backup it is', async () => {
    await damage('changed')
    await osler.system.startWork()
    const read = async () =>
      (await (await osler.ask(`/api/requests/${requestId}`)).json()) as { status: string; error?: { code: string } }
    await until('it has failed', async () => (await read()).status === 'failed')
    assert.equal((await read()).error?.code, 'blob_damaged')
    await writeFile(file, bytes)
    const key = osler.system.forDoors.secrets.operatorToken
    const retried = await osler.ask(`/api/operator/requests/${requestId}/retry`, { method: 'POST', key })
    assert.equal(retried.status, 200, await retried.text())
    await until('it is heard', async () => (await read()).status === 'succeeded')
  })
})
