import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import WebSocket from 'ws'
import { firstAccountLink } from '../../src/server/open-accounts.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { readTables } from '../support/read-everything.ts'
import { PASSWORD, SignedInClient, secretOf, signInAs, signInFirst } from '../support/sign-in.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

interface Session {
  scopes: string[]
  account?: { id: string; signInName: string; name: string }
}

describe('a person with an account', () => {
  let osler: TestSystem
  let ada: SignedInClient
  let signedIn = 0

  before(async () => {
    osler = await openTestSystem()
    ada = await signInFirst(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  const status = async (client: SignedInClient, method: string, path: string, body?: object) =>
    (await client.ask(method, path, body)).status
  const signIn = async (signInName: string, password = PASSWORD) => {
    const client = new SignedInClient(osler)
    const response = await client.ask('POST', '/api/session', { signInName, password })
    return { client, status: response.status, text: await response.text() }
  }
  /** Somebody new. */
  const add = (role: string) => signInAs(osler, ada, `person-${++signedIn}`, role)

  test('is the first by a link that is good once, and there is none when there is an account', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'clinic')
    const links = [1, 2].map(() => firstAccountLink(osler.system.forDoors, 'clinic'))
    const person = { signInName: 'Ada', name: 'Dr Ada Bee', password: PASSWORD }
    const made = await Promise.all(
      (await Promise.all(links)).map((link) =>
        new SignedInClient(osler).ask('POST', '/api/session/first', { link: secretOf(link), ...person }),
      ),
    )
    assert.deepEqual(made.map((response) => response.status).sort(), [200, 410])
    assert.equal(await firstAccountLink(osler.system.forDoors, 'clinic'), undefined)
    const { client } = await signIn('clinic/ADA')
    const { scopes, account } = await client.read<Session>('GET', '/api/session')
    assert.deepEqual(scopes, ['submit', 'read', 'delete', 'sign', 'admin'])
    assert.equal(account?.signInName, 'clinic/ada')
    assert.equal((await client.read<{ accounts: object[] }>('GET', '/api/accounts')).accounts.length, 1)
  })

  test('signs in with a name and a password, in a cookie that no script reads, and out', async () => {
    const first = await fetch(`${osler.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName: ' Ada ', password: PASSWORD }),
    })
    assert.match(
      String(first.headers.get('set-cookie')),
      /^osler_session=oss_\S+; Path=\/api; HttpOnly; SameSite=Strict$/,
    )
    const { client } = await signIn('ada')
    const before = client.cookie
    assert.equal(await status(client, 'GET', '/api/consultations'), 200)
    assert.equal(await status(client, 'DELETE', '/api/session'), 204)
    assert.equal(client.cookie, 'osler_session=')
    client.cookie = before
    const refused = await client.ask('GET', '/api/consultations')
    assert.equal(refused.status, 401)
    assert.match(await refused.text(), /session_ended/)
    assert.equal(await status(ada, 'GET', '/api/consultations'), 200, 'other sessions go on')
  })

  test('adds a passkey only within two minutes of signing in: who sits down at the page later has nothing to keep', async () => {
    const { client } = await signIn('ada')
    const ask = async () => (await client.ask('POST', '/api/session/passkeys/options', {})).text()
    // Behind the proof comes that there are no passkeys for this address.
    assert.match(await ask(), /passkey_refused/)
    await osler.system.forDoors.db
      .updateTable('account_sessions')
      .set((row) => ({ ends_at: sql<Date>`${row.ref('ends_at')} - interval '121 seconds'` }))
      .execute()
    assert.match(await ask(), /proof_needed.*more than 2 minutes/)
    assert.match(
      await (await signIn('ada')).client.ask('POST', '/api/session/passkeys/options', {}).then((r) => r.text()),
      /passkey_refused/,
    )
  })

  test('may do what the role may', async () => {
    const [clinician, reviewer] = [await add('clinician'), await add('reviewer')]
    const may = async (client: SignedInClient) => (await client.read<Session>('GET', '/api/session')).scopes
    assert.deepEqual(await may(clinician), ['submit', 'read', 'delete', 'sign'])
    assert.deepEqual(await may(reviewer), ['submit', 'read'])
    const id = '0198c0de-0000-7000-8000-000000000000'
    assert.equal(await status(reviewer, 'DELETE', `/api/consultations/${id}`), 403)
    assert.equal(await status(clinician, 'DELETE', `/api/consultations/${id}`), 404)
    for (const client of [clinician, reviewer]) assert.equal(await status(client, 'GET', '/api/accounts'), 403)
    // By the account alone: it makes no tokens, and is nobody at other vendors' doors.
    assert.equal(await status(ada, 'GET', '/v1/models'), 401)
  })

  test('is added with a link that is good once, reset, disabled and let in again', async () => {
    const { id, secret, signInName } = await ada.add('Grace@clinic.example', 'clinician')
    assert.equal(signInName, 'grace@clinic.example')
    assert.equal((await signIn(signInName)).status, 401, 'there is no password yet')
    const grace = new SignedInClient(osler)
    const choose = (link: string, password: string) => status(grace, 'POST', '/api/session/link', { link, password })
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'grace@clinic.example1'])
      assert.equal(await choose(secret, weak), 400, weak)
    assert.equal(await choose(secret, PASSWORD), 200)
    assert.equal(await choose(secret, PASSWORD), 410)

    const { link } = await ada.read<{ link: string }>('POST', `/api/accounts/${id}/reset`)
    assert.equal(await status(grace, 'GET', '/api/session'), 401)
    assert.equal((await signIn(signInName)).status, 401)
    assert.equal(await choose(secretOf(link), 'another good password'), 200)

    const change = (body: object) => status(ada, 'PATCH', `/api/accounts/${id}`, body)
    assert.equal(await change({ role: 'reviewer' }), 200)
    assert.deepEqual((await grace.read<Session>('GET', '/api/session')).scopes, ['submit', 'read'])
    assert.equal(await change({ isDisabled: true }), 200)
    assert.equal(await status(grace, 'GET', '/api/session'), 401)
    const refused = await signIn(signInName, 'another good password')
    assert.deepEqual([refused.status, /password_wrong/.test(refused.text)], [401, true])
    assert.equal(await change({ isDisabled: false }), 200)
    assert.equal((await signIn(signInName, 'another good password')).status, 200)
  })

  test('has a name that nobody else has, and no administrator shuts himself out', async () => {
    const taken = await ada.ask('POST', '/api/accounts', { signInName: 'ADA', name: 'x', role: 'clinician' })
    assert.equal(taken.status, 409)
    assert.match(await taken.text(), /already: take another/)
    assert.equal(await status(ada, 'POST', '/api/accounts', { signInName: 'a/b', name: 'x', role: 'clinician' }), 400)
    const { account } = await ada.read<Session>('GET', '/api/session')
    assert.equal(await status(ada, 'PATCH', `/api/accounts/${account?.id}`, { isDisabled: true }), 400)
    assert.equal(await status(ada, 'POST', `/api/accounts/${account?.id}/reset`), 400)
  })

  test('is no other tenant’s to see or change', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    const stranger = await signInFirst(osler, 'eve', 'other')
    const { account } = await ada.read<Session>('GET', '/api/session')
    assert.ok(!(await (await stranger.ask('GET', '/api/accounts')).text()).includes(String(account?.id)))
    assert.equal(await status(stranger, 'PATCH', `/api/accounts/${account?.id}`, { isDisabled: true }), 404)
    assert.equal(await status(stranger, 'POST', `/api/accounts/${account?.id}/reset`), 404)
    assert.equal(await status(ada, 'GET', '/api/session'), 200)
    // The same name in another tenant is another's.
    assert.equal((await stranger.add('ada', 'clinician')).signInName, 'other/ada')
  })

  test('changes the password with the one before, which ends every other session', async () => {
    const bob = await add('clinician')
    const { client: elsewhere } = await signIn(`person-${signedIn}`)
    const change = (password: string, next: string) => status(bob, 'PUT', '/api/session/password', { password, next })
    assert.equal(await change('not the password', 'a new good password'), 401)
    assert.equal(await change(PASSWORD, 'short'), 400)
    assert.equal(await status(elsewhere, 'GET', '/api/session'), 200)
    assert.equal(await change(PASSWORD, 'a new good password'), 200)
    assert.equal(await status(bob, 'GET', '/api/session'), 200)
    assert.equal(await status(elsewhere, 'GET', '/api/session'), 401)
    assert.equal((await signIn(`person-${signedIn}`)).status, 401)
  })

  test('is told nothing of who exists, and is slowed after wrong passwords, known or not', async () => {
    await add('clinician')
    const answer = async (name: string) => {
      const { status, text } = await signIn(name, 'a wrong password')
      return `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`
    }
    assert.equal(await answer(`person-${signedIn}`), await answer('nobody'))
    let tried = 1
    while (!(await answer('nobody')).startsWith('429')) assert.ok(++tried < 12)
    assert.ok(tried >= 5)
    assert.equal((await signIn('ada')).status, 200)
  })

  test('is signed out when nobody asked anything for so long, and twelve hours after signing in', async () => {
    const { db } = osler.system.forDoors
    const age = (column: 'seen_at' | 'ends_at', minutes: number) =>
      db
        .updateTable('account_sessions')
        .set({ [column]: new Date(Date.now() - minutes * 60_000) })
        .execute()
    const { client } = await signIn('ada')
    await age('seen_at', 14)
    assert.equal(await status(client, 'GET', '/api/session'), 200)
    await age('seen_at', 16)
    assert.equal(await status(client, 'GET', '/api/session'), 401)
    const { client: other } = await signIn('ada')
    await age('ends_at', 1)
    assert.equal(await status(other, 'GET', '/api/session'), 401)
    ada = (await signIn('ada')).client
  })

  test('is not taken for another page, which the browser sends cookies for', async () => {
    const from = (headers: Record<string, string>, method = 'POST', path = '/api/templates') =>
      ada.ask(method, path, { name: 'x', sections: [{ title: 'Plan' }] }, headers).then(({ status }) => status)
    const { host } = new URL(osler.address)
    assert.equal(await from({ 'sec-fetch-site': 'same-origin' }), 201)
    assert.equal(await from({ origin: `http://${host}` }), 201)
    assert.equal(await from({ 'sec-fetch-site': 'same-site' }), 403)
    assert.equal(await from({ 'sec-fetch-site': 'cross-site' }), 403)
    assert.equal(await from({ origin: 'http://127.0.0.1:1' }), 403)
    // Nor is anybody signed in by it, or out.
    const body = { signInName: 'ada', password: PASSWORD }
    const signIn = await new SignedInClient(osler).ask('POST', '/api/session', body, { 'sec-fetch-site': 'cross-site' })
    assert.equal(signIn.status, 403)
    assert.equal((await ada.ask('DELETE', '/api/session', undefined, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal(await status(ada, 'GET', '/api/session'), 200)
  })

  test('speaks into a socket that the page of this server opens, and no other', async () => {
    const open = (origin: string) =>
      new WebSocket(`${osler.address.replace('http', 'ws')}/api/live`, ['osler'], {
        headers: { cookie: ada.cookie, origin },
      })
    const socket = open(osler.address)
    await once(socket, 'open')
    socket.close()
    const [, response] = await once(open('https://evil.example'), 'unexpected-response')
    assert.equal(response.statusCode, 403)
  })

  test('signs with the name of the account, whatever the request says', async () => {
    const submission = submissionOf({
      source: { type: 'transcript', transcript: transcriptOf(['I have had a headache for 3 days.']) },
      kinds: ['soap_note'],
    })
    const { intake } = osler.system.capabilitiesOf('native')
    const { consultationId: id } = await intake.submit('default', submission)
    const path = `/api/consultations/${id}/documents/soap_note`
    await until('it is written', async () => (await status(ada, 'GET', path)) === 200)
    const bob = await add('clinician')
    const body = { version: 0, author: 'Dr Gregory House' }
    assert.equal(await status(await add('reviewer'), 'POST', `${path}/sign`, body), 403)
    const { signed } = await bob.read<{ signed: { by: string; key: string } }>('POST', `${path}/sign`, body)
    assert.equal(signed.by, `Dr person-${signedIn - 1}`)
    assert.equal(signed.key, `person-${signedIn - 1}`)
    const printed = await (await bob.ask('GET', `${path}?format=markdown`)).text()
    assert.match(printed, new RegExp(`Signed by ${signed.by} with the account “${signed.key}”`))
    const byKey = await osler.ask(`${path}/rewrite`, {
      method: 'POST',
      body: JSON.stringify({ version: 1 }),
      headers: { 'content-type': 'application/json' },
    })
    assert.match(await byKey.text(), /field_missing/)
    const lines = await osler.system.forDoors.db
      .selectFrom('audit')
      .select('user_id')
      .where('action', 'like', 'POST %/sign')
      .where('key_id', '=', bob.id)
      .execute()
    assert.equal(lines[0]?.user_id, signed.key)
  })

  test('has a password, a session and a link that stand nowhere as they are', async () => {
    const { secret } = await ada.add('quentin', 'clinician')
    const stored = await readTables(osler)
    for (const text of [PASSWORD, secret, ada.cookie.split('=')[1] ?? '-']) assert.ok(!stored.includes(text))
  })
})
