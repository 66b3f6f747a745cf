import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findFaults } from '../support/browser.ts'
import { openWorkbench } from '../support/workbench.ts'

/** A busy machine loads the writer for so long. */
const WRITTEN_MS = 60_000

const PASTED = `Doctor: Good morning. How can I help you today?
Patient: I have had a headache for 3 days and I take aspirin every morning.
Doctor: Do you have a fever?
Patient: No, I do not have a fever.`

describe('around a visit', { timeout: 300_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench[Symbol.asyncDispose]())

  test('a note is written of words that are pasted, and a question about them is answered with what was said', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await page.getByText('Text of a visit').click()
    await page.getByLabel(/Paste what was said/).fill(PASTED)
    assert.deepEqual(await findFaults(page), [])
    await button('Write from this text').click()
    await desk.statement(/headache for 3 days/).waitFor({ timeout: WRITTEN_MS })
    await page.getByLabel('Ask about this visit').fill('What about aspirin?')
    await button('Ask').click()
    await page
      .getByRole('status', { name: 'What was said about it' })
      .getByText(/aspirin/)
      .waitFor()
    assert.deepEqual(await findFaults(page), [])
    await button(/^Add to the note/)
      .first()
      .click()
    await page
      .locator('.document li.entered')
      .filter({ hasText: /aspirin/ })
      .waitFor()
  })

  test('who read and signed it is told by name, and how long it is kept', async () => {
    await using desk = await workbench.signIn()
    await desk.openConsultation()
    await desk.signDocument()
    await desk.page.getByText(/^Signed by/).waitFor()
    await desk.choose('More', 'Who read it')
    const trail = desk.page.getByRole('dialog', { name: /Who read it/ })
    await trail.getByText('signed').waitFor()
    await trail.getByText('The recording is kept until somebody deletes it.').waitFor()
    assert.match(String(await trail.locator('li').first().textContent()), /workbench/)
    assert.deepEqual(await findFaults(desk.page), [])
  })

  test('a template is made of a pasted letter, previewed, and written of a visit that is there', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    const id = await desk.openConsultation()
    await page.getByRole('link', { name: 'Settings' }).click()
    const templates = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Templates' }) })
    await templates.getByLabel('Name').fill('House letter')
    await templates.getByText('Make it from an example').click()
    await templates.getByLabel(/Paste a document/).fill('Dear Dr Lee,\n\nHISTORY\nMr Ray fell.\n\nAdvice:\n- rest')
    await button('Take its sections: 3').click()
    await templates.getByRole('group', { name: 'Section 3' }).getByLabel('When nothing was said').selectOption('line')
    await button('Preview').click()
    const preview = templates.getByRole('region', { name: /nothing is kept/ })
    await preview.getByText(/Dear Dr Lee,.*headache.*## Advice.*…{24}/s).waitFor({ timeout: WRITTEN_MS })
    assert.doesNotMatch(String(await preview.textContent()), /Ray/)
    assert.deepEqual(await findFaults(page), [])
    await templates.locator('button.main').click()
    await templates.getByRole('button', { name: 'Edit: House letter' }).waitFor()
    await page.goto(`${workbench.osler.address}/#/consultations/${id}`)
    await button('Document').click()
    await button('House letter').click()
    await page.locator('.document li.fixed').filter({ hasText: 'Dear Dr Lee,' }).waitFor({ timeout: WRITTEN_MS })
  })

  test('what a sick note lacks is filled in on the page, and stays what a person wrote', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await desk.openConsultation()
    await button('Document').click()
    await button('Sick note').click()
    await page.getByLabel('Add to To').fill('Hill School')
    await page.keyboard.press('Enter')
    await page.locator('.document li.entered').filter({ hasText: 'Hill School' }).waitFor({ timeout: WRITTEN_MS })
    assert.deepEqual(await findFaults(page), [])
  })

  test('what nobody said is not answered', async () => {
    await using desk = await workbench.signIn()
    const id = await desk.openConsultation()
    await desk.page.getByLabel('Ask about this visit').fill('Did she break her wrist?')
    await desk.button('Ask').click()
    await desk.page.getByText(/Nothing was said about this/).waitFor()
    assert.equal((await desk.ask('/api/consultations/none/questions', { method: 'POST' })).ok, false)
    const asked = await desk.ask(`/api/consultations/${id}/documents`)
    assert.doesNotMatch(await asked.text(), /"answer"/)
  })
})
