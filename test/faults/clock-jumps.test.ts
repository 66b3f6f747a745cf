import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLog } from '../../src/platform/log.ts'
import { openSystem } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'
import { countConsultations } from '../../src/store/expired.ts'
import { finishJob } from '../../src/store/jobs.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { listUpkeep } from '../../src/store/upkeep.ts'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { openTestSystem } from '../support/open-test-system.ts'
import { openReceiver } from '../support/receiver.ts'
import { speak } from '../support/recordings.ts'
import { insertSubmission } from '../support/submissions.ts'

const HOUR_MS = 3_600_000

/** A clock that can be set, for everything in this process, the embedded database too; answers how to end it. */
function openClock() {
  const RealDate = Date
  let aheadMs = 0
  class SetDate extends RealDate {
    constructor(...words: [] | [number | string]) {
      if (words.length === 0) super(RealDate.now() + aheadMs)
      else super(...words)
    }

    static override now = () => RealDate.now() + aheadMs
  }
  globalThis.Date = SetDate as DateConstructor
  return {
    set(hours: number) {
      aheadMs = hours * HOUR_MS
    },
    [Symbol.dispose]() {
      globalThis.Date = RealDate
    },
  }
}

/** As `until`, which counts on a clock that nobody sets. */
async function untilDone(look: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 1000; time++) {
    if (await look()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('It did not come to an end.')
}

test('work goes on to its end and callbacks come while the clock jumps forward and back', async () => {
  await using receiver = await openReceiver((_, response) => response.end())
  await using osler = await openTestSystem({ allowHosts: ['127.0.0.1'], databaseUrl: undefined })
  const send = async () => {
    const form = new FormData()
    form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
    form.append('callbackUrl', receiver.address)
    const response = await osler.ask('/api/consultations', { method: 'POST', body: form })
    assert.equal(response.status, 202)
    return ((await response.json()) as { id: string }).id
  }
  using clock = openClock()
  const ids: string[] = []
  for (const hours of [0, 2, -3, 20, 0, -1]) {
    clock.set(hours)
    ids.push(await send())
  }
  for (const id of ids) {
    await untilDone(async () => (await osler.ask(`/api/consultations/${id}/documents/soap_note`)).status === 200)
  }
  await untilDone(async () => receiver.received.length >= ids.length)
  assert.equal(new Set(ids).size, ids.length)
  const { consultations } = (await (await osler.ask('/api/consultations')).json()) as { consultations: object[] }
  assert.equal(consultations.length, ids.length)
})

test('a clock that is 400 days ahead at a start deletes nothing until a person says that it is right', async () => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-clock-'))
  await copyEmbeddedTemplate(join(data, 'database'))
  const config = readConfig({ OSLER_LOG: 'silent', OSLER_DATA: data, OSLER_KEEP_DAYS: '365' })
  const start = async () => {
    const system = await openSystem(config, openLog('silent'))
    const { db } = system.forDoors
    const kept = () => countConsultations(db, 'a')
    const retained = async () => (await listUpkeep(db)).find(({ task }) => task === 'retain')
    return { system, db, kept, retained }
  }
  {
    const { system, db, kept, retained } = await start()
    await using _system = system
    await ensureTenant(db, 'a')
    for (let count = 0; count < 3; count++) await finishJob(db, (await insertSubmission(db)).id)
    await system.startWork(['upkeep'])
    await untilDone(async () => (await retained())?.succeededAt !== undefined)
    assert.equal(await kept(), 3)
  }
  using clock = openClock()
  clock.set(400 * 24)
  const { system, kept, retained } = await start()
  await system.startWork(['upkeep'])
  await untilDone(async () => (await retained())?.failingSince !== undefined)
  assert.equal((await retained())?.failure, 'clock_jumped')
  assert.equal(await kept(), 3)
  assert.equal((await system.forDoors.deleteHeld()).consultations, 3)
  assert.equal(await kept(), 0)
  await system[Symbol.asyncDispose]()
  await rm(data, { recursive: true })
})
