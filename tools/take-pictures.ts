import { openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { DEFAULT_TENANT } from '../src/domain/tenant.ts'
import { firstAccountLink } from '../src/server/open-accounts.ts'
import { openBrowser } from '../test/support/browser.ts'
import { openTestSystem, type TestSystem } from '../test/support/open-test-system.ts'
import { convert } from '../test/support/recordings.ts'
import { PASSWORD } from '../test/support/sign-in.ts'
import { until } from '../test/support/until.ts'

// Takes the pictures of docs/pictures/ from the sample consultation: `node tools/take-pictures.ts`
const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'docs/pictures')
const WIDTHS = { wide: [1440, 900], middle: [768, 1024], phone: [390, 844] } as const
const HEARD_MS = 300_000

await using osler = await openTestSystem()
await addVisits(osler)
// The microphone hears the sample, too.
const heard = await convert(join(ROOT, 'samples/consultation.ogg'), 'wav', ['-ar', '48000'])
await using browser = await openBrowser(osler.address, heard)
const { page } = browser
await rm(join(PICTURES, 'pages'), { recursive: true, force: true })
await mkdir(join(PICTURES, 'pages'), { recursive: true })

await take('sign-in')
await page.goto(osler.address + (await firstAccountLink(osler.system.forDoors, DEFAULT_TENANT)))
await page.getByLabel('Your name').fill('Dr Ada Osei')
await page.getByLabel('Sign-in name').fill('ada')
await page.getByLabel('New password').fill(PASSWORD)
await take('first-account')
await page.getByRole('button', { name: 'Make the account' }).click()
await page.locator('.list .succeeded').nth(1).waitFor()
await take('consultations')
await page.screenshot({ path: join(PICTURES, 'consultations.png') })
await page.getByText('Known before the visit').click()
await page.getByLabel('Patient’s name').fill('Ann')
await page.getByLabel('Reason for the visit').fill('Follow-up')
await page.getByLabel('The patient agrees').check()
await take('new-consultation')
await page.getByRole('link', { name: 'Ann Bee' }).first().click()
await page.locator('.player button:enabled').first().waitFor()
await page.waitForTimeout(1000)
await page.locator('.statement').nth(5).hover()
await take('consultation')
await page.locator('.statement').nth(5).hover()
await page.screenshot({ path: join(PICTURES, 'consultation.png') })
await page.emulateMedia({ colorScheme: 'dark' })
await take('dark')
await page.setViewportSize({ width: 390, height: 844 })
await page.locator('.statement').nth(5).focus()
await page.screenshot({ path: join(PICTURES, 'phone.png') })
await page.emulateMedia({ colorScheme: 'light' })
await page.setViewportSize({ width: 1440, height: 900 })
await page.locator('.side').getByRole('button', { name: 'Patient', exact: true }).click()
await page.getByText('Other visits').waitFor()
await take('patient')
await page.locator('.side').getByRole('button', { name: 'Transcript', exact: true }).click()
await page.getByRole('button', { name: /^Review/ }).click()
await take('review')
await page
  .locator('dialog[open]')
  .getByRole('button', { name: /^Remove/ })
  .click()
await page.getByText('0 of 16 checked').first().waitFor()
await page.keyboard.press('Escape')
await page.getByRole('button', { name: 'Document', exact: true }).click()
await take('documents')
await page.keyboard.press('Escape')
await page.getByRole('button', { name: /^Versions/ }).click()
await page.getByText(/^1\. Dr Ada/).click()
await take('versions')
await page.getByRole('button', { name: 'Sign', exact: true }).click()
await page.locator('dialog[open]').getByRole('button', { name: 'Sign', exact: true }).click()
await page.getByText('Signed by').waitFor()
await take('signed')
await page.keyboard.press('?')
await take('keys')
await page.keyboard.press('Escape')
await page.getByRole('link', { name: 'Settings' }).click()
await page.getByRole('cell', { name: 'whisper', exact: true }).waitFor()
await take('settings')
await page.getByRole('link', { name: 'Consultations' }).click()
await page.getByLabel('Patient’s name').fill('Ann Bee')
await page.getByLabel('Reason for the visit').fill('Follow-up')
await page.getByRole('button', { name: /^Record$/ }).click()
await page
  .getByRole('region', { name: /^Draft/ })
  .getByText(/penicillin/)
  .waitFor({ timeout: HEARD_MS })
await page.getByRole('button', { name: 'Pause' }).click()
await page.getByText(/^Paused at/).waitFor()
await page.getByRole('button', { name: 'Resume' }).click()
await page.locator('.partial p').first().waitFor({ timeout: HEARD_MS })
await take('live')

/** A page as it is at each width. */
async function take(name: string): Promise<void> {
  for (const [label, [width, height]] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height })
    await settle(page)
    await page.screenshot({ path: join(PICTURES, 'pages', `${name}-${label}.jpg`), type: 'jpeg', quality: 60 })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await settle(page)
}

async function settle(shown: Page): Promise<void> {
  await shown.evaluate('document.fonts.ready')
  await shown.waitForTimeout(200)
}

/** The sample, twice of one patient, and of another. */
async function addVisits(on: TestSystem): Promise<void> {
  const ann = { name: 'Ann Bee', birthDate: '1970-12-31', sex: 'female', number: '4711' }
  const visits = [
    { patient: { name: 'Béla Ó Sé', birthDate: '1958-04-02', sex: 'male' }, reason: 'Blood pressure' },
    { patient: ann, reason: 'Sore throat' },
    { patient: ann, reason: 'Cough and sore throat', allergies: 'Penicillin', medicines: 'Aspirin' },
  ]
  for (const visit of visits) {
    const form = new FormData()
    form.append('file', await openAsBlob(join(ROOT, 'samples/consultation.ogg')), 'consultation.ogg')
    const sent = await on.ask('/api/consultations', { method: 'POST', body: form })
    const path = `/api/consultations/${((await sent.json()) as { id: string }).id}`
    const headers = { 'content-type': 'application/json' }
    await on.ask(`${path}/visit`, { method: 'PUT', body: JSON.stringify(visit), headers })
    await until(
      'the sample is heard',
      async () =>
        ((await (await on.ask(path)).json()) as { request: { status: string } }).request.status === 'succeeded',
      HEARD_MS,
    )
  }
}
