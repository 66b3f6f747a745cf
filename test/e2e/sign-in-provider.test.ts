import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findFaults, openBrowser } from '../support/browser.ts'
import { CLIENT, comeBack, TestProvider } from '../support/identity-provider.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { PASSWORD, SignedInClient, signInFirst } from '../support/sign-in.ts'

interface Session {
  account: { id: string; signInName: string; name: string; role: string }
}

describe('signing in with the organisation', { timeout: 120_000 }, () => {
  let provider: TestProvider
  let osler: TestSystem
  /** Where groups say who may come in, and passwords are off. */
  let strict: TestSystem
  let ada: SignedInClient

  before(async () => {
    provider = await new TestProvider().listen()
    const { clientId: oidcClientId, clientSecret: oidcClientSecret } = CLIENT
    const settings = { oidcIssuer: provider.issuer, oidcClientId, oidcClientSecret }
    osler = await openTestSystem(settings, false)
    const oidcRoles = [
      { group: 'admins', role: 'administrator' as const },
      { group: 'doctors', role: 'clinician' as const },
    ]
    strict = await openTestSystem({ ...settings, passwords: 'off', oidcRoles }, false)
    provider.register([osler.address, strict.address])
    ada = await signInFirst(osler)
  })
  after(async () => {
    await osler?.[Symbol.asyncDispose]()
    await strict?.[Symbol.asyncDispose]()
    await provider?.[Symbol.asyncDispose]()
  })

  const begin = (client: SignedInClient) =>
    client.read<{ address: string; ticket: string }>('POST', '/api/session/provider/begin', {})
  /** Somebody of whom the provider says this comes by it. */
  async function comeIn(subject: string | null, says: object = {}, to = osler) {
    if (subject) provider.people[subject] = says
    provider.atKeyboard = subject
    const client = new SignedInClient(to)
    const { address, ticket } = await begin(client)
    const answer = await comeBack(address, to.address)
    const response = await client.ask('POST', '/api/session/provider', { ticket, answer })
    const text = await response.text()
    return {
      client,
      ticket,
      answer,
      status: response.status,
      text,
      account: JSON.parse(text).account as Session['account'],
    }
  }
  const verified = (email: string, more: object = {}) => ({ email, email_verified: true, ...more })

  test('opens the account whose name is the verified e-mail address, which is that person’s from then on', async () => {
    const { id } = await ada.add('grace@clinic.example', 'clinician')
    const first = await comeIn('g-1', verified('Grace@clinic.example'))
    assert.deepEqual([first.status, first.account.id, first.account.role], [200, id, 'clinician'])
    assert.equal((await comeIn('g-1', verified('grace.hopper@clinic.example'))).account.id, id)
    const other = await comeIn('g-2', verified('grace@clinic.example'))
    assert.deepEqual([other.status, /person_unknown/.test(other.text)], [403, true])
    const lines = await osler.system.forDoors.db
      .selectFrom('audit')
      .select('user_id')
      .where('action', '=', 'POST /api/session/provider')
      .where('key_id', '=', id)
      .execute()
    assert.equal(lines[0]?.user_id, 'grace@clinic.example')
  })

  test('lets in nobody who has no account, or one that is disabled, nor by an address that nobody has verified', async () => {
    const { id } = await ada.add('joan@clinic.example', 'clinician')
    for (const says of [
      {},
      { email: 'joan@clinic.example' },
      { email: 'joan@clinic.example', email_verified: false },
    ]) {
      const { status, text } = await comeIn('j-1', says)
      assert.equal(status, 403)
      assert.match(text, /Ask an administrator of Osler to add one/)
    }
    assert.equal((await comeIn('j-1', verified('joan@clinic.example'))).status, 200)
    await ada.read('PATCH', `/api/accounts/${id}`, { isDisabled: true })
    const { status, text } = await comeIn('j-1', verified('joan@clinic.example'))
    assert.deepEqual([status, /is disabled/.test(text)], [403, true])
  })

  test('takes an answer once, in the window that began, and tells in words what went wrong', async () => {
    await ada.add('mary@clinic.example', 'clinician')
    const { client, ticket, answer } = await comeIn('m-1', verified('mary@clinic.example'))
    const send = async (body: object) => {
      const response = await new SignedInClient(osler).ask('POST', '/api/session/provider', body)
      return `${response.status} ${await response.text()}`
    }
    assert.match(await send({ ticket, answer }), /^410 .*begin again here/)
    assert.match(await send({ ticket: 'guessed', answer }), /^410/)
    // Another's answer, sent to somebody so that they work in a strange account.
    assert.match(await send({ ticket: (await begin(client)).ticket, answer }), /^502 .*provider_failed/)
    const forged = `${answer.replace(/code=[^&]*/, 'code=forged')}`
    assert.match(await send({ ticket: (await begin(client)).ticket, answer: forged }), /^502 .*provider_failed/)
    const denied = await comeIn(null)
    assert.deepEqual([denied.status, /did not sign you in \(access_denied\)/.test(denied.text)], [403, true])
    const page = { 'sec-fetch-site': 'cross-site' }
    assert.equal((await client.ask('POST', '/api/session/provider', { ticket, answer }, page)).status, 403)
  })

  test('signs out of the provider, too', async () => {
    const { client } = await comeIn('m-1', verified('mary@clinic.example'))
    const { address } = await client.read<{ address: string }>('DELETE', '/api/session')
    const { origin, searchParams } = new URL(address)
    assert.equal(origin, provider.issuer)
    assert.equal(searchParams.get('post_logout_redirect_uri'), `${osler.address}/`)
    assert.equal((await client.ask('GET', '/api/session')).status, 401)
    const byPassword = new SignedInClient(osler)
    await byPassword.read('POST', '/api/session', { signInName: 'ada', password: PASSWORD })
    assert.equal((await byPassword.ask('DELETE', '/api/session')).status, 204)
  })

  test('gives the role of the first group that fits, each time, and lets in who has none no more', async () => {
    const says = (...groups: string[]) => verified('kay@clinic.example', { name: 'Dr Kay', groups })
    const { account, client } = await comeIn('k-1', says('staff', 'doctors'), strict)
    assert.deepEqual([account.signInName, account.name, account.role], ['kay@clinic.example', 'Dr Kay', 'clinician'])
    assert.equal((await comeIn('k-1', says('doctors', 'admins'), strict)).account.role, 'administrator')
    const refused = await comeIn('k-1', says('staff'), strict)
    assert.deepEqual([refused.status, /none of the groups/.test(refused.text)], [403, true])
    // The same name of another person is not the same account.
    const other = await comeIn('k-2', says('doctors'), strict)
    assert.equal(other.status, 200)
    assert.notEqual(other.account.id, account.id)
    // What takes passwords does not here, and who is added gets no link.
    for (const [path, body] of [
      ['/api/session', { signInName: 'kay@clinic.example', password: PASSWORD }],
      ['/api/session/link', { link: 'any', password: PASSWORD }],
    ] as const)
      assert.match(await (await client.ask('POST', path, body)).text(), /passwords_off/)
    const admin = (await comeIn('k-1', says('admins'), strict)).client
    const added = { signInName: 'lee@clinic.example', name: 'Lee', role: 'reviewer' }
    assert.equal((await admin.read<{ link?: string }>('POST', '/api/accounts', added)).link, undefined)
  })

  test('is one button of the page, which goes on behind the lock in a window beside', async () => {
    provider.people['k-1'] = verified('kay@clinic.example', { name: 'Dr Kay', groups: ['admins'] })
    provider.atKeyboard = 'k-3'
    provider.people['k-3'] = { groups: [] }
    await using window = await openBrowser(strict.address)
    const { page } = window
    const button = page.getByRole('button', { name: 'Sign in with your organisation' })
    await button.waitFor()
    assert.equal(await page.getByLabel('Password').count(), 0)
    assert.deepEqual(await findFaults(page), [])
    await button.click()
    await page.getByRole('alert').filter({ hasText: 'none of the groups' }).waitFor()
    assert.deepEqual(await findFaults(page), [])
    await page.context().clearCookies()
    provider.atKeyboard = 'k-1'
    await button.click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Dr Kay (').waitFor()
    assert.equal(new URL(page.url()).search, '', 'the answer is in no history')
    assert.deepEqual(await findFaults(page), [])

    await page.clock.install()
    await page.clock.fastForward('16:00')
    const locked = page.getByRole('dialog', { name: 'Locked' })
    await locked.waitFor()
    assert.deepEqual(await findFaults(page), [])
    await locked.getByRole('button', { name: 'Sign in with your organisation' }).click()
    await locked.waitFor({ state: 'hidden' })
    await page.getByText('Dr Kay (').waitFor()
    assert.deepEqual(
      window.strange.filter((line) => line !== `asked ${new URL(provider.issuer).host}`),
      [],
    )
  })

  test('says that the provider does not answer, and lets in who has a password', async () => {
    provider.people['m-1'] = verified('mary@clinic.example')
    provider.atKeyboard = 'm-1'
    const client = new SignedInClient(osler)
    const { address, ticket } = await begin(client)
    const answer = await comeBack(address, osler.address)
    await provider[Symbol.asyncDispose]()
    const response = await client.ask('POST', '/api/session/provider', { ticket, answer })
    assert.equal(response.status, 503)
    assert.match(await response.text(), /provider_down.*cannot be asked.*did not answer/)
    await client.read('POST', '/api/session', { signInName: 'ada', password: PASSWORD })
  })
})
