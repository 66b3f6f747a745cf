import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { WebSocketRoute } from 'playwright-core'
import { findBarriers, findFaults } from '../support/browser.ts'
import { convert, speakTurns } from '../support/recordings.ts'
import { type Desk, openWorkbench } from '../support/workbench.ts'

/** The first recording waits until Whisper is loaded, on a machine that does other things besides. */
const HEARD_MS = 150_000
const KEY_WRONG = { error: { code: 'key_wrong', message: 'The API key is unknown, revoked or expired.', details: {} } }

/** Starts a recording and waits until so much of it is there. */
async function record({ page, button }: Desk, clock: string): Promise<void> {
  await button(/^Record$/).click()
  await page.locator('.live time').filter({ hasText: clock }).waitFor()
}

/** The result is opened when it is there. */
const opened = ({ page }: Desk) => page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: HEARD_MS })

describe('what the workbench sends', { timeout: 900_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  let recording: string
  let long: string

  before(async () => {
    const { path } = await speakTurns([
      ['slt', 'good morning. how can I help you today?'],
      ['rms', 'I have had a headache for three days and I take aspirin every morning'],
      ['slt', 'do you have a fever?'],
      ['rms', 'no I do not have a fever'],
    ])
    recording = await convert(path, 'wav', ['-ar', '48000'])
    long = await convert(recording, 'wav', ['-ar', '48000', '-ac', '2', '-af', 'apad=whole_dur=60'])
    workbench = await openWorkbench(recording)
  })
  after(() => workbench[Symbol.asyncDispose]())

  test('what is said is shown while it is said, beside a draft of its note, over all pages, and opened when it has ended', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await button(/^Record$/).click()
    await page.locator('.partial p').first().waitFor({ timeout: HEARD_MS })
    const said = page.getByRole('log')
    await said
      .getByText(/headache for 3 days/)
      .first()
      .waitFor({ timeout: HEARD_MS })
    const draft = page.getByRole('region', { name: /^Draft/ })
    await draft
      .getByText(/headache/)
      .first()
      .waitFor({ timeout: HEARD_MS })
    await page.getByText(/^saved to \d:\d\d, heard to \d:\d\d$/).waitFor()
    assert.deepEqual(await findFaults(page), [])
    await button('Pause').click()
    await said.getByText(/^Paused at \d:\d\d$/).waitFor()
    await button('Resume').click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText(/^saved to/).waitFor()
    await button('Stop and send').click()
    await opened(desk)
    await desk
      .item(/headache for 3 days/)
      .first()
      .waitFor()
    await desk.documents().locator('.statement').first().waitFor({ timeout: HEARD_MS })
    assert.equal(await page.getByText('Draft').count(), 0)
    await page.locator('.player .speakers').waitFor()
  })

  test('a recording survives a page that is closed in the middle, and is gone on with', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await record(desk, '0:03')
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await page.getByText(/A recording of 0:0\d was not finished/).waitFor()
    await button('Record on').click()
    await page.locator('.live time').filter({ hasText: '0:02' }).waitFor()
    const { consultations } = (await (await desk.ask('/api/consultations')).json()) as { consultations: object[] }
    assert.equal(consultations.length, 1)
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await opened(desk)
    await desk.item(/./).first().waitFor()
  })

  test('a lost connection does not end a recording: what was not sent is sent when it is back', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    const sockets: WebSocketRoute[] = []
    await page.routeWebSocket(/api.live/, (socket) => {
      sockets.push(socket)
      socket.connectToServer()
    })
    await button(/^Record$/).click()
    await page.getByText(/^saved to \d:(?!00)/).waitFor({ timeout: HEARD_MS })
    await page.context().setOffline(true)
    await sockets[0]?.close({ code: 3000 })
    await page.getByText(/cannot be reached.*tried again by itself/).waitFor({ timeout: 30_000 })
    await page
      .locator('.live time')
      .filter({ hasText: /0:09|[1-5]\d/ })
      .waitFor()
    await button('Stop and send').click()
    await page.getByText('Being sent').waitFor()
    await page.context().setOffline(false)
    await opened(desk)
    await desk
      .item(/headache/)
      .first()
      .waitFor()
  })

  test('a recording whose words nobody waits for is heard when it has ended', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await page.getByLabel('Text while speaking').uncheck()
    await record(desk, '0:03')
    await page.getByText('The text comes when the recording has ended').waitFor()
    await button('Stop and send').click()
    await opened(desk)
    await desk.item(/./).first().waitFor()
  })

  test('while one window records another is told so', async () => {
    await using desk = await workbench.signIn()
    await record(desk, '0:01')
    const other = await desk.openOther()
    await other.getByRole('button', { name: /^Record$/ }).click()
    await other.getByRole('alert').filter({ hasText: 'Another window' }).waitFor()
  })

  test('a recording that is stopped at once is no trouble, whether the microphone gave something by then or not', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await button(/^Record$/).click()
    await button('Stop and send').click()
    const isOver = page.getByRole('heading', { name: 'Documents' }).or(button(/^Record$/))
    await isOver.waitFor({ timeout: HEARD_MS })
    assert.equal(await page.getByRole('alert').count(), 0)
  })

  test('a server that is gone is said, and the file goes on where it stood when it is back', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
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
    await page.getByText('was sent').waitFor({ timeout: HEARD_MS })
    await slow.detach()
    assert.equal(new Set(parts).size, parts.length, 'each part was sent once')
    await page.locator('.list li').first().waitFor()
  })

  test('a file that is no recording is refused with a sentence, and can be put away', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const files = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear colleague') }
    await page.getByLabel(/Drop recordings/).setInputFiles(files)
    await page.locator('.drop').getByText('The file is no recording').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.locator('.drop').getByRole('button', { name: 'Discard' }).click()
    assert.equal(await page.getByText('letter.txt').count(), 0)
  })

  test('a file that is put away before its turn is not sent', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
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
  })

  test('a key that was revoked meanwhile is said, and what was recorded stays', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
    await page.getByLabel('Text while speaking').uncheck()
    await record(desk, '0:02')
    await page.route('**/api/series', (route) => route.fulfill({ status: 401, json: KEY_WRONG }))
    await button('Stop and send').click()
    await desk.alert('revoked or expired').waitFor()
    await page.getByText(/A recording of 0:0\d was not sent yet/).waitFor()
    await button('Discard').click()
    await button(/^Record$/).waitFor()
  })

  test('a microphone that is refused or not there is said, with what to do', async () => {
    await using desk = await workbench.signIn()
    const { page, button } = desk
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
})
