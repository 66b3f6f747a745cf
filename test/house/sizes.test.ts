import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { functionsOf, measureSizes, quantile } from './measure-sizes.ts'

const ROOT = join(import.meta.dirname, '../..')
const MOST_LINES_OF_A_FILE = 350
const MOST_LINES_OF_A_FUNCTION = 60

/** Functions that are longer today, and one that stays: a released migration is never changed. The list only gets shorter. */
const EXCEPTIONS: readonly string[] = ['src/store/migrations/001-init.ts up']

test('no file is longer than a reader takes in', async () => {
  const { files } = await measureSizes(ROOT, '{src,web,bench,tools,test}/**/*.{ts,tsx}')
  assert.deepEqual(
    files.filter(({ lines }) => lines > MOST_LINES_OF_A_FILE),
    [],
  )
})

test('no function is longer than a screen, and nothing is excused that is shorter by now', async (context) => {
  const { files, functions } = await measureSizes(ROOT, '{src,web/src,bench,tools}/**/*.{ts,tsx}')
  const long = functions.filter(({ lines }) => lines > MOST_LINES_OF_A_FUNCTION).map(({ name }) => name)
  assert.deepEqual(long.sort(), EXCEPTIONS)
  for (const [what, sizes] of Object.entries({ file: files, function: functions })) {
    context.diagnostic(`lines a ${what}: median ${quantile(sizes, 0.5)}, p90 ${quantile(sizes, 0.9)}`)
  }
})

test('a function is found and measured however it is written', () => {
  const text = [
    'function declared() {',
    '}',
    'const short = () => 1',
    'class Kept { method() {',
    '} }',
    'on(() => {',
    '})',
  ].join('\n')
  assert.deepEqual(functionsOf('a.ts', text), [
    { name: 'a.ts declared', lines: 2 },
    { name: 'a.ts short', lines: 1 },
    { name: 'a.ts method', lines: 2 },
    { name: 'a.ts line 6', lines: 2 },
  ])
})
