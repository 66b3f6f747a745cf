import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findFaults } from '../support/browser.ts'
import { until } from '../support/until.ts'
import { openWorkbench } from '../support/workbench.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }

describe('a search in the workbench', { timeout: 300_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench[Symbol.asyncDispose]())

  test('finds what was said and written, says where, and opens there, by keys alone', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation(['My knee has been swollen since Monday.', 'I take Advil for the pain.'])
    await desk.openConsultation(['I have had a cough for 2 days.'])
    await page.getByRole('link', { name: 'Consultations' }).click()
    const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem')
    await page.locator('.visits li').nth(1).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('knees mondays')
    await results.filter({ hasText: 'swollen since Monday' }).waitFor()
    assert.equal(await results.count(), 1)
    assert.deepEqual(await findFaults(page), [])
    await results.getByRole('link').press('Enter')
    const focused = 'document.activeElement.closest("li")?.textContent'
    await until('it opens there', async () => /knee/.test(String(await page.evaluate(focused))))

    await page.getByRole('link', { name: 'Consultations' }).click()
    await page.getByText('More filters').press('Enter')
    await page.getByRole('searchbox', { name: 'Medicine' }).fill('ibuprofen')
    await results.filter({ hasText: 'Advil' }).waitFor()
    assert.deepEqual(await findFaults(page), [])
    await page.getByLabel('From', { exact: true }).fill('2031-01-01')
    await page.getByText('No results.').waitFor()
  })

  test('shows what is to be reviewed before all others', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const older = await desk.openConsultation(['I have had a headache for 2 days.'])
    const newer = await desk.openConsultation(['I have had a cough for 2 days.'])
    for (const kind of ['soap_note', 'summary']) {
      const body = JSON.stringify({ version: 0, author: 'Dr A' })
      const path = `/api/consultations/${newer}/documents/${kind}/sign`
      assert.equal((await desk.ask(path, { method: 'POST', headers: JSON_HEADERS, body })).status, 200)
    }
    await page.getByRole('link', { name: 'Consultations' }).click()
    await page.getByLabel('State').selectOption('all, to review first')
    const links = page.getByRole('list', { name: 'Results' }).getByRole('link')
    await links.nth(1).waitFor()
    const order = await links.evaluateAll((all) => all.map((link) => (link as unknown as { hash: string }).hash))
    assert.deepEqual(order, [`#/consultations/${older}`, `#/consultations/${newer}`])
  })

  test('does not find what was deleted with a reason, until it is returned', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation()
    await desk.choose('More', 'Delete')
    await page.locator('dialog[open]').getByLabel('Reason').selectOption('there twice')
    await desk.sure('Delete')
    await page.getByText('Nothing here yet').waitFor()
    await page.getByRole('link', { name: 'Deleted consultations' }).click()
    await page.getByText(/by Dr Ada Osei: there twice/).waitFor()
    assert.deepEqual(await findFaults(page), [])
    await desk.button(/^Return: /).press('Enter')
    await desk.statement(/headache/).waitFor()
  })
})
