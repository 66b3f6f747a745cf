import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { SEALED_COLUMNS } from '../../src/store/sealed/seal-all-texts.ts'

const STORE = join(import.meta.dirname, '../../src/store')

test('what the store seals when it is written, `osler seal --all` seals too', async () => {
  const files = (await readdir(STORE)).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map((name) => readFile(join(STORE, name), 'utf8')))
  const written = texts.flatMap((text) => [...text.matchAll(/(\w+): confidential\(/g)].map(([, column]) => column))
  assert.ok(written.length > 10)
  const known = new Set(SEALED_COLUMNS.map(([, column]) => column))
  assert.deepEqual(
    [...new Set(written)].filter((column) => !known.has(column ?? '')),
    [],
  )
})
