import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import type { CodeRelease } from '../../src/domain/code-release.ts'
import { openReleases, saveRelease } from '../../src/store/code-release.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'osler-test-codes-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const releaseOf = (name: string): CodeRelease => ({
  ...{ name, importedAt: new Date('2026-10-01T00:00:00Z') },
  codes: new Map([
    ['I10', { display: `Hypertension of ${name}`, isBillable: true }],
    ['A00', { display: 'Cholera', isBillable: false }],
  ]),
})

test('without an import there is no release', async () => {
  assert.equal(await openReleases(folder, () => true)(), undefined)
})

test('a release is read as it was kept, but for the codes that nobody wants', async () => {
  await saveRelease(folder, releaseOf('2026'))
  assert.deepEqual(await openReleases(folder, () => true)(), releaseOf('2026'))
  const held = await openReleases(folder, (code) => code === 'I10')()
  assert.deepEqual([...(held?.codes.keys() ?? [])], ['I10'])
})

test('a process that has one open reads the next, and nothing is left of the old one', async () => {
  await saveRelease(folder, releaseOf('2025'))
  const read = openReleases(folder, () => true)
  assert.equal((await read())?.name, '2025')
  await saveRelease(folder, releaseOf('2026'))
  await utimes(join(folder, 'codes/icd10cm.json'), new Date(), new Date(Date.now() + 5000))
  assert.equal((await read())?.codes.get('I10')?.display, 'Hypertension of 2026')
  assert.deepEqual(await readdir(join(folder, 'codes')), ['icd10cm.json'])
})

test('a damaged file is said to be damaged, and codes are not guessed', async () => {
  await saveRelease(folder, releaseOf('2026'))
  await writeFile(join(folder, 'codes/icd10cm.json'), '{"name":"20')
  await assert.rejects(openReleases(folder, () => true)(), {
    code: 'codes_invalid',
    message: /import the release again/,
  })
})
