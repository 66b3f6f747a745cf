import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { execa } from 'execa'
import type { ModelStore } from '../../../src/engines/models/bring-files.ts'
import { digestOf } from '../../../src/engines/models/fetch-file.ts'
import { install, pull, pullModel, removeModel, verifyModel } from '../../../src/engines/models/install-model.ts'
import { listInstalledModels, readModel } from '../../../src/engines/models/installed-models.ts'
import type { KnownModel } from '../../../src/engines/models/model.ts'
import { makeCtcModel, makeTransducerModel } from '../../support/made-models.ts'

const NAME = 'tones'
const MODEL = { name: NAME, family: 'medasr-ctc', languages: ['en'], licence: 'none', goodFor: 'tests' } as const

describe('a model that is fetched', () => {
  let made: string
  let archive: Buffer
  let store: ModelStore
  const server = createServer()
  let address: string
  /** What the server does with each request, one after the other; then it serves well. */
  let manners: ((bytes: Buffer) => Partial<{ cutAt: number; status: number; bytes: Buffer; ignoresRange: boolean }>)[] =
    []
  const asked: string[] = []

  before(async () => {
    made = await mkdtemp(join(tmpdir(), 'osler-test-made-'))
    const folder = await makeCtcModel(made, 'sherpa-onnx-tones')
    await writeFile(join(folder, 'test.wav'), randomBytes(300_000))
    const path = join(made, 'tones.tar.bz2')
    await execa('tar', ['-cjf', path, '-C', made, basename(folder)])
    archive = await readFile(path)
    server.on('request', (request, response) => {
      const { range } = request.headers
      asked.push(range ?? 'all')
      const { cutAt, status, bytes = archive, ignoresRange } = manners.shift()?.(archive) ?? {}
      if (status) return response.writeHead(status).end('<html>Not here.</html>')
      const from = range && !ignoresRange ? Number(/\d+/.exec(range)?.[0]) : 0
      if (from >= bytes.length) return response.writeHead(416).end()
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from })
      if (cutAt === undefined) return response.end(bytes.subarray(from))
      response.write(bytes.subarray(from, Math.max(from, cutAt)), () => setTimeout(() => response.destroy(), 20))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    await rm(made, { recursive: true, force: true })
  })
  beforeEach(async () => {
    store = { folder: await mkdtemp(join(tmpdir(), 'osler-test-models-')), firstGapMs: 1 }
    manners = []
    asked.length = 0
  })

  const known = (more: object = {}): KnownModel => ({
    ...{ ...MODEL, languages: ['en'] },
    megabytes: 1,
    from: { archive: { url: `${address}/tones.tar.bz2`, ...more } },
  })
  const ignore = () => {}
  const listNames = async () => (await listInstalledModels([store.folder])).map(({ name }) => name)

  test('is installed with the files that its family needs and no others, and is as it came', async () => {
    const shares: number[] = []
    const model = await pull(store, known(), (bytes, all) => shares.push(bytes / (all ?? bytes)))
    assert.deepEqual((await readdir(model.folder)).sort(), ['model.json', 'model.onnx', 'tokens.txt'])
    assert.equal(shares.at(-1), 1)
    await verifyModel(model)
    await writeFile(model.files.model ?? '', 'changed')
    await assert.rejects(verifyModel(model), { code: 'model_damaged', message: /model\.onnx .* has changed/ })
  })

  test('goes on where it stood, wherever the line was cut, and is never half installed', async () => {
    const cuts = [1, 2, archive.length >> 1, archive.length - 1, ...Array.from({ length: 8 }, () => cutAtRandom())]
    for (const cutAt of cuts) {
      manners = [() => ({ cutAt })]
      asked.length = 0
      const model = await pull(store, known(), ignore)
      assert.deepEqual(asked, ['all', `bytes=${cutAt}-`])
      await verifyModel(model)
      await removeModel(store, NAME)
      assert.deepEqual(await listNames(), [])
    }
  })
  const cutAtRandom = () => 1 + Math.floor(Math.random() * (archive.length - 2))

  test('is begun anew where the server knows no ranges', async () => {
    manners = [() => ({ cutAt: 1000 }), () => ({ ignoresRange: true })]
    await verifyModel(await pull(store, known(), ignore))
  })

  test('is gone on with by the next call when the line stays broken', { timeout: 120_000 }, async () => {
    manners = Array.from({ length: 9 }, () => () => ({ cutAt: 2000 }))
    await assert.rejects(pull(store, known(), ignore), { code: 'model_unavailable', message: /run this again/ })
    assert.deepEqual(await listNames(), [])
    asked.length = 0
    await pull(store, known(), ignore)
    assert.deepEqual(asked, ['bytes=2000-'])
    assert.deepEqual(await listNames(), [NAME])
  })

  test('with another digest or size than was told is not installed', async () => {
    const wrong = [{ sha256: '0'.repeat(64) }, { bytes: archive.length - 1 }]
    for (const told of wrong) {
      await assert.rejects(pull(store, known(told), ignore), { code: 'model_damaged', message: /were expected/ })
      assert.deepEqual(await listNames(), [])
    }
    const sha256 = await digestOf(join(made, 'tones.tar.bz2'))
    await pull(store, known({ sha256, bytes: archive.length }), ignore)
  })

  test('is held to what came the first time, where no digest was told', async () => {
    await pull(store, known(), ignore)
    await removeModel(store, NAME)
    const other = Buffer.from(archive)
    other[other.length - 1] = (other[other.length - 1] ?? 0) ^ 1
    manners = [() => ({ bytes: other })]
    await assert.rejects(pull(store, known(), ignore), { code: 'model_damaged', message: /were expected/ })
    await pull(store, known(), ignore)
  })

  test('that is not there, or is a page of words, is told so', async () => {
    manners = [() => ({ status: 404 })]
    await assert.rejects(pull(store, known(), ignore), { code: 'model_unavailable', message: /status 404/ })
    manners = [() => ({ bytes: Buffer.from('<html>Please sign in.</html>') })]
    await assert.rejects(pull(store, known(), ignore), { code: 'model_damaged', message: /no tar archive/ })
    await assert.rejects(pullModel(store, 'no-such-model', ignore), { code: 'not_found', message: /parakeet/ })
  })

  test('comes from a mirror, or from a folder that was carried here', async () => {
    const mirror = await mkdtemp(join(tmpdir(), 'osler-test-mirror-'))
    await execa('mkdir', [join(mirror, NAME)])
    await writeFile(join(mirror, NAME, 'tones.tar.bz2'), archive)
    const far = { ...known(), from: { archive: { url: 'https://models.invalid/tones.tar.bz2' } } }
    await pull({ ...store, mirror }, far, ignore)
    await removeModel(store, NAME)
    await pull({ ...store, mirror: `${address}/` }, far, ignore)
    await removeModel(store, NAME)
    const gone = pull({ ...store, mirror: join(mirror, 'nothing') }, far, ignore)
    await assert.rejects(gone, { code: 'model_unavailable', message: /no such file/ })
  })

  test('file by file, with digests of each', async () => {
    const folder = join(made, 'sherpa-onnx-tones')
    const mirror = await mkdtemp(join(tmpdir(), 'osler-test-mirror-'))
    await execa('cp', ['-r', folder, join(mirror, NAME)])
    const remote = async (name: string) => {
      const path = join(folder, name)
      return { url: `https://models.invalid/${name}`, bytes: (await stat(path)).size, sha256: await digestOf(path) }
    }
    const from = { files: { 'model.onnx': await remote('model.onnx'), 'tokens.txt': await remote('tokens.txt') } }
    await verifyModel(await pull({ ...store, mirror }, { ...known(), from }, ignore))
  })

  test('from an archive that is cut off, names paths outside of itself, or lacks a file is refused', async () => {
    const hostile = join(made, 'hostile')
    await execa('mkdir', ['-p', join(hostile, 'in')])
    await writeFile(join(hostile, 'model.onnx'), 'x')
    await execa('tar', ['-cPf', join(made, 'outside.tar'), '-C', join(hostile, 'in'), '../model.onnx'])
    await execa('tar', ['-cPf', join(made, 'absolute.tar'), join(hostile, 'model.onnx')])
    await execa('tar', ['-cf', join(made, 'lacking.tar'), '-C', hostile, 'model.onnx'])
    await execa('ln', ['-sf', '/etc/passwd', join(hostile, 'in', 'model.onnx')])
    await execa('tar', ['-cf', join(made, 'link.tar'), '-C', join(hostile, 'in'), 'model.onnx'])
    await writeFile(join(made, 'cut.tar.bz2'), archive.subarray(0, archive.length - 500))
    const refusals: [string, RegExp][] = [
      ['outside.tar', /names a path outside/],
      ['absolute.tar', /names a path outside/],
      ['lacking.tar', /needs a file for tokens/],
      ['link.tar', /needs a file for model/],
      ['cut.tar.bz2', /cut off/],
    ]
    for (const [name, message] of refusals) {
      await assert.rejects(
        install(store, { ...MODEL, languages: ['en'], digests: {} }, join(made, name)),
        { code: 'model_damaged', message },
        name,
      )
    }
    assert.deepEqual(await listNames(), [])
    assert.ok(!(await readdir(dirname(store.folder))).includes('model.onnx'))
  })

  test('that takes hot words gets how its words are cut, and one from a folder replaces an older one', async () => {
    const folder = await makeTransducerModel(made, 'from-folder')
    const model = await readModel(folder)
    for (let time = 0; time < 2; time++) await install(store, { ...model, name: NAME }, folder)
    const installed = await readModel(join(store.folder, NAME))
    assert.match(await readFile(installed.files.bpeVocabulary ?? '', 'utf8'), /^▁aspirin\t0\n▁fever\t-1\n/)
    await verifyModel(installed)
  })
})
