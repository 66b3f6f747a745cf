import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { checkRooms } from './check-rooms.ts'

const ROOT = join(import.meta.dirname, '../..')

test('each room imports what the table of rooms lets it', async () => {
  assert.deepEqual(await checkRooms(ROOT), [])
})

/** Each a line that one room has no right to, in every way in which a file can name another. */
const PLANTED: Readonly<Record<string, string>> = {
  'src/domain/a.ts': "import { log } from '../platform/log.ts'",
  'src/platform/a.ts': "export * from '../store/tables.ts'",
  'src/clinical/en/a.ts': "import type { Handle } from '../../store/tables.ts'",
  'src/audio/a.ts': "const { run } = await import('../pipeline/transcribe/run.ts')",
  'src/store/a.ts': "type Key = import('../api/http/auth.ts').Key",
  'src/export/a.ts': "import '../clinical/en/words.ts'",
  'src/engines/speech/recognizer.ts': "import { open } from '../runtime/process-pool.ts'",
  'src/engines/notes/a.ts': "const worker = new Worker(new URL('../../audio/decode.ts', import.meta.url))",
  'src/pipeline/transcribe/a.ts': "export { loadStretches } from '../../store/jobs.ts'",
  'src/pipeline/jobs/a.ts': "import { openWhisper } from '../../engines/speech/whisper.ts'",
  'src/api/doors/nabla/a.ts': "import { print } from '../heidi/print.ts'",
  'src/api/http/a.ts': "const { settings } = require('../../server/settings.ts')",
  'src/consultations/a.ts': "import { app } from '../api/http/app.ts'",
  'src/newcomers/a.ts': "import { newId } from '../domain/ids.ts'",
  'web/src/a.ts': "import type { Handle } from '../../src/store/tables.ts'",
}

test('an import that no room has a right to is found, however it is written', async () => {
  const root = await mkdtemp(join(tmpdir(), 'osler-rooms-'))
  for (const [path, text] of Object.entries(PLANTED)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), `${text}\n`)
  }
  const refused = await checkRooms(root)
  await rm(root, { recursive: true })
  const found = new Set(refused.map((sentence) => sentence.split(' ')[0]))
  assert.deepEqual([...found].sort(), Object.keys(PLANTED).sort())
})
