import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../test/support/browser.ts'
import { openTestSystem, TEST_KEY } from '../test/support/open-test-system.ts'
import { until } from '../test/support/until.ts'

// Takes the pictures of docs/pictures/ from the sample consultation: `node tools/take-pictures.ts`
const ROOT = join(import.meta.dirname, '..')
const picture = (name: string) => join(ROOT, 'docs/pictures', `${name}.png`)

await using osler = await openTestSystem()
const form = new FormData()
form.append('file', await openAsBlob(join(ROOT, 'samples/consultation.ogg')), 'consultation.ogg')
const { id } = (await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as { id: string }
await until(
  'the sample is heard',
  async () => {
    const { request } = (await (await osler.ask(`/api/consultations/${id}`)).json()) as { request: { status: string } }
    return request.status === 'succeeded'
  },
  120_000,
)

await using browser = await openBrowser(osler.address)
const { page } = browser
await page.getByLabel('Your name').fill('Dr Ada Osei')
await page.getByLabel('API key').fill(TEST_KEY)
await page.getByRole('button', { name: 'Sign in' }).click()
await page.locator('.list .succeeded').waitFor()
await page.screenshot({ path: picture('consultations') })
await page.locator('.list a').first().click()
await page.locator('.player svg').waitFor()
await page.waitForTimeout(1000)
await page.locator('.statement').nth(2).hover()
await page.screenshot({ path: picture('consultation') })
await page.emulateMedia({ colorScheme: 'dark' })
await page.setViewportSize({ width: 390, height: 844 })
await page.screenshot({ path: picture('phone') })
