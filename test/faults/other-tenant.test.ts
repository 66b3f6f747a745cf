import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { newId } from '../../src/domain/ids.ts'
import { SCOPES } from '../../src/domain/tenant.ts'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openHeidiClient } from '../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { fill, listRoutes, type Route } from '../support/routes.ts'
import { until } from '../support/until.ts'

const THEIR_KEY = 'their-key'
/** What a route takes that shows no example: with less it would be refused before anybody looks whose thing it is. */
const SEEN = { version: 0, author: 'Dr Bee' }
const BODIES: Record<string, object> = {
  'POST /api/consultations/{id}/deletion': { reason: 'duplicate' },
  'PATCH /api/consultations/{id}/transcript': { ...SEEN, change: { action: 'edit', item: 'i1', text: 'x' } },
  'POST /api/consultations/{id}/documents': { kind: 'summary' },
  'PUT /api/consultations/{id}/documents/{kind}': { ...SEEN, sections: [] },
  'POST /api/consultations/{id}/questions': { question: 'What hurts?' },
  'POST /api/consultations/{id}/transcript/restore': { ...SEEN, restored: 0 },
  'POST /api/consultations/{id}/documents/{kind}/sign': SEEN,
  'POST /api/consultations/{id}/documents/{kind}/addenda': { ...SEEN, text: 'x' },
  'POST /api/consultations/{id}/documents/{kind}/rewrite': SEEN,
  'POST /api/consultations/{id}/documents/{kind}/restore': { ...SEEN, restored: 0 },
  'POST /sessions/{session_id}/consult-note': {
    ...{ generation_method: 'TEMPLATE', template_id: '659b8042fe093d6592b41ef7', addition: '' },
  },
  'POST /sessions/{session_id}/ask-ai': { ai_command_text: 'Allergies?', content: 'None.' },
  'POST /patient-profiles/{id}/sessions': { session_id: '1' },
  'POST /api/consultations/{id}/previews': { name: 'x', sections: [{ title: 'Plan' }] },
  'DELETE /sessions/{session_id}/context-documents': { ids: [] },
}
/** For accounts alone, or of no tenant; what is put under an id of the client's own is looked at below. */
const NOT_FOUND_NOWHERE =
  /\/api\/(session|accounts|users)\/|^PUT \/api\/(templates|vocabularies|letterheads)|generate-note\/templates|^GET \/recordings/
const PROFILE = { first_name: 'Ann', last_name: 'Bee', birth_date: '1970-01-01', gender: 'FEMALE' }

describe("a thing of one tenant, asked for with another tenant's key,", () => {
  let osler: TestSystem
  /** Every id that the first tenant's things have, by what it is. */
  const ids: Record<string, string> = {}

  before(async () => {
    osler = await openTestSystem()
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    const key = { tenantId: 'other', name: 'theirs', secretHash: hashSecret(THEIR_KEY) }
    await createKey(db, { ...key, scopes: [...SCOPES] })
    await makeThings()
  })
  after(() => osler[Symbol.asyncDispose]())

  async function makeThings(): Promise<void> {
    const form = new FormData()
    form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
    const { id, request } = await json<{ id: string; request: { id: string } }>('/api/consultations', form)
    const heidi = openHeidiClient(osler)
    const session = await heidi.begin()
    const series = await heidi.call('POST', `${session}/restful-segment-transcription`)
    const upload = await osler.ask('/api/uploads', { method: 'POST', headers: { 'upload-length': '9' } })
    const sections = [{ title: 'Plan' }]
    Object.assign(ids, {
      consultation: id,
      request: request.id,
      upload: upload.headers.get('location')?.split('/').at(-1) ?? '',
      session: session.split('/').at(-1),
      series: String(series.body.recording_id),
      template: (await json<{ id: string }>('/api/templates', { name: 'x', sections })).id,
      vocabulary: (await json<{ id: string }>('/api/vocabularies', { name: 'x', terms: [{ text: 'Xarelto' }] })).id,
      profile: (await heidi.call<{ data: { id: string } }>('POST', '/patient-profiles', PROFILE)).body.data.id,
    })
    assert.ok(Object.values(ids).every(Boolean))
    await until('it is heard', async () => {
      const { status } = await json<{ status: string }>(`/api/requests/${request.id}`)
      return status === 'succeeded'
    })
  }

  async function json<Body>(path: string, body?: FormData | object): Promise<Body> {
    const isForm = body instanceof FormData
    const init = body && { method: 'POST', body: isForm ? body : JSON.stringify(body) }
    const headers: Record<string, string> = body && !isForm ? { 'content-type': 'application/json' } : {}
    return (await osler.ask(path, { ...init, headers })).json() as Promise<Body>
  }

  async function answer(route: Route, id: string) {
    const { method, bodyType } = route
    const example = BODIES[`${method} ${route.path}`] ?? route.example
    const path = fill(route, [id, id === ids.session ? String(ids.series) : 'soap_note'])
    const body = bodyType?.includes('json') ? { body: JSON.stringify(example) } : {}
    const headers: Record<string, string> = bodyType?.includes('json') ? { 'content-type': bodyType } : {}
    const response = await osler.ask(path, { method, key: THEIR_KEY, ...body, headers })
    const text = (await response.text()).replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '')
    return { status: response.status, text }
  }

  test('is answered just as if it did not exist, on every route', async () => {
    const routes = (await listRoutes(osler)).filter(({ path }) => path.includes('{'))
    assert.ok(routes.length > 30)
    let tried = 0
    const unread: string[] = []
    for (const route of routes) {
      const statuses = new Set<number>()
      for (const [what, id] of Object.entries(ids)) {
        const missing = what === 'session' ? newId().replace(/./, 'f') : newId()
        const [theirs, none] = [await answer(route, id), await answer(route, missing)]
        assert.deepEqual(theirs, none, `${route.method} ${route.path} with the ${what} of another tenant`)
        statuses.add(theirs.status)
        tried++
      }
      const name = `${route.method} ${route.path}`
      if (!statuses.has(404) && !NOT_FOUND_NOWHERE.test(name)) unread.push(`${name}: ${[...statuses]}`)
    }
    assert.ok(tried > 200)
    assert.deepEqual(unread, [], 'the tenant was looked at nowhere')
  })

  test('is in no list', async () => {
    const lists = (await listRoutes(osler)).filter(({ method, path }) => method === 'GET' && !path.includes('{'))
    for (const route of lists) {
      const response = await osler.ask(route.path, { key: THEIR_KEY })
      const text = await response.text()
      for (const id of Object.values(ids)) assert.ok(!text.includes(id), `${route.path} tells an id of another tenant`)
    }
  })

  test('is not changed by what another tenant puts under its id', async () => {
    for (const [what, path, body] of [
      ['template', 'templates', { name: 'theirs', sections: [{ title: 'Plan' }] }],
      ['vocabulary', 'vocabularies', { name: 'theirs', terms: [{ text: 'Xarelto' }] }],
    ] as const) {
      const own = `/api/${path}/${ids[what]}`
      const headers = { 'content-type': 'application/json' }
      await osler.ask(own, { method: 'PUT', key: THEIR_KEY, body: JSON.stringify(body), headers })
      assert.equal((await json<{ name: string }>(own)).name, 'x', what)
    }
  })
})
