import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { openCuttableDisk } from '../support/cuttable-disk.ts'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { killHard, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { makeRandom } from '../support/random.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

/** Thirty with OSLER_TEST_FULL=1. */
const CUTS = process.env.OSLER_TEST_FULL ? 30 : 2
const CLIENTS = 4
const MOST_MS = 2500
const headers = { authorization: `Bearer ${TEST_KEY}` }

test(`what was acknowledged is there after each of ${CUTS} power cuts`, async (t) => {
  await using disk = await openCuttableDisk()
  if (disk === undefined) return t.skip('SKIPPED: this user may not mount a file system, so power cuts were not tried')
  const data = join(disk.folder, 'data')
  await copyEmbeddedTemplate(join(data, 'database'))
  // The copy stands for a database that has been there for long; Osler's own files reach the disk by Osler's doing.
  await execa('sync', ['--file-system', disk.folder])
  const file = await speak('good morning doctor')
  const content = await readFile(file)
  const random = makeRandom(1)
  const acknowledged: string[] = []

  /** Sends recordings until the power is gone; what is answered with 202 is acknowledged. */
  async function sendOn({ address }: OslerProcess): Promise<void> {
    for (;;) {
      const body = new FormData()
      body.append('documents', '')
      body.append('file', await openAsBlob(file), 'x.wav')
      const response = await fetch(`${address}/api/consultations`, { method: 'POST', headers, body }).catch(
        () => undefined,
      )
      if (response?.status !== 202) return
      acknowledged.push(((await response.json()) as { id: string }).id)
    }
  }

  for (let cut = 0; cut < CUTS; cut++) {
    const osler = await startOsler(data)
    const before = acknowledged.length
    const sending = Array.from({ length: CLIENTS }, () => sendOn(osler))
    await until('one is acknowledged', () => acknowledged.length > before)
    await sleep(random.below(MOST_MS))
    await disk.cut()
    await killHard(osler)
    await Promise.all(sending)
    await disk.restore()
  }

  const osler = await startOsler(data)
  for (const id of acknowledged) {
    const audio = await fetch(`${osler.address}/api/consultations/${id}/audio`, { headers })
    assert.equal(audio.status, 200, `${id} is lost`)
    assert.ok(Buffer.from(await audio.arrayBuffer()).equals(content), `${id} is damaged`)
  }
  await killHard(osler)
  assert.ok(acknowledged.length >= CUTS)
  t.diagnostic(`${acknowledged.length} acknowledged over ${CUTS} power cuts; none lost`)
})
