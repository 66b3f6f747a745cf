import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sweepScratch, withScratch } from '../../src/platform/scratch.ts'

test('a run has a private folder of its own, which is gone when it ends well or badly', async (t) => {
  const base = await mkdtemp(join(tmpdir(), 'osler-test-scratch-'))
  t.after(() => rm(base, { recursive: true }))
  const root = join(base, 'scratch')
  const folders = await Promise.all(
    [1, 2].map(() =>
      withScratch(root, 'job', async (folder) => {
        assert.equal((await stat(folder)).mode & 0o777, 0o700)
        await writeFile(join(folder, 'sound.pcm'), 'sound')
        return folder
      }),
    ),
  )
  assert.notEqual(folders[0], folders[1])
  const failing = withScratch(root, 'job', async (folder) => {
    await mkdir(join(folder, 'deep'))
    throw new Error('It failed.')
  })
  await assert.rejects(failing, { message: 'It failed.' })
  assert.deepEqual(await readdir(root), [])
})

test('what a dead process left is swept, also where there is nothing', async (t) => {
  const base = await mkdtemp(join(tmpdir(), 'osler-test-scratch-'))
  t.after(() => rm(base, { recursive: true }))
  const root = join(base, 'scratch')
  await sweepScratch(root, 0)
  await mkdir(join(root, 'job-old'), { recursive: true })
  await writeFile(join(root, 'job-old', 'sound.pcm'), 'sound')
  await sweepScratch(root, 60_000)
  assert.deepEqual(await readdir(root), ['job-old'], 'a run of another process may still need it')
  await sweepScratch(root, 0)
  assert.deepEqual(await readdir(root), [])
})

test('a run that ends while scratch is swept is no error', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'osler-test-scratch-'))
  t.after(() => rm(root, { recursive: true }))
  const names = Array.from({ length: 300 }, (_, at) => join(root, `job-${at}`))
  await Promise.all(names.map((name) => mkdir(name)))
  const sweeps = Array.from({ length: 4 }, () => sweepScratch(root, 60_000))
  await Promise.all([...sweeps, ...names.toReversed().map((name) => rm(name, { recursive: true }))])
})
