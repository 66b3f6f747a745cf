import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { findBarriers } from '../support/browser.ts'
import { speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'
import { type Desk, NAME, openWorkbench } from '../support/workbench.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }

/** How many milliseconds of the recording are in sight. */
const readSeen = async (page: Page) =>
  Number((await page.locator('.player .speakers').getAttribute('viewBox'))?.split(' ')[2])

/** Changes an item as somebody else would. */
async function changeElsewhere(desk: Desk, id: string, change: object): Promise<void> {
  const body = JSON.stringify({ version: 0, author: 'Somebody', change })
  const path = `/api/consultations/${id}/transcript`
  assert.equal((await desk.ask(path, { method: 'PATCH', headers: JSON_HEADERS, body })).status, 200)
}

describe('the workbench in a browser', { timeout: 600_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  let recording: string

  before(async () => {
    // As a small practice has it.
    workbench = await openWorkbench(undefined, { databaseUrl: undefined })
    const { path } = await speakTurns([
      ['slt', 'good morning. how can I help you today?'],
      ['rms', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    recording = path
  })
  after(() => workbench[Symbol.asyncDispose]())

  test('refuses a wrong key with a sentence, and has no barriers', async () => {
    await using desk = await workbench.openDesk()
    const { page, button } = desk
    await button('Sign in with a key').click()
    await page.getByLabel('Your name').fill(NAME)
    await page.getByLabel('API key').fill('wrong')
    await button(/^Sign in$/).click()
    await desk.alert(/key/i).waitFor()
    assert.deepEqual(await findBarriers(page), [])
  })

  test('signs in, sends a recording, shows how far it is, and opens it', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.getByText('Nothing here yet').waitFor()
    await page.getByLabel(/Drop recordings/).setInputFiles(recording)
    await page.locator('.list .succeeded').waitFor({ timeout: 150_000 })
    assert.deepEqual(await findBarriers(page), [])
    await page.locator('.list a').first().click()
    await desk.item(/headache for 3 days/).waitFor()
    await desk.statement(/has had a headache/).waitFor()
    await page.locator('.player .speakers').waitFor()
    assert.deepEqual(await findBarriers(page), [])
  })

  test('a statement lights up its words, and plays them', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const form = new FormData()
    form.append('file', await openAsBlob(recording), 'x.wav')
    const sent = await desk.ask('/api/consultations', { method: 'POST', body: form })
    await desk.openWhenDone(((await sent.json()) as { id: string }).id)
    const statement = desk.statement(/headache/)
    await statement.hover()
    await page
      .locator('.transcript .lit')
      .filter({ hasText: /headache/ })
      .waitFor()
    // Before the sound has come, too.
    await statement.click()
    await page
      .locator('.transcript .current')
      .filter({ hasText: /headache/ })
      .waitFor()
    const whole = await readSeen(page)
    await desk.button('Zoom in').click()
    const half = await until('half is seen', async () => {
      const seen = await readSeen(page)
      return seen < 0.75 * whole && seen
    })
    await desk.button('Zoom in').click()
    await until('a quarter is seen', async () => Math.abs((await readSeen(page)) * 2 - half) < 50)
  })

  test('a word that decides and was not heard surely is told in words at its statement', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.route(/\/documents$/, async (route) => {
      const response = await route.fetch()
      const json = (await response.json()) as { documents: { sections: { statements: object[] }[] }[] }
      for (const { statements } of json.documents.flatMap(({ sections }) => sections))
        for (const statement of statements) Object.assign(statement, { doubtful: ['headache', '3'] })
      await route.fulfill({ response, json })
    })
    await desk.openConsultation()
    await desk
      .documents()
      .getByText(/\(\?\) check: headache, 3/)
      .first()
      .waitFor()
    assert.deepEqual(await findBarriers(page), [])
  })

  test('the keyboard shows what it does, and leaves it again', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('play and pause').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('a corrected item is saved at once, and shown as text whatever is pasted', async () => {
    await using desk = await workbench.signIn()
    const { page, item, button } = desk
    await desk.openConsultation()
    await item(/headache for 3 days/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await page.getByLabel('Text').fill('I have had a <b>migraine</b> for 4 weeks and I take aspirin every morning.')
    assert.deepEqual(await findBarriers(page), [])
    await page.keyboard.press('Enter')
    await item(/<b>migraine<\/b> for 4 weeks/).waitFor()
    await page.reload()
    await item(/<b>migraine<\/b> for 4 weeks/).waitFor()
    await button('Versions: 1').click()
    await page.getByText(new RegExp(`1\\. ${NAME}`)).waitFor()
  })

  test('what was changed elsewhere is a conflict that keeps what was typed', async () => {
    await using desk = await workbench.signIn()
    const { page, item, button } = desk
    const id = await desk.openConsultation()
    await item(/headache/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await changeElsewhere(desk, id, { action: 'name', item: 'i1', speaker: 'doctor' })
    await page.getByLabel('Text').fill('I have had a migraine for 5 weeks.')
    await button('Save').click()
    await desk.alert(/changed meanwhile/).waitFor()
    assert.equal(await page.getByLabel('Text').inputValue(), 'I have had a migraine for 5 weeks.')
    await button('Save').click()
    await item(/migraine for 5 weeks/).waitFor()
  })

  test('a document is written again from a corrected transcript', async () => {
    await using desk = await workbench.signIn()
    const id = await desk.openConsultation()
    const text = 'I have had a migraine for 4 weeks.'
    await changeElsewhere(desk, id, { action: 'edit', item: 'i2', text })
    await desk.choose('More', 'Write again from the transcript')
    await desk.statement(/migraine/).waitFor()
  })

  test('a document is added to, signed and fixed, and then amended', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation()
    const subjective = page.getByLabel('Add to Subjective')
    await subjective.fill('Looks tired.')
    await subjective.press('Enter')
    await desk.documents().locator('li.entered').filter({ hasText: 'Looks tired.' }).waitFor()
    assert.deepEqual(await findBarriers(page), [])
    assert.ok((await desk.button(/^Edit 0:/).count()) > 0)
    await desk.signDocument()
    await page.getByText(/the transcript is fixed/).waitFor()
    assert.equal(await desk.button(/^Edit 0:/).count(), 0)
    await page.getByText(`Signed by ${NAME}`).waitFor()
    assert.equal(await page.getByLabel(/^Add to/).count(), 0)
    await page.getByRole('textbox', { name: 'Addendum' }).fill('The swab was negative.')
    assert.deepEqual(await findBarriers(page), [])
    await page.reload()
    await desk.button('Sign the addendum').click()
    await desk.sure('Sign')
    await desk.statement(/The swab was negative/).waitFor()
    assert.equal(await page.getByText(`Signed by ${NAME}`).count(), 2)
    assert.equal(await page.getByRole('textbox', { name: 'Addendum' }).inputValue(), '')
  })

  test('a document that was not asked for is written after the fact', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation()
    await desk.statement(/has had a headache/).waitFor()
    await page.getByRole('button', { name: 'Document', exact: true }).click()
    await page.locator('.gallery').getByLabel('Search').fill('history')
    await desk.button('History and physical').click()
    // It is written first, by a machine that may do other things besides.
    await page.getByRole('tab', { name: 'History and physical', selected: true }).waitFor({ timeout: 60_000 })
    assert.deepEqual(await findBarriers(page), [])
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('tab', { name: 'SOAP note' }).click()
    await desk.statement(/has had a headache/).waitFor()
  })

  test('a document is taken away as a file', async () => {
    await using desk = await workbench.signIn()
    await desk.openConsultation()
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.choose('Copy, export', 'PDF')])
    assert.equal(download.suggestedFilename(), 'soap_note.pdf')
    assert.match((await readFile(await download.path())).toString('latin1', 0, 5), /^%PDF-/)
  })

  test('settings show the engines, and keep vocabularies', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('cell', { name: 'whisper', exact: true }).waitFor()
    const form = page.locator('section').filter({ hasText: 'Vocabularies' }).locator('form')
    await form.getByLabel('Name').fill('Ward 3')
    await form.getByLabel('One a line').fill('Xarelto: zah rel toe\nDr Okonkwo')
    await form.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Ward 3').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    const { vocabularies } = (await (await desk.ask('/api/vocabularies')).json()) as {
      vocabularies: { terms: object[] }[]
    }
    assert.deepEqual(vocabularies[0]?.terms, [{ text: 'Xarelto', soundsLike: ['zah rel toe'] }, { text: 'Dr Okonkwo' }])
  })

  test('settings make a key that is shown once, and revoke it', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.getByRole('link', { name: 'Settings' }).click()
    const keys = page.locator('section').filter({ hasText: 'Permissions' })
    await keys.getByLabel('Name').fill('Ward 3 tablet')
    await keys.getByLabel('delete').uncheck()
    await keys.getByRole('button', { name: 'Make a key' }).click()
    const key = String(await keys.locator('code').textContent())
    assert.equal((await desk.ask('/api/consultations', { key })).status, 200)
    assert.deepEqual(await findBarriers(page), [])
    await keys.getByRole('button', { name: 'Revoke: Ward 3 tablet' }).click()
    await desk.sure('Revoke')
    await keys.getByText('Ward 3 tablet', { exact: true }).waitFor({ state: 'hidden' })
    assert.equal((await desk.ask('/api/consultations', { key })).status, 401)
  })

  test('speaks French and Spanish', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await page.locator('.menu > summary').first().click()
    await page.locator('header').getByLabel('Language').selectOption('fr')
    await page.getByRole('heading', { name: 'Consultations' }).waitFor()
    await desk.button('Enregistrer').waitFor()
    await page.locator('.menu > summary').first().click()
    await page.locator('header').getByLabel('Langue').selectOption('es')
    await page.getByRole('heading', { name: 'Consultas' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'es')
  })
})
