import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../src/audio/decode.ts'
import { OslerError } from '../../src/domain/errors.ts'
import { listHostileFiles, secretIn } from '../support/hostile-media.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { synthesize } from '../support/recordings.ts'

/** Of spoilt recordings; all others are always tried. With OSLER_TEST_FULL=1 there are more than 500 files in all. */
const SPOILT = process.env.OSLER_TEST_FULL ? 400 : 20
/** Five minutes of sound at most, in no more time and room than that needs. */
const LIMITS = { minMs: 0, maxMs: 300_000 }
const MOST_MS = 60_000
const MOST_BYTES = 3 * 310 * 32_000

describe('hostile media', () => {
  let folder: string
  let receiver: Receiver

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-hostile-'))
    await copyFile(await synthesize('sine=f=440:r=16000', 10), secretIn(folder))
    receiver = await openReceiver((_, response) => response.end())
  })
  after(async () => {
    await receiver[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  async function bytesIn(path: string): Promise<number> {
    const sizes = await Promise.all((await readdir(path)).map(async (name) => (await stat(join(path, name))).size))
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  test('is decoded or refused with a sentence: it kills and hangs nothing, reads no other file and reaches no server', async (t) => {
    const outcomes: Record<string, number> = {}
    const files = listHostileFiles(SPOILT, secretIn(folder), receiver.address)
    for (const [index, { name, make }] of files.entries()) {
      const scratch = await mkdtemp(join(folder, `${index}-`))
      const signal = AbortSignal.timeout(MOST_MS)
      const outcome = await decode(await make(), scratch, LIMITS, signal).then(
        () => 'decoded',
        (error: unknown) => {
          assert.ok(error instanceof OslerError, `${name}: ${error}`)
          assert.ok(error.status < 500, `${name}: ${error.code} ${error.message}`)
          return error.code
        },
      )
      assert.ok(!signal.aborted, `${name} took longer than a minute`)
      assert.ok((await bytesIn(scratch)) <= MOST_BYTES, `${name} filled the disk`)
      if (/ \d as (wav|mp3)$/.test(name)) assert.notEqual(outcome, 'decoded', name)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      await rm(scratch, { recursive: true })
    }
    assert.equal(receiver.connections(), 0)
    t.diagnostic(
      `${files.length} files: ${Object.entries(outcomes)
        .map(([code, count]) => `${code} ${count}`)
        .join(', ')}`,
    )
  })
})
