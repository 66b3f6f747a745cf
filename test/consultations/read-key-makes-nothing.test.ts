import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { openHeidiClient } from '../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { fill, listRoutes } from '../support/routes.ts'
import { until } from '../support/until.ts'

const READER = 'reads-only'
/** What makes a route do the most it can. */
const QUERIES: Record<string, string> = {
  '/jwt': '?email=new@example.org',
  '/sessions/{session_id}/transcript/live': '?recording_status=complete',
}
const TEMPLATE = { generation_method: 'TEMPLATE', template_id: 'soap_note' }

describe('a key that may only read', () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>
  /** Things of every sort; one session is heard, and one has a recording that nobody asked to be heard. */
  const ids: string[] = []
  let unheard: string

  before(async () => {
    osler = await openTestSystem()
    heidi = openHeidiClient(osler)
    const { db } = osler.system.forDoors
    await createKey(db, { tenantId: 'default', name: 'r', scopes: ['read'], secretHash: hashSecret(READER) })
    const recording = await speak('I have had a headache for three days')
    const form = new FormData()
    form.append('file', await openAsBlob(recording), 'x.wav')
    form.append('documents', 'soap_note')
    const sent = await osler.ask('/api/consultations', { method: 'POST', body: form })
    const { id, request } = (await sent.json()) as { id: string; request: { id: string } }
    const heard = await heidi.begin()
    await heidi.upload(heard, recording)
    await heidi.transcript(heard)
    await heidi.call('POST', `${heard}/consult-note`, TEMPLATE)
    unheard = await heidi.begin()
    await heidi.upload(unheard, recording)
    const profile = await heidi.call<{ data: { id: string } }>('POST', '/patient-profiles', { first_name: 'Ann' })
    const sessions = [heard, unheard].map((path) => path.split('/').at(-1) ?? '')
    ids.push(id, request.id, profile.body.data.id, ...sessions)
    await until('it is heard', async () => {
      const response = await osler.ask(`/api/requests/${request.id}`)
      return ((await response.json()) as { status: string }).status === 'succeeded'
    })
  })
  after(() => osler[Symbol.asyncDispose]())

  async function countRows(): Promise<Record<string, number>> {
    const { db } = osler.system.forDoors
    const all = (await db.introspection.getTables()).filter(({ schema }) => schema === 'public')
    const tables = all.map(({ name }) => name).filter((name) => name !== 'audit')
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(db)
      counts[table] = Number(rows[0]?.count)
    }
    assert.ok((counts.jobs ?? 0) > 0 && (counts.notes ?? 0) > 0 && (counts.records ?? 0) > 0)
    return counts
  }

  test('makes nothing, whatever it asks for', async () => {
    const routes = (await listRoutes(osler)).filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'))
    const before = await countRows()
    let answered = 0
    for (const route of routes) {
      for (const id of route.path.includes('{') ? ids : ['']) {
        const path = fill(route, [id, 'soap_note']) + (QUERIES[route.path] ?? '')
        const headers = route.path === '/jwt' ? { 'Heidi-Api-Key': READER } : {}
        const response = await osler.ask(path, { key: READER, headers })
        await response.arrayBuffer()
        assert.ok(response.status < 500, `${path}: ${response.status}`)
        if (response.ok) answered++
        assert.deepEqual(await countRows(), before, `GET ${route.path}`)
      }
    }
    assert.ok(answered > 30, `only ${answered} were answered`)
  })

  test('is told that a recording was not heard yet and that it may not ask for that', async () => {
    const response = await osler.ask(`/api/v2/ml-scribe/open-api${unheard}/transcript`, { key: READER })
    assert.equal(response.status, 403)
    assert.match(await response.text(), /not heard yet, and the API key is not allowed to submit/)
    assert.match(await heidi.transcript(unheard), /headache/)
  })

  test('speaks for the same user as often as it asks for a token', async () => {
    const ask = async (email: string) => {
      const response = await osler.ask(`/api/v2/ml-scribe/open-api/jwt?email=${email}`, {
        headers: { 'Heidi-Api-Key': READER },
      })
      const { token } = (await response.json()) as { token: string }
      return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).user as string
    }
    assert.equal(await ask('a@example.org'), await ask('A@example.org'))
    assert.notEqual(await ask('a@example.org'), await ask('b@example.org'))
  })
})
