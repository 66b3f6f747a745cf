import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { execa } from 'execa'
import { makeNew } from '../../tools/new.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'osler-test-new-'))
after(() => rm(folder, { recursive: true }))

/** What a new engine imports, as it lies in the repository. */
const IMPORTED = [
  'src/domain',
  'src/engines/engine.ts',
  'src/engines/speech/recognizer.ts',
  'test/ports',
  'node_modules',
  'tsconfig.json',
  'package.json',
]

test('a new recogniser has the right types, and passes its suite', async () => {
  await mkdir(join(folder, 'src/engines/speech'), { recursive: true })
  await mkdir(join(folder, 'test'))
  for (const path of IMPORTED) await symlink(join(ROOT, path), join(folder, path))
  assert.match(await makeNew(folder, 'recognizer', 'my-engine'), /registry\.ts/)
  const made = ['src/engines/speech/my-engine.ts', 'test/engines/speech/my-engine.test.ts']
  await writeFile(join(folder, 'tsconfig.made.json'), JSON.stringify({ extends: './tsconfig.json', include: made }))
  await execa('tsc', ['-p', 'tsconfig.made.json'], { cwd: folder, preferLocal: true, localDir: ROOT })
  const { stdout } = await execa(process.execPath, ['--test', '--test-reporter=tap', made[1] as string], {
    cwd: folder,
    env: { NODE_TEST_CONTEXT: undefined },
  })
  assert.match(stdout, /ok 1 - my-engine yields every segment once/)
  assert.match(stdout, /# fail 0/)
})

test('what is there is not written over, and what cannot be made is said', async () => {
  await makeNew(folder, 'recognizer', 'twice')
  await assert.rejects(makeNew(folder, 'recognizer', 'twice'), { code: 'EEXIST' })
  await assert.rejects(makeNew(folder, 'telephone', 'x'), /"telephone" cannot be made; there is: recognizer/)
  await assert.rejects(makeNew(folder, 'recognizer', '../x'), /is no name/)
})
