import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const MOST_LINES = 350

/** Files that are longer, each with its reason. */
const EXCEPTIONS: Record<string, string> = {}

test('no file is longer than a reader takes in, unless it says why', async () => {
  for await (const path of glob('{src,web,bench,tools}/**/*.{ts,js}', { cwd: ROOT, exclude: ['bench/out/**'] })) {
    const lines = (await readFile(join(ROOT, path), 'utf8')).split('\n').length
    assert.ok(lines <= MOST_LINES || path in EXCEPTIONS, `${path} has ${lines} lines`)
  }
})
