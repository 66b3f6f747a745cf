import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'

const ROOT = join(import.meta.dirname, '../..')

/** What knip names for one file, by the sort of thing: "exports", "dependencies". */
type Found = Record<string, { name: string }[]> & { file: string }

test('no file, export or package is there that nobody uses', async () => {
  const knip = join(ROOT, 'node_modules/knip/bin/knip.js')
  const { stdout } = await execa(process.execPath, [knip, '--no-progress', '--no-exit-code', '--reporter', 'json'], {
    cwd: ROOT,
  })
  const { issues } = JSON.parse(stdout) as { issues: Found[] }
  const unused = issues.flatMap(({ file, ...sorts }) => Object.values(sorts).flatMap((all) => namesIn(file, all)))
  assert.deepEqual(unused, [])
})

const namesIn = (file: string, all: readonly { name: string }[]) => all.map(({ name }) => `${file}: ${name}`)
