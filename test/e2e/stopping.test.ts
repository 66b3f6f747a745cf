import assert from 'node:assert/strict'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { TEST_KEY } from '../support/open-test-system.ts'
import { startOsler } from '../support/osler-process.ts'
import { synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

test('SIGTERM while a decoder runs ends the server in order, and leaves no folder of a run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-stopping-'))
  const { process: server, address } = await startOsler(folder)
  const form = new FormData()
  form.append('file', await openAsBlob(await synthesize('anoisesrc=amplitude=0.01', 3500, 'mp3')), 'x.mp3')
  const headers = { authorization: `Bearer ${TEST_KEY}` }
  assert.equal((await fetch(`${address}/api/consultations`, { method: 'POST', body: form, headers })).status, 202)
  await until('a decoder runs', async () => (await childrenOf(server.pid)).includes('ffmpeg'))
  server.kill('SIGTERM')
  assert.deepEqual(await once(server, 'exit'), [0, null])
  assert.deepEqual(await readdir(join(folder, 'scratch')), [])
  await rm(folder, { recursive: true })
})

async function childrenOf(pid: number | undefined): Promise<string[]> {
  const ids = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean)
  return Promise.all(ids.map(async (id) => (await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '')).trim()))
}
