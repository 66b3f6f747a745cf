import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { deleteConsultation } from '../../src/consultations/delete.ts'
import { newId } from '../../src/domain/ids.ts'
import { retain } from '../../src/pipeline/upkeep/retain.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { fill, listRoutes } from '../support/routes.ts'
import { until } from '../support/until.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64')
const SAID = 'I have had a headache for three days'

for (const [name, changes] of [
  ['the embedded database, sealed', { databaseUrl: undefined, masterKey: MASTER_KEY }],
  ['PostgreSQL', {}],
] as const) {
  describe(`a consultation that is deleted with a reason, on ${name},`, () => {
    let osler: TestSystem
    let id = ''
    let request = ''
    let asItWas: string[] = []
    before(async () => {
      osler = await openTestSystem(changes)
      id = await consult()
      asItWas = await readAll()
    })
    after(() => osler[Symbol.asyncDispose]())

    const send = (path: string, body: object = {}, method = 'POST') =>
      osler.ask(path, { method, body: JSON.stringify(body), headers: JSON_HEADERS })

    /** Recorded, heard, told of, corrected and signed. */
    async function consult(): Promise<string> {
      const form = new FormData()
      form.append('file', await openAsBlob(await speak(SAID)), 'x.wav')
      const made = await osler.ask('/api/consultations', { method: 'POST', body: form })
      const consultation = (await made.json()) as { id: string; request: { id: string } }
      request = consultation.request.id
      const path = `/api/consultations/${consultation.id}`
      await until('it is heard', async () => (await osler.ask(`${path}/documents/soap_note`)).status === 200)
      await send(`${path}/visit`, { patient: { name: 'Ann Bee', number: 'K-1' } }, 'PUT')
      const { items } = (await (await osler.ask(`${path}/transcript`)).json()) as { items: { id: string }[] }
      const change = { action: 'edit', item: items[0]?.id, text: 'I have had a headache for four days.' }
      assert.equal((await send(`${path}/transcript`, { version: 0, author: 'A', change }, 'PATCH')).status, 200)
      assert.equal((await send(`${path}/documents/soap_note/sign`, { version: 0, author: 'A' })).status, 200)
      return consultation.id
    }
    /** Everything that there is to read of it. */
    async function readAll(): Promise<string[]> {
      const path = `/api/consultations/${id}`
      const paths = ['', '/transcript', '/documents', '/documents/soap_note/versions', '/transcript/versions', '/audio']
      const answers = paths.map(async (what) => {
        const response = await osler.ask(path + what)
        assert.equal(response.status, 200, what)
        return Buffer.from(await response.arrayBuffer()).toString('base64')
      })
      return Promise.all(answers)
    }
    const setAside = () => send(`/api/consultations/${id}/deletion`, { reason: 'duplicate', by: 'Dr A' })
    const listDeleted = async () =>
      ((await (await osler.ask('/api/deleted-consultations')).json()) as { consultations: Record<string, string>[] })
        .consultations

    test('is nowhere any more, on no route of any door and in no list, and comes back as it was', async () => {
      assert.equal((await setAside()).status, 204)
      const answer = async (method: string, path: string, type: string | undefined) => {
        const isJson = type?.includes('json') && method !== 'GET'
        const response = await osler.ask(path, {
          method,
          ...(isJson && { body: '{}', headers: { 'content-type': type } }),
        })
        return response.status
      }
      const all = await listRoutes(osler)
      // Who puts a thing under an id of their own makes it.
      for (const route of all.filter(
        ({ path, method }) => path.includes('{') && !path.includes('/return') && method !== 'PUT',
      )) {
        for (const gone of [id, request]) {
          const [own, none] = [gone, newId()].map((one) =>
            answer(route.method, fill(route, [one, 'soap_note']), route.bodyType),
          )
          assert.equal(await own, await none, `${route.method} ${route.path}`)
        }
      }
      for (const { path, method } of all.filter((route) => route.method === 'GET' && !route.path.includes('{'))) {
        if (path === '/api/deleted-consultations') continue
        const text = await (await osler.ask(path, { method })).text()
        assert.ok(!text.includes(id) && !text.includes(request), path)
      }
      const search = await send('/api/consultations/search', { words: 'headache' })
      assert.deepEqual(((await search.json()) as { consultations: object[] }).consultations, [])
      const [deleted] = await listDeleted()
      assert.deepEqual([deleted?.title, deleted?.reason, deleted?.by], ['Ann Bee', 'duplicate', 'Dr A'])

      assert.equal((await send(`/api/deleted-consultations/${id}/return`)).status, 200)
      assert.deepEqual(await readAll(), asItWas)
      assert.deepEqual(await listDeleted(), [])
      const found = await send('/api/consultations/search', { words: 'headaches' })
      assert.equal(((await found.json()) as { consultations: { id: string }[] }).consultations[0]?.id, id)
    })

    test('leaves lines that name the reason and who it was', async () => {
      await setAside()
      await send(`/api/deleted-consultations/${id}/return`)
      const lines = await osler.system.forDoors.db
        .selectFrom('audit')
        .select(['action', 'key_id'])
        .where('subject', '=', id)
        .execute()
      for (const action of ['set aside: duplicate', 'returned'])
        assert.ok(
          lines.some((line) => line.action === action && line.key_id !== ''),
          action,
        )
    })

    test('goes for good when nobody wanted it back in time, its recording too', async () => {
      await setAside()
      const { db, audit } = osler.system.forDoors
      const blobs = openFileBlobs(join(osler.folder, 'blobs'))
      const forEver = { byDefault: 0, ofTenant: {} }
      const tools = {
        ...{ db, blobs, retention: { audio: forEver, consultations: forEver, deleted: 30 } },
        deleteConsultation: (tenantId: string, one: string) => deleteConsultation({ db, blobs, audit }, tenantId, one),
      }
      const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
      await retain(tools, inDays(29))
      assert.equal((await Array.fromAsync(blobs.list())).length, 1)
      await retain(tools, inDays(31))
      assert.deepEqual(await Array.fromAsync(blobs.list()), [])
      assert.equal((await send(`/api/deleted-consultations/${id}/return`)).status, 404)
    })

    test('is erased at once where the patient wants to be forgotten', async () => {
      id = await consult()
      await setAside()
      const erased = await send('/api/patients/erase', { patient: 'K-1' })
      assert.equal(erased.status, 200, await erased.text())
      assert.deepEqual(await listDeleted(), [])
    })
  })
}
