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

test('docs/dependencies.md says of every dependency why it is there', async () => {
  const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<string, object>
  const reasons = await read('docs/dependencies.md')
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    assert.ok(reasons.includes(`\`${name}\``), name)
  }
})

test('what SECURITY.md promises has a test, and every test that it and the operations name is there', async () => {
  const security = await read('SECURITY.md')
  const promises = security.split('\n').filter((line) => /^\| (?!---|who \| can)/.test(line))
  assert.ok(promises.length > 15)
  for (const line of promises) assert.match(line.split('|').at(-2) ?? '', /`(test\/[\w/-]+\.test\.ts|npm test)`/, line)
  const named = `${security}${await read('docs/operations.md')}`.matchAll(/(?:test|bench)\/[\w/-]+\.ts/g)
  for (const [path] of named) await read(path)
})

test('ARCHITECTURE.md is read in a sitting', async () => {
  const lines = (await read('ARCHITECTURE.md')).split('\n').length
  assert.ok(lines <= 120, `it has ${lines} lines; decisions go to docs/decisions/`)
})
