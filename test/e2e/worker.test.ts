import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'
import { copyPostgresDatabase } from '../support/databases.ts'
import { openTestSystem } from '../support/open-test-system.ts'
import { OSLER, TEST_SETTINGS } from '../support/osler-process.ts'
import { speak } from '../support/recordings.ts'

test('a worker beside a server on PostgreSQL does the work, and the server hears of it at once', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-worker-'))
  const databaseUrl = await copyPostgresDatabase()
  await using osler = await openTestSystem({ data, databaseUrl }, false)
  const env = { ...process.env, OSLER_DATA: data, OSLER_DATABASE_URL: databaseUrl, ...TEST_SETTINGS }
  const worker = spawn(OSLER, ['worker'], { env, stdio: 'ignore' })
  t.after(() => worker.kill('SIGKILL'))
  const form = new FormData()
  form.append('audio_file_name', 'x')
  form.append('audio_file_blob', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  const response = await osler.ask('/file/v1/upload/sync', { method: 'POST', body: form })
  const { data: file } = (await response.json()) as { data: { processing_status: string } }
  assert.equal(file.processing_status, 'FILE_TRANSCRIBED')
  worker.kill('SIGTERM')
  assert.deepEqual(await once(worker, 'exit'), [0, null])
  await rm(data, { recursive: true })
})

test('a worker without PostgreSQL says that it needs it', async () => {
  const { stderr, exitCode } = await execa(OSLER, ['worker'], { reject: false })
  assert.equal(exitCode, 1)
  assert.match(stderr, /A worker needs PostgreSQL: set OSLER_DATABASE_URL/)
})
