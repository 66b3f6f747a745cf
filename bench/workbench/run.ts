import { openAsBlob } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../test/support/browser.ts'
import { openTestSystem, TEST_KEY } from '../../test/support/open-test-system.ts'
import { convert, speak, synthesize } from '../../test/support/recordings.ts'
import { printFigure } from '../figures.ts'
import { longTranscript } from './long-transcript.ts'

// Prints what the workbench weighs and how quickly it answers, in Debian's Chromium: `npm run bench:workbench`
const MINUTES = 60

await printWeight()
await using osler = await openTestSystem()
const id = await send(await synthesize('anullsrc=r=16000', MINUTES * 60, 'mp3'))
const spoken = await convert(await speak('I have had a headache for three days'), 'wav', ['-ar', '48000'])
await using browser = await openBrowser('about:blank', spoken)
const { page } = browser
await printFirstPage(page)
await printDelays(page)
await printLongConsultation(page)

/** What the first page fetches: the letters of English, and no others of the family. */
async function printWeight(): Promise<void> {
  const folder = join(import.meta.dirname, '../../build/web')
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(js|css|html)$|inter-latin-wght/.test(name),
  )
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length))
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  printFigure('script, style and type of the first page, compressed', `${kilobytes.toFixed(0)} kB`, '≤ 250 kB')
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
  await page.getByRole('button', { name: 'Sign in with a key' }).click()
  await page.getByLabel('API key').fill(TEST_KEY)
  printFigure('first page usable, cold', `${Math.round(performance.now() - startedMs)} ms`, '≤ 1000 ms')
  await page.getByLabel('Your name').fill('Dr Bench')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.locator('.list .succeeded').waitFor({ timeout: 120_000 })
}

/** From the moment in which the server has something to the moment in which the page shows it. */
async function printDelays(page: Page): Promise<void> {
  const delaysMs: number[] = []
  for (let time = 0; time < 5; time++) {
    const count = await page.locator('.list .succeeded').count()
    await page.getByLabel(/Drop recordings/).setInputFiles(spoken)
    const shownAtMs = await waitForMore(page, '.list .succeeded', count)
    delaysMs.push(shownAtMs - (await readFinished()))
  }
  printFigure('a result in the list, after the server has it, at most', `${Math.max(...delaysMs)} ms`, '≤ 500 ms')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const shownAtMs = await waitForMore(page, '.growing li', 0)
  printFigure('a live item, after the server has it', `${shownAtMs - (await readFinished())} ms`, '≤ 500 ms')
  await page.getByRole('button', { name: 'Stop and send' }).click()
  await page.getByRole('heading', { name: 'Documents' }).waitFor({ timeout: 60_000 })
}

/** When, in milliseconds since 1970, the page had more of these elements than `count`. */
async function waitForMore(page: Page, selector: string, count: number): Promise<number> {
  const found = await page.waitForFunction(
    // @ts-expect-error: the document is in the page alone
    ([all, before]) => document.querySelectorAll(all).length > before && Date.now(),
    [selector, count] as const,
    { polling: 'raf', timeout: 60_000 },
  )
  return Number(await found.jsonValue())
}

/** When the newest request had ended. */
async function readFinished(): Promise<number> {
  const { consultations } = (await (await osler.ask('/api/consultations?limit=1')).json()) as {
    consultations: { request: { finishedAt: string } }[]
  }
  return Date.parse(consultations[0]?.request.finishedAt ?? '')
}

/** Scrolled from end to end, and followed while it plays at double speed; the browser tells every task above 50 ms. */
async function printLongConsultation(page: Page): Promise<void> {
  const transcript = longTranscript(MINUTES)
  await page.route('**/transcript', (route) => route.fulfill({ json: transcript }))
  await page.goto(`${osler.address}/#/consultations/${id}`)
  await page.locator('.transcript li').nth(600).waitFor({ state: 'attached' })
  await page.locator('.player .speakers').waitFor()
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
