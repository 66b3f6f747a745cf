import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { execa } from 'execa'
import { makeNew } from '../../tools/new.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'osler-test-new-'))
after(() => rm(folder, { recursive: true }))

/** The folders that files are made in; all that lies beside them and their parents is the repository's. */
const OWN = ['.', 'src', 'src/api', 'src/api/doors', 'src/engines', 'src/engines/speech']
const OWN_TESTS = ['test', 'test/contract', 'test/engines', 'test/engines/speech']
for (const own of [...OWN, ...OWN_TESTS]) {
  await mkdir(join(folder, own), { recursive: true })
  for (const name of await readdir(join(ROOT, own))) {
    const path = join(own, name)
    if (![...OWN, ...OWN_TESTS, '.git'].includes(path)) await symlink(join(ROOT, path), join(folder, path))
  }
}

/** Makes files of this kind, and answers what their test says once the types of the first are seen to be right. */
async function make(kind: string, name: string, source: string, test: string): Promise<string> {
  assert.match(await makeNew(folder, kind, name), /Next: /)
  const settings = { extends: './tsconfig.json', include: [source] }
  await writeFile(join(folder, `tsconfig.${kind}.json`), JSON.stringify(settings))
  await execa('tsc', ['-p', `tsconfig.${kind}.json`], { cwd: folder, preferLocal: true, localDir: ROOT })
  const env = { NODE_TEST_CONTEXT: undefined }
  const { stdout } = await execa(process.execPath, ['--test', '--test-reporter=tap', test], { cwd: folder, env })
  assert.match(stdout, /# fail 0/)
  return stdout
}

test('a new recogniser has the right types, and passes its suite', async () => {
  const made = ['src/engines/speech/my-engine.ts', 'test/engines/speech/my-engine.test.ts'] as const
  assert.match(await make('recognizer', 'my-engine', ...made), /ok 1 - my-engine yields every segment once/)
})

test('a new door has the right types, and passes the suite of doors', async () => {
  const made = ['src/api/doors/acme/routes.ts', 'test/contract/acme/door.test.ts'] as const
  const said = await make('door', 'acme', ...made)
  assert.match(said, /- acme takes a recording and gives what was said in it/)
})

test('what is there is not written over, and what cannot be made is said', async () => {
  await makeNew(folder, 'recognizer', 'twice')
  await assert.rejects(makeNew(folder, 'recognizer', 'twice'), { code: 'EEXIST' })
  await assert.rejects(makeNew(folder, 'telephone', 'x'), /"telephone" cannot be made; there is: door, recognizer/)
  await assert.rejects(makeNew(folder, 'recognizer', '../x'), /is no name/)
  await assert.rejects(makeNew(folder, 'door', 'my-door'), /is no name: write it likethis/)
})
