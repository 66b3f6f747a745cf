import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openMarks } from '../support/marks.ts'
import { openTestSystem, TEST_KEY } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { fill, listRoutes } from '../support/routes.ts'

const ID = '0198c0de-0000-7000-8000-000000000000'

test('of what is typed, told and kept secret nothing stands in the log, the metrics, file names, errors that are kept or the trail', async (t) => {
  const logs = await mkdtemp(join(tmpdir(), 'osler-test-marks-'))
  // Its own, which is searched for more than that of the whole run.
  process.env.OSLER_TEST_LOG = join(logs, 'log')
  const marks = openMarks()
  const secrets = [TEST_KEY]
  {
    await using osler = await openTestSystem({ requestsPerMinute: 1e6, uploadsPerMinute: 1e6, syncWaitSeconds: 1 })
    const { db, secrets: own } = osler.system.forDoors
    secrets.push(own.operatorToken)
    const send = async (path: string, init: Parameters<typeof osler.ask>[1]) => {
      const response = await osler.ask(path, { ...init, signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
      return (await response?.text().catch(() => '')) ?? ''
    }
    const json = (method: string, body: unknown, more: object = {}) => ({
      ...{ method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...more } },
    })
    for (const route of await listRoutes(osler)) {
      const { method, bodyType, example } = route
      const path = `${fill(route, [ID, 'soap_note'])}?q=${marks.next()}`
      if (!bodyType?.includes('json')) await send(path, { method })
      else {
        const header = { 'idempotency-key': marks.next() }
        await send(path, json(method, marks.mark(example, 'written'), method === 'POST' ? header : {}))
        await send(path, json(method, marks.mark(example, 'all')))
      }
      await send(fill(route, [marks.next()]), { method: 'GET' })
    }
    const form = new FormData()
    form.append('vocabulary', marks.next())
    form.append('file', await openAsBlob(await speak('good morning doctor')), `${marks.next()}.wav`)
    await send('/api/consultations', { method: 'POST', body: form })
    for (const name of ['password', 'key'] as const) secrets.push(`secret-${name}-${marks.next()}`)
    await send('/api/session', json('POST', { name: marks.next(), signInName: marks.next(), password: secrets.at(-2) }))
    const refused = await send('/api/consultations', { key: String(secrets.at(-1)) })
    assert.deepEqual(marks.findIn(refused), [])
    assert.ok(marks.count() >= 200, String(marks.count()))

    const kept = await sql<{ text: string }>`
      select error::text as text from jobs where error is not null union all select a::text from audit a`.execute(db)
    const places: Record<string, string> = {
      'the metrics': await (await osler.ask('/metrics')).text(),
      'the names of files': (await readdir(osler.folder, { recursive: true })).join('\n'),
      'the trail and errors that are kept': kept.rows.map(({ text }) => text).join('\n'),
    }
    for (const [name, text] of Object.entries(places)) {
      assert.ok(text.length > 100, name)
      assert.deepEqual(marks.findIn(text), [], name)
    }
  }
  const log = await readFile(join(logs, 'log'), 'utf8')
  assert.ok(log.split('\n').length > 100, 'the log was written')
  assert.deepEqual(marks.findIn(log), [])
  for (const [at, secret] of secrets.entries()) {
    const line = log.split('\n').find((each) => each.includes(secret))
    assert.equal(line, undefined, `secret ${at} is in the log`)
  }
  t.diagnostic(`${marks.count()} marks and ${secrets.length} secrets searched for; 0 found`)
  await rm(logs, { recursive: true })
})
