import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { placesOf } from '../../src/consultations/search/entries.ts'
import { makeAllSearchable } from '../../src/consultations/search/make-searchable.ts'
import { operatorTokenFile } from '../../src/platform/secrets.ts'
import { openWordHash } from '../../src/platform/word-hash.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

interface Found {
  id: string
  places: { in: string; text: string; item?: string; kind?: string }[]
}

const MASTER_KEY = randomBytes(32).toString('base64')
const JSON_HEADERS = { 'content-type': 'application/json' }

for (const [name, databaseUrl] of [
  ['the embedded database', { databaseUrl: undefined }],
  ['PostgreSQL', {}],
] as const) {
  describe(`a search on ${name}`, () => {
    let osler: TestSystem
    before(async () => {
      osler = await openTestSystem({ ...databaseUrl, masterKey: MASTER_KEY })
    })
    after(() => osler[Symbol.asyncDispose]())

    const send = (method: string, path: string, body: object, key?: string) =>
      osler.ask(path, { method, body: JSON.stringify(body), headers: JSON_HEADERS, ...(key && { key }) })
    async function consult(...sentences: string[]): Promise<string> {
      const source = { type: 'transcript', transcript: transcriptOf(sentences) } as const
      const { consultationId } = await osler.system
        .capabilitiesOf('native')
        .intake.submit('default', submissionOf({ source }))
      await until('it is written', async () => {
        const { request } = (await (await osler.ask(`/api/consultations/${consultationId}`)).json()) as {
          request: { status: string }
        }
        return request.status === 'succeeded'
      })
      return consultationId
    }
    const visit = (id: string, content: object) => send('PUT', `/api/consultations/${id}/visit`, content)
    async function search(wanted: object, key?: string): Promise<Found[]> {
      const response = await send('POST', '/api/consultations/search', wanted, key)
      const { consultations } = (await response.json()) as { consultations: Found[] }
      return consultations
    }
    const idsOf = async (wanted: object) => (await search(wanted)).map(({ id }) => id)

    test('finds what was said, written and known of the visit, in whatever form and accents, and says where', async () => {
      const id = await consult('My ankle has been swelling since the marathon.', 'I stopped taking Tylenol.')
      await visit(id, { patient: { name: 'Zoë Ångström', number: 'K-4711' }, reason: 'Follow-up of the fracture' })
      assert.deepEqual(await idsOf({ words: 'ankles MARATHON' }), [id])
      assert.deepEqual(await idsOf({ words: 'zoe angs' }), [id], 'a name is found while it is typed')
      assert.deepEqual(await idsOf({ words: 'fractures marathon' }), [id], 'all places count together')
      assert.deepEqual(await idsOf({ words: 'marathon elbow' }), [])
      assert.deepEqual(await idsOf({ patient: 'marathon' }), [])
      assert.deepEqual(await idsOf({ patient: '4711' }), [id])
      assert.deepEqual(await idsOf({ medicine: 'paracétamol' }), [], 'another name in the United States')
      assert.deepEqual(await idsOf({ medicine: 'acetaminophen' }), [id], 'under its other name')
      const [found] = await search({ words: 'fracture marathon' })
      assert.deepEqual(found?.places[0], { in: 'visit', text: 'Follow-up of the fracture' })
      assert.match(found?.places[1]?.text ?? '', /marathon/)
    })

    test('finds what people made of it and no more what was corrected away, and nothing of what was deleted', async () => {
      const id = await consult('I am taking apixaban.')
      const change = { action: 'edit', item: 'i1', text: 'I am taking rivaroxaban.' }
      await send('PATCH', `/api/consultations/${id}/transcript`, { version: 0, author: 'Dr A', change })
      const [found] = await search({ words: 'rivaroxaban' })
      assert.equal(found?.id, id)
      assert.deepEqual(found.places, [{ in: 'transcript', text: 'I am taking rivaroxaban.', item: 'i1' }])
      await osler.ask(`/api/consultations/${id}`, { method: 'DELETE' })
      assert.deepEqual(await idsOf({ words: 'rivaroxaban' }), [])
      const { rows } = await sql`select from searchable where consultation_id = ${id}`.execute(osler.system.forDoors.db)
      assert.equal(rows.length, 0)
    })

    test('takes states and times, and pages without end', async () => {
      const ids = [await consult('I have hiccups.'), await consult('I have hiccups.'), await consult('I have hiccups.')]
      const [first = '', second = '', third = ''] = ids
      await send('POST', `/api/consultations/${second}/documents/soap_note/sign`, { version: 0, author: 'Dr A' })
      const words = 'hiccup'
      assert.deepEqual(await idsOf({ words, limit: 2 }), [third, second])
      assert.deepEqual(await idsOf({ words, limit: 2, before: second }), [first])
      assert.deepEqual(await idsOf({ words, state: 'toReview' }), [third, first])
      assert.deepEqual(await idsOf({ words, state: 'notToReview' }), [second])
      assert.deepEqual(await idsOf({ words, state: 'signed' }), [second])
      assert.deepEqual(await idsOf({ words, state: 'ongoing' }), [])
      assert.deepEqual(await idsOf({ words, from: new Date(Date.now() + 60_000).toISOString() }), [])
      assert.equal((await idsOf({ words, until: new Date(Date.now() + 60_000).toISOString() })).length, 3)
    })

    test('is of one tenant, and keeps no word that could be read or guessed', async () => {
      const id = await consult('I was bitten by a capybara.')
      assert.deepEqual(await idsOf({ words: 'capybara' }), [id])
      const token = (await readFile(operatorTokenFile(osler.folder), 'utf8')).trim()
      const key = { name: 'other', tenant: 'other', scopes: ['read'] }
      const made = await send('POST', '/api/operator/keys', key, token)
      const { secret } = (await made.json()) as { secret: string }
      assert.deepEqual(await search({ words: 'capybara' }, secret), [])
      const { rows } = await sql<{ words: string[] }>`
        select words::text[] as words from searchable where consultation_id = ${id}`.execute(osler.system.forDoors.db)
      assert.ok((rows[0]?.words.length ?? 0) > 3)
      assert.ok(rows[0]?.words.every((word) => /^-?\d+$/.test(word)))
    })

    test('is refused where it asks for too much', async () => {
      const words = 'a '.repeat(30)
      const refused = await send('POST', '/api/consultations/search', { words })
      assert.equal(refused.status, 400)
      assert.match(((await refused.json()) as { error: { message: string } }).error.message, /30 words.*at most 20/)
      assert.equal((await send('POST', '/api/consultations/search', { words: 'a'.repeat(201) })).status, 400)
    })

    test('finds what was there before there was a search, when the upkeep has come to it, and under a new secret at once', async () => {
      const id = await consult('My budgerigar is ill.')
      const { db } = osler.system.forDoors
      const wordHash = openWordHash('another secret')
      await sql`update searchable set made_with = null, words = '{}'`.execute(db)
      await makeAllSearchable({ db, wordHash, placesOf: async (...args) => placesOf(...args) })
      const { rows } = await sql`
        select from searchable where made_with = ${wordHash.madeWith} and words <> '{}'`.execute(db)
      assert.ok(rows.length > 3)
      assert.deepEqual(await idsOf({ words: 'budgerigar' }), [id])
    })
  })
}
