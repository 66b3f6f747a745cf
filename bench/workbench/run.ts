import { openAsBlob } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../test/support/browser.ts'
import { openTestSystem, TEST_KEY } from '../../test/support/open-test-system.ts'
import { synthesize } from '../../test/support/recordings.ts'
import { printFigure } from '../figures.ts'
import { longTranscript } from './long-transcript.ts'

// Prints what the workbench weighs and how quickly it answers, in Debian's Chromium: `npm run bench:workbench`
const MINUTES = 60

await printWeight()
await using osler = await openTestSystem()
const id = await send(await synthesize('anullsrc=r=16000', MINUTES * 60, 'mp3'))
await using browser = await openBrowser('about:blank')
const { page } = browser
await printFirstPage(page)
await printLongConsultation(page)

async function printWeight(): Promise<void> {
  const folder = join(import.meta.dirname, '../../build/web')
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|html)$/.test(name))
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length))
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  printFigure('script and style of the first page, compressed', `${kilobytes.toFixed(0)} kB`, '≤ 200 kB')
}

async function send(file: string): Promise<string> {
  const form = new FormData()
  form.append('file', await openAsBlob(file), 'x.mp3')
  form.append('documents', '')
  return ((await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as { id: string }).id
}

async function printFirstPage(page: Page): Promise<void> {
  const startedMs = performance.now()
  await page.goto(osler.address)
  await page.getByLabel('API key').fill(TEST_KEY)
  printFigure('first page usable, cold', `${Math.round(performance.now() - startedMs)} ms`, '≤ 1000 ms')
  await page.getByLabel('Your name').fill('Dr Bench')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.list .succeeded').waitFor({ timeout: 120_000 })
}

/** Scrolled from end to end, and followed while it plays at double speed; the browser tells every task above 50 ms. */
async function printLongConsultation(page: Page): Promise<void> {
  const transcript = longTranscript(MINUTES)
  await page.route('**/transcript', (route) => route.fulfill({ json: transcript }))
  await page.goto(`${osler.address}/#/consultations/${id}`)
  await page.locator('.transcript li').nth(600).waitFor({ state: 'attached' })
  await page.locator('.player svg').waitFor()
  await page.waitForTimeout(2000)
  await page.evaluate(() => {
    Object.assign(globalThis, { tasks: [] as number[] })
    // Node's types do not know the browser's entry type.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) (globalThis as unknown as { tasks: number[] }).tasks.push(duration)
    }).observe({ type: 'longtask' as 'mark' })
  })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  for (let step = 0; step < 100; step++) await page.mouse.wheel(0, 400)
  await page.mouse.move(300, 500)
  for (let step = 0; step < 100; step++) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(50)
  }
  const longest = await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks))
  const name = `longest task while ${MINUTES} minutes (${transcript.items.length} items) scroll and play`
  printFigure(name, longest === 0 ? 'below 50 ms' : `${Math.round(longest)} ms`, '≤ 50 ms')
}
