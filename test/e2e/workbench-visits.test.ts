import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { waveHeader } from '../../src/audio/wave-header.ts'
import { findFaults } from '../support/browser.ts'
import { until } from '../support/until.ts'
import { type Desk, NAME, openWorkbench } from '../support/workbench.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }
/** As the sample of samples/ says it: a note of a visit as it is. */
const SAID = [
  'I have had a bad cough and a sore throat for 5 days.',
  'I had a fever last night.',
  'I am taking aspirin for the pain.',
  'I am allergic to penicillin.',
  'I stopped smoking 2 years ago.',
  'Your temperature is 101. Your blood pressure is 120 over 80.',
  'Your throat looks red and swollen.',
  'I think this is a viral infection of the throat.',
  'Stay at home for 3 days. Drink plenty of water and get some rest.',
  'Take 2 tablets of ibuprofen every 8 hours with food.',
]
/** A second in which nobody says anything. */
const SILENCE = Buffer.concat([waveHeader(32_000), Buffer.alloc(32_000)])

describe('a visit in the workbench', { timeout: 600_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench[Symbol.asyncDispose]())

  const keep = (desk: Desk, id: string, visit: object) =>
    desk.ask(`/api/consultations/${id}/visit`, { method: 'PUT', headers: JSON_HEADERS, body: JSON.stringify(visit) })

  test('begins with a patient, a reason and a consent, which go with its recording and are gone from the card', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    assert.deepEqual(await findFaults(page), [])
    await page.getByLabel('Patient’s name').fill('Ann Bee')
    await page.getByLabel('Date of birth').fill('1970-12-31')
    await page.getByLabel('Reason for the visit').fill('Cough')
    await page.getByLabel('The patient agrees to be recorded').check()
    const file = { name: 'morning.wav', mimeType: 'audio/wav', buffer: SILENCE }
    await page.getByLabel(/Drop recordings/).setInputFiles(file)
    await page.getByRole('link', { name: 'Ann Bee' }).waitFor()
    assert.equal(await page.getByLabel('Patient’s name').inputValue(), '')
    const { consultations } = (await (await desk.ask('/api/consultations')).json()) as {
      consultations: { visit: { fileName: string; consent: { wording: string; by: string } } }[]
    }
    assert.equal(consultations[0]?.visit.fileName, 'morning.wav')
    assert.match(consultations[0]?.visit.consent.wording ?? '', /record our talk/)
    assert.equal(consultations[0]?.visit.consent.by, NAME)
    await page.getByLabel('Patient’s name').fill('ann')
    await page.getByRole('button', { name: /^Ann Bee, born .*1970/ }).click()
    assert.equal(await page.getByLabel('Date of birth').inputValue(), '1970-12-31')
  })

  test('shows the patient’s other visits beside the note, and says who is seen afterwards', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const patient = { name: 'Ann Bee', birthDate: '1970-12-31' }
    const earlier = await desk.openConsultation()
    await keep(desk, earlier, { patient, reason: 'Headache' })
    await desk.openConsultation()
    await page.getByRole('button', { name: 'Patient', exact: true }).first().click()
    await page.getByLabel('Patient’s name').fill('ANN BEE')
    await page.getByLabel('Date of birth').fill('1970-12-31')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'ANN BEE' }).waitFor()
    await page.getByRole('link', { name: 'Headache' }).waitFor()
    assert.deepEqual(await findFaults(page), [])
    await page.getByRole('link', { name: 'Headache' }).click()
    await page.getByRole('heading', { name: 'Ann Bee' }).waitFor()
  })

  test('is reviewed and signed by keys alone, and its note is six stops of Tab away', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation(SAID)
    await page.reload()
    await desk.statement(/cough/).waitFor()
    assert.deepEqual(await findFaults(page), [])
    let tabs = 0
    while (!(await page.evaluate('document.activeElement.matches(".statement")'))) {
      await page.keyboard.press('Tab')
      assert.ok(++tabs <= 6, 'the note is further than six stops')
    }
    await page.keyboard.press('ArrowDown')
    assert.match(String(await page.evaluate('document.activeElement.textContent')), /fever/)

    let presses = 0
    const press = async (key: string) => {
      presses++
      await page.keyboard.press(key)
    }
    await page.getByText(/^0 of \d+ checked/).waitFor()
    await press('r')
    const review = page.getByRole('dialog', { name: 'Review' })
    await review.getByText('allergy').waitFor()
    assert.match(String(await review.locator('.said').textContent()), /penicillin/)
    assert.deepEqual(await findFaults(page), [])
    await press('Delete')
    await desk.statement(/penicillin/).waitFor({ state: 'detached' })
    const isOver = review.getByText('Everything was checked')
    const checked = page.getByText(/^\d+ of \d+ checked/).first()
    // The server looks again after each change: what it finds comes when the next ones have been accepted already.
    const looked = Promise.withResolvers<void>()
    await page.route(/\/checks$/, async (route) => looked.promise.then(() => route.continue()), { times: 1 })
    await press('e')
    await page.getByLabel('Text').fill('Takes aspirin, 1 tablet a day.')
    await press('Enter')
    await desk.statement(/1 tablet a day/).waitFor()
    await press('Enter')
    await page
      .getByText(/^1 of \d+ checked/)
      .first()
      .waitFor()
    const [shown, total] = [await review.locator('.said').textContent(), await checked.textContent()]
    looked.resolve()
    await until('it has looked', async () => (await checked.textContent()) !== total)
    assert.equal(await review.locator('.said').textContent(), shown)
    while (!(await isOver.isVisible())) {
      const before = await checked.textContent()
      await press('Enter')
      // One that comes before the last was taken in would sign at once.
      await until('it is taken in', async () => (await isOver.isVisible()) || (await checked.textContent()) !== before)
      assert.ok(presses <= 40, 'the review takes more than forty key presses')
    }
    await press('Enter')
    await page.getByText(/It is fixed then/).waitFor()
    await press('Enter')
    await page.getByText(`Signed by ${NAME}`).waitFor()
    assert.ok(presses <= 40)
    assert.equal(await page.getByText(/checked$/).count(), 0)
  })

  test('that was said and is in no statement is shown in the review, and put into the note from there', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const id = await desk.openConsultation(SAID)
    await page.route(/\/checks$/, (route) =>
      route.fulfill({
        json: { version: 0, statements: [], missing: [{ items: ['i3'], reasons: ['unmentioned', 'medicine'] }] },
      }),
    )
    await page.reload()
    await page.getByText('0 of 1 checked').waitFor()
    await desk.button(/^Review/).click()
    await page.getByText('said and not in the note').waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('Text').press('Enter')
    await page.getByText('1 of 1 checked').first().waitFor()
    const note = (await (await desk.ask(`/api/consultations/${id}/documents/soap_note`)).json()) as {
      sections: { key: string; statements: { text: string; evidence: string[] }[] }[]
    }
    const added = note.sections.find(({ key }) => key === 'plan')?.statements.at(-1)
    assert.deepEqual([added?.text, added?.evidence], ['I am taking aspirin for the pain.', ['i3']])
  })

  test('is taken away section by section, and as it looks', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await desk.openConsultation(SAID)
    await desk.button('Copy: Plan').click()
    await page.getByText(/^Copied at/).waitFor()
    const read = () => page.evaluate('navigator.clipboard.readText()')
    assert.match(String(await read()), /^- .*3 days/)
    assert.doesNotMatch(String(await read()), /SOAP|Plan|#/)
    await desk.choose('Copy, export', 'Copy formatted')
    const html = 'navigator.clipboard.read().then(([item]) => item.getType("text/html")).then((blob) => blob.text())'
    // Until the page has written it, the clipboard holds what was copied before, which is text alone.
    await page.waitForFunction(`${html}.then((html) => html.includes("<h1>SOAP note</h1>"), () => false)`)
  })

  test('is found however many came after it, and the page is as light or dark as it is told', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.addConsultations(120)
    const first = await desk.openConsultation()
    await keep(desk, first, { patient: { name: 'Newest' } })
    await page.getByRole('link', { name: 'Consultations' }).click()
    await page.getByRole('link', { name: 'Newest' }).waitFor()
    for (const count of [100, 121]) {
      await desk.button('Show more').click()
      await page
        .locator('.visits li')
        .nth(count - 1)
        .waitFor()
    }
    await desk.button('Show more').waitFor({ state: 'detached' })
    await page.getByLabel('Search').fill('newe')
    await page.locator('.visits li').nth(1).waitFor({ state: 'detached' })
    await page.locator('.menu > summary').click()
    const colour = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const light = await colour()
    await page.getByLabel('Appearance').selectOption('dark')
    assert.notEqual(await colour(), light)
    await page.reload()
    assert.notEqual(await colour(), light)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('cell', { name: 'whisper', exact: true }).waitFor()
    assert.deepEqual(await findFaults(page), [])
  })
})
