import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { openScratch } from '../../src/platform/open-scratch.ts'
import { findMemoryPlaces, roomFor } from '../../src/platform/scratch-in-memory.ts'
import { writeScratch } from '../../src/platform/write-scratch.ts'

const MODULE = new URL('../../src/platform/open-scratch.ts', import.meta.url)
const DAY_MS = 24 * 3_600_000

describe('where sound lies while it is worked on', () => {
  let root: string
  before(async () => {
    root = join(await mkdtemp(join(tmpdir(), 'osler-test-scratch-')), 'scratch')
  })
  after(() => rm(dirname(root), { recursive: true }))

  const isIn = (folder: string, path: string) => path.startsWith(`${folder}/`)

  test('is the disk, in a folder of this process that nobody else may read', async () => {
    await using scratch = await openScratch(root, false, DAY_MS)
    await scratch.run('job', async (folder) => {
      assert.ok(isIn(root, folder))
      assert.equal((await stat(dirname(folder))).mode & 0o77, 0)
      await writeScratch(join(folder, 'x.pcm'), Readable.from([Buffer.from('x')]))
      assert.equal((await stat(join(folder, 'x.pcm'))).mode & 0o77, 0)
    })
    assert.equal(scratch.memory, undefined)
  })

  test('is memory where it is not to touch the disk, and the disk for a run that needs more room', async (t) => {
    const [place] = await findMemoryPlaces()
    if (place === undefined) return t.skip('SKIPPED: no file system of this machine lies in memory')
    await using scratch = await openScratch(root, true, DAY_MS)
    const begun: string[] = []
    let most = 0
    await scratch.run('job', async (folder) => {
      begun.push(folder)
      const path = join(folder, 'x.pcm')
      most ||= await roomFor(path)
      await writeFile(path, '')
      await writeScratch(path, Readable.from([Buffer.from('xx')]), { flags: 'r+', start: most - 1 })
    })
    assert.ok(most <= totalmem() / 32)
    const [first = '', second = ''] = begun
    assert.ok(isIn(place, first), first)
    assert.ok(isIn(root, second), second)
    assert.ok(!existsSync(first) && !existsSync(second))
  })

  test('is empty behind a process that was killed as soon as another starts, and that of one that runs is left', async () => {
    const script = `
      const { openScratch } = await import(${JSON.stringify(MODULE)})
      const scratch = await openScratch(${JSON.stringify(root)}, true, 0)
      await scratch.run('job', async (folder) => {
        console.log(folder)
        await new Promise(() => setInterval(() => {}, 1000))
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [folder] = await once(createInterface({ input: child.stdout }), 'line')
    {
      await using _scratch = await openScratch(root, true, DAY_MS)
      assert.ok(existsSync(folder), 'it runs')
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    await using _scratch = await openScratch(root, true, DAY_MS)
    assert.ok(!existsSync(folder))
    assert.equal((await readdir(root)).length, 1)
  })
})
