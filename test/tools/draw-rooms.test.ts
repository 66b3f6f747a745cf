import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { drawRooms } from '../../tools/draw-rooms.ts'

const FILES = {
  'src/api/a.ts': "import { b } from '../store/b.ts'\nimport type { C } from '../export/c.ts'\nimport '../domain/d.ts'",
  'src/store/b.ts': "import './c.ts'",
  'web/src/e.ts': "import type { A } from '../../src/api/a.ts'",
}

test('the picture of the rooms has a line for each with those that it imports', async () => {
  const root = await mkdtemp(join(tmpdir(), 'osler-test-rooms-'))
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const picture = await drawRooms(root)
  await rm(root, { recursive: true })
  assert.equal(picture, '```mermaid\nflowchart TD\n  api --> export & store\n  web --> api\n```')
})
