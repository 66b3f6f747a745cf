import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Browser, findBarriers, openBrowser } from '../support/browser.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { convert, speakTurns } from '../support/recordings.ts'

const NAME = 'Dr Ada Osei'
const KEY_WRONG = { error: { code: 'key_wrong', message: 'The API key is unknown, revoked or expired.', details: {} } }

describe('the workbench in a browser', { timeout: 180_000 }, () => {
  let osler: TestSystem
  let browser: Browser | undefined
  let page: Page
  let recording: string
  let long: string

  before(async () => {
    osler = await openTestSystem()
    const { path } = await speakTurns([
      ['slt', 'good morning. how can I help you today?'],
      ['rms', 'I have had a headache for three days and I take aspirin every morning'],
      ['slt', 'do you have a fever?'],
      ['rms', 'no I do not have a fever'],
    ])
    recording = await convert(path, 'wav', ['-ar', '48000'])
    long = await convert(recording, 'wav', ['-ar', '48000', '-ac', '2', '-af', 'apad=whole_dur=60'])
    browser = await openBrowser(osler.address, recording)
    page = browser.page
  })
  after(async () => {
    await browser?.[Symbol.asyncDispose]()
    await osler[Symbol.asyncDispose]()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const documents = () => page.getByRole('region', { name: 'Documents' })
  const item = (text: RegExp) => page.locator('.transcript li').filter({ hasText: text })

  test('refuses a wrong key with a sentence, and has no barriers', async () => {
    await page.getByLabel('Your name').fill(NAME)
    await page.getByLabel('API key').fill('wrong')
    await button('Sign in').click()
    await page.getByRole('alert').filter({ hasText: /key/i }).waitFor()
    assert.deepEqual(await findBarriers(page), [])
  })

  test('signs in, sends a recording, shows how far it is, and opens it', async () => {
    await page.getByLabel('API key').fill(TEST_KEY)
    await button('Sign in').click()
    await page.getByText('Nothing here yet').waitFor()
    await page.getByLabel(/Drop recordings/).setInputFiles(recording)
    await page.locator('.list .succeeded').waitFor({ timeout: 60_000 })
    assert.deepEqual(await findBarriers(page), [])
    await page.locator('.list a').first().click()
    await item(/headache for 3 days/).waitFor()
    await documents()
      .getByText(/has had a headache/)
      .first()
      .waitFor()
    await page.locator('.player svg').waitFor()
    assert.deepEqual(await findBarriers(page), [])
  })

  test('a statement lights up its words, and plays them', async () => {
    const statement = documents()
      .locator('.statement')
      .filter({ hasText: /headache/ })
      .first()
    await statement.hover()
    await page
      .locator('.transcript .lit')
      .filter({ hasText: /headache/ })
      .waitFor()
    await page.locator('.player button:enabled').waitFor()
    await statement.click()
    await page
      .locator('.transcript .current')
      .filter({ hasText: /headache/ })
      .waitFor()
  })

  test('a word that decides and was not heard surely is told in words at its statement', async () => {
    const documentsOf = /\/documents$/
    await page.route(documentsOf, async (route) => {
      const response = await route.fetch()
      const json = (await response.json()) as { documents: { sections: { statements: object[] }[] }[] }
      for (const { statements } of json.documents.flatMap(({ sections }) => sections))
        for (const statement of statements) Object.assign(statement, { doubtful: ['headache', '3'] })
      await route.fulfill({ response, json })
    })
    await page.reload()
    await documents()
      .getByText(/\(\?\) check: headache, 3/)
      .first()
      .waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.unroute(documentsOf)
    await page.reload()
    await documents()
      .getByText(/has had a headache/)
      .first()
      .waitFor()
  })

  test('the keyboard shows what it does, and leaves it again', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('play and pause').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('a corrected item is saved at once, and shown as text whatever is pasted', async () => {
    const line = item(/headache for 3 days/)
    await line.getByRole('button', { name: /Edit/ }).click()
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
    const id = page.url().split('/').at(-1)
    const path = `/api/consultations/${id}/transcript`
    const headers = { 'content-type': 'application/json' }
    const change = { action: 'name', item: 'i1', speaker: 'doctor' }
    const body = JSON.stringify({ version: 1, author: 'Somebody', change })
    assert.equal((await osler.ask(path, { method: 'PATCH', headers, body })).status, 200)
    await item(/migraine/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await page.getByLabel('Text').fill('I have had a migraine for 5 weeks.')
    await button('Save').click()
    await page
      .getByRole('alert')
      .filter({ hasText: /changed meanwhile/ })
      .waitFor()
    assert.equal(await page.getByLabel('Text').inputValue(), 'I have had a migraine for 5 weeks.')
    await button('Save').click()
    await item(/migraine for 5 weeks/).waitFor()
  })

  test('a document is written again, added to, signed and fixed', async () => {
    await button('Write again from the transcript').click()
    await documents()
      .locator('.statement')
      .filter({ hasText: /migraine/ })
      .first()
      .waitFor()
    const subjective = page.getByLabel('Add to Subjective')
    await subjective.fill('Looks tired.')
    await subjective.press('Enter')
    await documents().locator('li.entered').filter({ hasText: 'Looks tired.' }).waitFor()
    assert.deepEqual(await findBarriers(page), [])
    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByText(`Signed by ${NAME}`).waitFor()
    assert.equal(await page.getByLabel(/^Add to/).count(), 0)
    assert.deepEqual(await findBarriers(page), [])
  })

  test('a document that was not asked for is written after the fact', async () => {
    await page.getByLabel('Write another …').selectOption('history_and_physical')
    await documents().getByRole('heading', { name: 'History and physical' }).waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.getByLabel('Document', { exact: true }).selectOption('soap_note')
  })

  test('a document is taken away as a file', async () => {
    await page.getByText('Copy, print, download').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button('PDF').click()])
    assert.equal(download.suggestedFilename(), 'soap_note.pdf')
    assert.match((await readFile(await download.path())).toString('latin1', 0, 5), /^%PDF-/)
  })

  test('settings show the engines, and keep vocabularies', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('cell', { name: 'whisper', exact: true }).waitFor()
    const form = page.locator('section').filter({ hasText: 'Vocabularies' }).locator('form')
    await form.getByLabel('Name').fill('Ward 3')
    await form.getByLabel('One a line').fill('Xarelto: zah rel toe\nDr Okonkwo')
    await form.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Ward 3').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    const { vocabularies } = (await (await osler.ask('/api/vocabularies')).json()) as {
      vocabularies: { terms: object[] }[]
    }
    assert.deepEqual(vocabularies[0]?.terms, [{ text: 'Xarelto', soundsLike: ['zah rel toe'] }, { text: 'Dr Okonkwo' }])
  })

  test('settings make a key that is shown once, and revoke it', async () => {
    const keys = page.locator('section').filter({ hasText: 'It may' })
    await keys.getByLabel('Name').fill('Ward 3 tablet')
    await keys.getByLabel('delete').uncheck()
    await keys.getByRole('button', { name: 'Make a key' }).click()
    const key = String(await keys.locator('code').textContent())
    assert.equal((await osler.ask('/api/consultations', { key })).status, 200)
    assert.deepEqual(await findBarriers(page), [])
    page.once('dialog', (dialog) => dialog.accept())
    await keys.getByRole('button', { name: 'Revoke: Ward 3 tablet' }).click()
    await keys.getByText('Ward 3 tablet', { exact: true }).waitFor({ state: 'hidden' })
    assert.equal((await osler.ask('/api/consultations', { key })).status, 401)
  })

  test('the microphone is heard while it records, over all pages, and opened when it has ended', async () => {
    await page.getByRole('link', { name: 'Consultations' }).click()
    await button(/^Record$/).click()
    await button('Pause').click()
    await button('Go on').click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page
      .getByRole('log')
      .getByText(/headache for 3 days/)
      .waitFor({ timeout: 60_000 })
    assert.deepEqual(await findBarriers(page), [])
    await button('Stop and send').click()
    await page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: 60_000 })
    await item(/headache for 3 days/)
      .first()
      .waitFor()
    await documents()
      .getByText(/headache/)
      .first()
      .waitFor({ timeout: 60_000 })
    await page.locator('.player svg').waitFor()
  })

  test('a recording survives a page that is closed in the middle', async () => {
    await page.getByRole('link', { name: 'Consultations' }).click()
    await button(/^Record$/).click()
    await page.locator('.recorder time').filter({ hasText: '0:03' }).waitFor()
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await page.getByText(/A recording of 0:0\d was not sent yet/).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Consultations' }).click()
    await page.locator('.list .succeeded').nth(2).waitFor({ timeout: 60_000 })
  })

  test('a lost connection does not end a recording: what was not sent is sent when it is back', async () => {
    await button(/^Record$/).click()
    await page.context().setOffline(true)
    await page.getByText(/cannot be reached.*tried again by itself/).waitFor({ timeout: 30_000 })
    await button('Stop and send').click()
    await page.getByText('Being sent').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: 60_000 })
    await item(/headache/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Consultations' }).click()
  })

  test('while one window records another is told so', async () => {
    await button(/^Record$/).click()
    await page.locator('.recorder time').filter({ hasText: '0:01' }).waitFor()
    const other = await page.context().newPage()
    await other.goto(osler.address)
    await other.getByLabel('Your name').fill(NAME)
    await other.getByLabel('API key').fill(TEST_KEY)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.getByRole('button', { name: /^Record$/ }).click()
    await other.getByRole('alert').filter({ hasText: 'Another window' }).waitFor()
    await other.close()
    await button('Stop and send').click()
    await page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Consultations' }).click()
  })

  test('a recording that is stopped at once is no trouble, whether the microphone gave something by then or not', async () => {
    await button(/^Record$/).click()
    await button('Stop and send').click()
    const isOver = page.getByRole('heading', { name: 'Documents' }).or(button(/^Record$/))
    await isOver.waitFor({ timeout: 60_000 })
    assert.equal(await page.getByRole('alert').count(), 0)
    await page.getByRole('link', { name: 'Consultations' }).click()
  })

  test('a server that is gone is said, and the file goes on where it stood when it is back', async () => {
    const slow = await page.context().newCDPSession(page)
    const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: 8_000_000 }
    await slow.send('Network.emulateNetworkConditions', { offline: false, ...speed })
    const parts: string[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'PATCH') parts.push(response.request().headers()['upload-offset'] ?? '')
    })
    await page.getByLabel(/Drop recordings/).setInputFiles(long)
    await page.waitForResponse((response) => response.request().method() === 'PATCH')
    await slow.send('Network.emulateNetworkConditions', { offline: true, ...speed })
    await page
      .locator('.drop')
      .getByText(/cannot be reached.*tried again by itself/)
      .waitFor()
    await slow.send('Network.emulateNetworkConditions', { offline: false, ...speed })
    await page.getByText('was sent').waitFor({ timeout: 60_000 })
    await slow.detach()
    assert.equal(new Set(parts).size, parts.length, 'each part was sent once')
    await page.locator('.list li').nth(4).waitFor()
  })

  test('a file that is no recording is refused with a sentence, and can be put away', async () => {
    const files = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear colleague') }
    await page.getByLabel(/Drop recordings/).setInputFiles(files)
    await page.locator('.drop').getByText('The file is no recording').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.locator('.drop').getByRole('button', { name: 'Discard' }).click()
    assert.equal(await page.getByText('letter.txt').count(), 0)
  })

  test('a file that is put away before its turn is not sent', async () => {
    const { promise: isPutAway, resolve: putAway } = Promise.withResolvers<void>()
    let begun = 0
    await page.route('**/api/uploads', async (route) => {
      begun++
      await isPutAway
      await route.continue()
    })
    await page.getByLabel(/Drop recordings/).setInputFiles([recording, long])
    await page.locator('.drop > ul > li').nth(1).getByRole('button', { name: 'Discard' }).click()
    const [sent] = await Promise.all([page.waitForResponse(/\/consultation$/), putAway()])
    assert.equal(sent.status(), 202)
    await page.locator('.drop > ul > li').first().waitFor({ state: 'detached' })
    // The next of the queue would begin at once.
    await page.waitForTimeout(500)
    assert.equal(begun, 1)
    await page.unroute('**/api/uploads')
  })

  test('a key that was revoked meanwhile is said, and what was recorded stays', async () => {
    await button(/^Record$/).click()
    await page.locator('.recorder time').filter({ hasText: '0:02' }).waitFor()
    await page.route('**/api/series', (route) => route.fulfill({ status: 401, json: KEY_WRONG }))
    await button('Stop and send').click()
    await page.getByRole('alert').filter({ hasText: 'revoked or expired' }).waitFor()
    await page.getByText(/A recording of 0:0\d was not sent yet/).waitFor()
    await page.unroute('**/api/series')
    await button('Discard').click()
    await button(/^Record$/).waitFor()
  })

  test('a microphone that is refused or not there is said, with what to do', async () => {
    const refuse = (name: string) =>
      page.evaluate((reason) => {
        // @ts-expect-error: devices are in the page alone
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', reason))
      }, name)
    await refuse('NotAllowedError')
    await button(/^Record$/).click()
    await page.getByText('allow it beside the address').waitFor()
    await refuse('NotFoundError')
    await button(/^Record$/).click()
    await page.getByText('No microphone was found').waitFor()
  })

  test('speaks French and Spanish', async () => {
    await page.locator('header').getByLabel('Language').selectOption('fr')
    await page.getByRole('heading', { name: 'Consultations' }).waitFor()
    await button('Enregistrer').waitFor()
    await page.locator('header').getByLabel('Langue').selectOption('es')
    await page.getByRole('heading', { name: 'Consultas' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'es')
  })

  test('asked no other host for anything, and complained about nothing', () => {
    assert.deepEqual(
      browser?.strange.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)),
      [],
    )
  })
})
