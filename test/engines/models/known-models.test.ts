import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { familyOf } from '../../../src/engines/models/families.ts'
import { install } from '../../../src/engines/models/install-model.ts'
import { listInstalledModels } from '../../../src/engines/models/installed-models.ts'
import { KNOWN_MODELS } from '../../../src/engines/models/known-models.ts'
import { recommendModel } from '../../../src/engines/models/recommend-model.ts'
import { WHISPER_MODELS } from '../../../src/engines/models/whisper-models.ts'
import { openPythons } from '../../../src/engines/runtime/python/open-pythons.ts'
import { openRecognizers } from '../../../src/engines/speech/registry.ts'

const GIGABYTE = 1024 ** 3
const SERVER = { urls: [], languages: ['mul'], atOnce: 1 }

test('a model is recommended by the card, the memory and the cores of the machine', () => {
  const machine = { cores: 2, memoryBytes: 4 * GIGABYTE, hasCard: false }
  assert.equal(recommendModel(machine), 'whisper-base')
  assert.equal(recommendModel({ ...machine, memoryBytes: GIGABYTE }), 'whisper-tiny.en')
  assert.equal(recommendModel({ ...machine, cores: 16 }), 'whisper-base')
  assert.equal(recommendModel({ ...machine, cores: 16, memoryBytes: 32 * GIGABYTE }), 'whisper-small')
  assert.equal(recommendModel({ ...machine, hasCard: true }), 'whisper-large-v3-turbo')
})

test('every model that is recommended is known', () => {
  const names = new Set(KNOWN_MODELS.map(({ name }) => name))
  for (const cores of [1, 8, 64])
    for (const hasCard of [true, false])
      for (const memoryBytes of [GIGABYTE, 64 * GIGABYTE])
        assert.ok(names.has(recommendModel({ cores, memoryBytes, hasCard })))
  assert.equal(names.size, KNOWN_MODELS.length)
})

for (const { name, family, from, packages = [] } of WHISPER_MODELS) {
  const remote = 'files' in from ? from.files : {}

  test(`${name} is pinned to a revision, its weights to a digest, and has every file of its family`, () => {
    for (const { url } of Object.values(remote)) assert.match(url, /\/resolve\/[0-9a-f]{40}\//)
    assert.match(remote['model.bin']?.sha256 ?? '', /^[0-9a-f]{64}$/)
    for (const pattern of Object.values(familyOf(family).files))
      assert.ok(Object.keys(remote).some((file) => pattern.test(file)))
  })

  for (const { packages: wanted, parts, digests = {} } of packages) {
    test(`${name} out of ${wanted.join(' and ')} has every file, each with a digest`, () => {
      for (const pattern of Object.values(familyOf(family).files))
        assert.ok(Object.keys(parts).some((file) => pattern.test(file)))
      for (const file of Object.keys(parts)) assert.match(digests[file] ?? remote[file]?.sha256 ?? '', /^[0-9a-f]{64}$/)
      for (const path of Object.values(parts).flat())
        assert.ok(wanted.some((one) => one.replaceAll('-', '_').startsWith(`${path.split('/')[0]}==`)))
    })
  }
}

test('of two models of one name that of the data folder counts, and the best of all comes first', async () => {
  const [data, own, source] = await Promise.all([1, 2, 3].map(() => mkdtemp(join(tmpdir(), 'osler-test-folders-'))))
  assert.ok(data && own && source)
  for (const file of ['model.bin', 'config.json', 'tokenizer.json', 'vocabulary.txt'])
    await writeFile(join(source, file), 'x')
  const add = (folder: string, name: string) =>
    install(
      { folder },
      { name, family: 'ctranslate2-whisper', languages: ['en'], licence: '', goodFor: '', digests: {} },
      source,
    )
  await add(own, 'whisper-tiny')
  await add(own, 'whisper-base')
  await add(data, 'whisper-tiny')
  const found = await listInstalledModels([data, own])
  await assert.rejects(
    openRecognizers('sherpa', { models: found, server: SERVER, pythonFor: openPythons('cpu') }, 'none'),
    /needs a model/,
    'sherpa-onnx would end on a model that is not its own',
  )
  assert.deepEqual(
    found.map(({ folder }) => folder),
    [join(own, 'whisper-base'), join(data, 'whisper-tiny')],
  )
})
