import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { GENERATED } from '../../tools/generated-docs.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')

for (const [page, text] of Object.entries(GENERATED)) {
  test(`${page} says what the code says`, async () => {
    assert.equal(await read(page), text, 'run `npm run docs`')
  })
}

test('ARCHITECTURE.md says of every dependency why it is there', async () => {
  const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<string, object>
  const architecture = await read('ARCHITECTURE.md')
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    assert.ok(architecture.includes(`\`${name}\``), name)
  }
})
