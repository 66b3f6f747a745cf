import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { isLocked } from '../../src/platform/folder-lock.ts'
import { claimFolder, findServer } from '../../src/platform/server-file.ts'

const MODULE = new URL('../../src/platform/server-file.ts', import.meta.url)

/** Claims the folder, says `claimed` or the code of the error, and stays. */
const scriptFor = (folder: string) => `
  const { claimFolder } = await import(${JSON.stringify(MODULE)})
  const claimed = await claimFolder(${JSON.stringify(folder)}, 'alone').catch((error) => error.code)
  console.log(typeof claimed === 'string' ? claimed : 'claimed')
  if (typeof claimed !== 'string') setInterval(() => {}, 1000)`

/** Of four starters, and of two in namespaces of their own; five hundred with OSLER_TEST_FULL=1. */
const [FOURS, TWOS] = process.env.OSLER_TEST_FULL ? [250, 250] : [5, 1]

describe('the lock of the data folder', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-lock-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  /** Starts a process, by another program where one is named; answers what it said of the folder. */
  async function start(...by: string[]): Promise<{ process: ChildProcess; said: string }> {
    const [program = '', ...words] = [...by, process.execPath, '--input-type=module', '-e', scriptFor(folder)]
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = await once(createInterface({ input: child.stdout }), 'line')
    return { process: child, said }
  }
  async function killAll(started: { process: ChildProcess }[]): Promise<void> {
    for (const { process: child } of started) {
      if (child.exitCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }

  test('goes to one of four that start at once, each time that the one before was killed', async () => {
    for (let trial = 0; trial < FOURS; trial++) {
      const started = await Promise.all([start(), start(), start(), start()])
      assert.deepEqual(
        started.map(({ said }) => said).sort(),
        ['claimed', 'folder_busy', 'folder_busy', 'folder_busy'],
        `trial ${trial}`,
      )
      await killAll(started)
    }
    assert.equal(await isLocked(folder), false)
  })

  test('goes to one of two in PID namespaces of their own, as containers are', async (test) => {
    if (process.getuid?.() !== 0) return test.skip('only root makes namespaces')
    const apart = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child']
    for (let trial = 0; trial < TWOS; trial++) {
      const started = await Promise.all([start(...apart), start(...apart)])
      assert.deepEqual(started.map(({ said }) => said).sort(), ['claimed', 'folder_busy'], `trial ${trial}`)
      await killAll(started)
    }
  })

  test('that cannot be written is told in a sentence', async () => {
    for (const path of ['/dev/null', '/dev/null/data'])
      await assert.rejects(claimFolder(path, 'alone'), {
        code: 'request_invalid',
        message: /cannot be written.*OSLER_DATA/,
      })
  })

  test('is not taken by who shares it, nor shared by who has it alone, and is told with whose it is', async () => {
    {
      await using _one = await claimFolder(folder, 'shared')
      await using _two = await claimFolder(folder, 'shared')
      await assert.rejects(claimFolder(folder, 'alone'), { code: 'folder_busy' })
    }
    await using _claimed = await claimFolder(folder, 'alone')
    await assert.rejects(claimFolder(folder, 'shared'), { message: new RegExp(`process ${process.pid}`) })
    assert.deepEqual(await findServer(folder), { pid: process.pid, address: '' })
  })
})
