import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
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
    await page.goto(workbench.osler.address + link)
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
})
