import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { WARNINGS } from '../../src/domain/warnings.ts'

const TESTS = join(import.meta.dirname, '..')

test('every warning comes out of a test, which names its code', async () => {
  const texts: string[] = []
  for await (const path of glob('**/*.test.ts', { cwd: TESTS })) texts.push(await readFile(join(TESTS, path), 'utf8'))
  const quoted = new Set(texts.flatMap((text) => Array.from(text.matchAll(/['"](\w+)['"]/g), ([, word]) => word)))
  assert.deepEqual(
    Object.keys(WARNINGS).filter((code) => !quoted.has(code)),
    [],
  )
})
