import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { firstAccountLink } from '../../src/server/open-accounts.ts'
import { findFaults } from '../support/browser.ts'
import { PASSWORD } from '../support/sign-in.ts'
import { type Desk, NAME, openWorkbench } from '../support/workbench.ts'

describe('people in the workbench', { timeout: 300_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench[Symbol.asyncDispose]())

  const settings = (page: Page) => page.getByRole('link', { name: 'Settings' })

  /** Makes the first account of the desk's tenant, on the page of its link; answers its sign-in name. */
  async function makeFirst({ page, tenant, button }: Desk): Promise<string> {
    const link = await firstAccountLink(workbench.osler.system.forDoors, tenant.id)
    await page.goto(new URL(page.url()).origin + link)
    await page.getByLabel('Your name').fill(NAME)
    await page.getByLabel('Sign-in name').fill('Ada')
    await page.getByLabel('New password').fill(PASSWORD)
    await button('Make the account').click()
    await page.getByRole('heading', { name: 'New consultation' }).waitFor()
    return `${tenant.id}/ada`
  }

  async function signOut({ page, button }: Desk): Promise<void> {
    await page.locator('header .menu > summary').click()
    await button(/^Sign out/).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  }

  test('begin with a link, add one another, and sign in with a password', async () => {
    await using desk = await workbench.openDesk()
    const { page, button } = desk
    const link = await firstAccountLink(workbench.osler.system.forDoors, desk.tenant.id)
    await page.goto(workbench.osler.address + link)
    await page.getByRole('heading', { name: 'The first account' }).waitFor()
    assert.deepEqual(await findFaults(page), [])
    const ada = await makeFirst(desk)
    assert.equal(new URL(page.url()).hash, '#/', 'the link is in no history')

    await settings(page).click()
    const accounts = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Accounts' }) })
    await accounts.getByLabel('Name of the person').fill('Grace Hopper')
    await accounts.getByLabel('Sign-in name').fill('grace')
    await accounts.getByLabel('Role', { exact: true }).selectOption('reviewer')
    await accounts.getByRole('button', { name: 'Add an account' }).click()
    const invitation = String(await accounts.locator('code').textContent())
    assert.deepEqual(await findFaults(page), [])
    await signOut(desk)

    await page.getByLabel('Sign-in name').fill(ada)
    await page.getByLabel('Password').fill('a wrong password')
    await button(/^Sign in$/).click()
    await desk.alert('The name or the password is wrong.').waitFor()
    assert.deepEqual(await findFaults(page), [])
    await page.getByLabel('Password').fill(PASSWORD)
    await button(/^Sign in$/).click()
    await settings(page).waitFor()
    await page.reload()
    await settings(page).waitFor()
    await signOut(desk)

    await page.goto(invitation)
    await page.getByRole('heading', { name: 'Choose a password' }).waitFor()
    await page.getByLabel('New password').fill(PASSWORD)
    await button('Choose a password').click()
    await page.getByRole('heading', { name: 'New consultation' }).waitFor()
    await settings(page).click()
    await page.getByText('Grace Hopper (').waitFor()
    assert.equal(await page.getByRole('heading', { name: 'Accounts' }).count(), 0)
    await desk.openConsultation()
    await desk.statement(/headache/).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Sign', exact: true }).count(), 0)
  })

  test('are locked out of a page that nobody touches, and lose no word of it', async () => {
    await using desk = await workbench.openDesk()
    const { page, button } = desk
    await page.clock.install()
    await makeFirst(desk)
    await desk.openConsultation()
    const field = page.getByLabel('Add to Subjective')
    await field.fill('Looks tired.')
    await page.clock.fastForward('16:00')
    const locked = page.getByRole('dialog', { name: 'Locked' })
    await locked.waitFor()
    assert.deepEqual(await findFaults(page), [])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await locked.waitFor()
    assert.equal(await desk.statement(/headache/).isVisible(), false)
    const asked = () => page.evaluate("fetch('/api/session').then(({ status }) => status)")
    assert.equal(await asked(), 401)
    await locked.getByLabel('Password').fill('a wrong password')
    await button('Continue').click()
    await desk.alert('The name or the password is wrong.').waitFor()
    await locked.getByLabel('Password').fill(PASSWORD)
    await button('Continue').click()
    await locked.waitFor({ state: 'hidden' })
    assert.equal(await field.inputValue(), 'Looks tired.')

    // Ended elsewhere, as by a new password: what is saved meanwhile is saved afterwards.
    await workbench.osler.system.forDoors.db.deleteFrom('account_sessions').execute()
    await field.press('Enter')
    await locked.getByLabel('Password').fill(PASSWORD)
    await button('Continue').click()
    await desk.documents().locator('li.entered').filter({ hasText: 'Looks tired.' }).waitFor()
    await desk.signDocument()
    await page.getByText(`Signed by ${NAME}`).waitFor()
  })

  test('change their password under Settings', async () => {
    await using desk = await workbench.openDesk()
    const { page, button } = desk
    const ada = await makeFirst(desk)
    await settings(page).click()
    await page.getByLabel('Password of today').fill('not the password')
    await page.getByLabel('New password').fill('a new good password')
    await button('Change the password').click()
    await desk.alert('The name or the password is wrong.').waitFor()
    await page.getByLabel('Password of today').fill(PASSWORD)
    await button('Change the password').click()
    await page.getByText('The password was changed.').waitFor()
    await signOut(desk)
    await page.getByLabel('Sign-in name').fill(ada)
    await page.getByLabel('Password').fill('a new good password')
    await button(/^Sign in$/).click()
    await settings(page).waitFor()
  })

  /** A desk at an address with a name, for there are no passkeys of numbers, with a device that has a finger sensor. */
  async function openDeskWithDevice() {
    const desk = await workbench.openDesk(workbench.osler.address.replace('127.0.0.1', 'localhost'))
    const ada = await makeFirst(desk)
    const device = await addDevice(desk.page)
    await settings(desk.page).click()
    await desk.page.getByLabel('Name of the passkey').fill('Laptop')
    await desk.button('Add a passkey').click()
    await desk.page.getByText('The passkey was added').waitFor()
    return { desk, ada, device }
  }

  test('sign in with a passkey and no name, go on with it behind the lock, and remove it', async () => {
    const { desk, device } = await openDeskWithDevice()
    await using _ = desk
    const { page, button } = desk
    assert.deepEqual(await findFaults(page), [])
    await button('Add a passkey').click()
    await page.getByLabel('Name of the passkey').fill('Laptop again')
    await workbench.osler.system.forDoors.db
      .updateTable('account_sessions')
      .set((row) => ({ ends_at: sql<Date>`${row.ref('ends_at')} - interval '3 minutes'` }))
      .execute()
    await button('Add a passkey').click()
    const again = page.getByRole('dialog', { name: 'Locked' })
    await again.getByRole('button', { name: 'Use a passkey' }).click()
    await desk.alert('This device has a passkey of yours already.').waitFor()
    await signOut(desk)

    await page.clock.install()
    await device.verifies(false)
    await button('Use a passkey').click()
    await desk.alert('No passkey was given').waitFor()
    assert.deepEqual(await findFaults(page), [])
    await device.verifies(true)
    await button('Use a passkey').click()
    await settings(page).waitFor()
    await settings(page).click()
    await page.getByText('last used').first().waitFor()

    await page.clock.fastForward('16:00')
    const locked = page.getByRole('dialog', { name: 'Locked' })
    await locked.waitFor()
    assert.deepEqual(await findFaults(page), [])
    await locked.getByRole('button', { name: 'Use a passkey' }).click()
    await locked.waitFor({ state: 'hidden' })

    await button('Remove: Laptop').click()
    await desk.sure('Remove')
    await button('Remove: Laptop').waitFor({ state: 'hidden' })
    await signOut(desk)
    await button('Use a passkey').click()
    await desk.alert('This passkey opens no account here').waitFor()
  })

  test('give with a passkey one answer to each question, here, with the person seen, and none from a copy', async () => {
    const { desk, device } = await openDeskWithDevice()
    await using _ = desk
    const { page, tenant } = desk
    const { passkeys } = workbench.osler.system.capabilitiesOf('native').accounts
    const { origin: here } = new URL(page.url())
    /** What the device answers to a question of the server. */
    const answer = async (changes: object = {}): Promise<Record<string, unknown>> => {
      const options = { ...(await passkeys.ask(here)), ...changes }
      const publicKey = `PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)})`
      return page.evaluate(`navigator.credentials.get({ publicKey: ${publicKey} }).then((answer) => answer.toJSON())`)
    }
    const refused = (given: Record<string, unknown>, says: RegExp, address = here) =>
      assert.rejects(passkeys.signIn(given, address), { code: 'passkey_refused', message: says })

    const first = await answer()
    const { account } = await passkeys.signIn(first, here)
    assert.equal(account.tenantId, tenant.id)
    await refused(first, /was tried before/)
    await refused(await answer({ challenge: 'AAAA' }), /was tried before/)
    await refused(await answer(), /OSLER_PUBLIC_URL/, 'https://evil.example')
    await refused(await answer(), /need a name in the address/, 'http://127.0.0.1:1849')
    const late = await answer()
    await workbench.osler.system.forDoors.db
      .updateTable('sign_in_attempts')
      .set({ ends_at: new Date(0) })
      .execute()
    await refused(late, /took too long/)
    await device.verifies(false)
    await refused(await answer({ userVerification: 'discouraged' }), /did not answer as it should/)
    await device.verifies(true)
    await refused({ id: first.id, type: 'public-key', response: {} }, /did not answer as it should/)
    // What makes one's own passkey signs nobody in, and the other way round.
    const question = String((await passkeys.askNew(account, here)).challenge)
    await refused(await answer({ challenge: question }), /was tried before/)
    await device.countsFrom(0)
    await refused(await answer(), /did not answer as it should/)
  })

  test('lose their passkeys by an administrator’s word', async () => {
    const { desk } = await openDeskWithDevice()
    await using _ = desk
    const { page, button } = desk
    // Another administrator, in the same window.
    await page.evaluate(async (password) => {
      const post = async (path: string, body: object) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<{
          link: string
        }>
      }
      const other = { signInName: 'grace', name: 'Grace Hopper', role: 'administrator' }
      const { link } = await post('/api/accounts', other)
      await post('/api/session/link', { link: link.split('/')[3], password })
    }, PASSWORD)
    await page.reload()
    await button(`Remove passkeys: ${NAME}`).click()
    await desk.sure('Remove')
    await button(`Remove passkeys: ${NAME}`).waitFor({ state: 'hidden' })
    await signOut(desk)
    await button('Use a passkey').click()
    await desk.alert('This passkey opens no account here').waitFor()
  })
})

/** A device with a finger sensor that the browser makes up, behind the page. */
async function addDevice(page: Page) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    /** Whether the finger is the right one. */
    verifies: (isUserVerified: boolean) =>
      browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** As a copy does, which has not seen the uses of the other. */
    async countsFrom(signCount: number) {
      const { credentials } = await browser.send('WebAuthn.getCredentials', { authenticatorId })
      await browser.send('WebAuthn.clearCredentials', { authenticatorId })
      for (const credential of credentials)
        await browser.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount } })
    },
  }
}
