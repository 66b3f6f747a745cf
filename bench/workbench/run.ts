import { openAsBlob } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { DEFAULT_TENANT } from '../../src/domain/tenant.ts'
import { firstAccountLink } from '../../src/server/open-accounts.ts'
import { openBrowser } from '../../test/support/browser.ts'
import { openTestSystem } from '../../test/support/open-test-system.ts'
import { speak, synthesize } from '../../test/support/recordings.ts'
import { PASSWORD } from '../../test/support/sign-in.ts'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'
import { longNote, longTranscript } from './long-visit.ts'

// Prints what the workbench weighs and how quickly it answers, in Debian's Chromium: `npm run bench:workbench`
const MINUTES = 60
const ITEMS = 1300
const STATEMENTS = 300
/** A slow phone, as Lighthouse has it: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back. */
const PHONE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4

// In the page: when somebody clicks, and when sound moves on behind it.
const WATCH_SOUND = `
  globalThis.soundMs = undefined
  if (!globalThis.isWatched) {
    globalThis.isWatched = true
    addEventListener('pointerdown', () => { clickedMs = performance.now() }, { capture: true })
    const { play } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.play = function () {
      this.addEventListener('playing', () => { globalThis.soundMs ??= performance.now() }, { once: true })
      return play.call(this)
    }
  }
`

await using osler = await openTestSystem()
const link = await firstAccountLink(osler.system.forDoors, DEFAULT_TENANT)
const id = await send(await synthesize('anullsrc=r=16000', MINUTES * 60, 'mp3'))
const spoken = await speak('I have had a headache for three days')
await using browser = await openBrowser('about:blank', spoken)
const { page } = browser
const devtools = await page.context().newCDPSession(page)
await printFirstPage(page, devtools)
await signIn(page)
await printDelays(page)
await printLongVisit(page)

async function send(file: string): Promise<string> {
  const form = new FormData()
  form.append('file', await openAsBlob(file), 'x.mp3')
  form.append('documents', '')
  return ((await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as { id: string }).id
}

/** From nothing in the browser to a name that can be typed. */
async function printFirstPage(page: Page, devtools: CDPSession): Promise<void> {
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', PHONE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const startedMs = performance.now()
  await page.goto(osler.address, { waitUntil: 'commit' })
  await page.getByLabel('Sign-in name').fill('ada')
  const usableMs = performance.now() - startedMs
  await page.waitForLoadState('networkidle')
  printFigure(
    'first page: bytes that come, with its type and their headers',
    `${Math.round(bytes / 1000)} kB`,
    '≤ 250 kB',
  )
  printFigure('first page usable on a slow phone', `${(usableMs / 1000).toFixed(1)} s`, '≤ 3 s')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  })
}

async function signIn(page: Page): Promise<void> {
  await page.goto(osler.address + link)
  await page.getByLabel('Your name').fill('Dr Bench')
  await page.getByLabel('Sign-in name').fill('bench')
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.locator('.list .succeeded').waitFor({ timeout: 120_000 })
}

/** From the moment in which the server has something to the moment in which the page shows it. */
async function printDelays(page: Page): Promise<void> {
  const delaysMs: number[] = []
  for (let time = 0; time < 3; time++) {
    const count = await page.locator('.list .succeeded').count()
    await page.getByLabel(/Drop recordings/).setInputFiles(spoken)
    const shownAtMs = await waitForMore(page, '.list .succeeded', count)
    delaysMs.push(shownAtMs - (await readFinished()))
  }
  printFigure('a result in the list, after the server has it, at most', `${Math.max(...delaysMs)} ms`, '≤ 500 ms')
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

/** An hour: opened, played by a click on a statement, zoomed, and scrolled from end to end while it plays. */
async function printLongVisit(page: Page): Promise<void> {
  const transcript = longTranscript(MINUTES, ITEMS)
  await page.route('**/transcript', (route) => route.fulfill({ json: transcript }))
  await page.route('**/documents', (route) => route.fulfill({ json: { documents: [longNote(STATEMENTS, ITEMS)] } }))
  await page.route('**/checks', (route) => route.fulfill({ json: { version: 0, statements: [], missing: [] } }))
  const name = `an hour's visit (${ITEMS} items, ${STATEMENTS} statements)`
  const startedMs = performance.now()
  await page.goto(`${osler.address}/#/consultations/${id}`)
  await page
    .locator('.transcript li')
    .nth(ITEMS - 1)
    .waitFor({ state: 'attached' })
  await page
    .locator('.document .statement')
    .nth(STATEMENTS - 1)
    .waitFor({ state: 'attached' })
  printFigure(`${name}: open`, `${Math.round(performance.now() - startedMs)} ms`, '≤ 2000 ms')
  const soundsMs: number[] = []
  for (const at of [2, 150, 40, 290, 90]) soundsMs.push(await measureSound(page, at))
  printFigure(`${name}: click to sound, at most`, `${Math.round(Math.max(...soundsMs))} ms`, '≤ 300 ms')
  await page.locator('.player .speakers').waitFor()
  for (let step = 0; step < 5; step++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.waitForTimeout(1000)
  printFigure(`${name}: longest task while it scrolls and plays`, await scroll(page), '≤ 50 ms')
}

/** From a click on a statement to the moment in which its sound moves on. */
async function measureSound(page: Page, at: number): Promise<number> {
  const statement = page.locator('.document .statement').nth(at)
  await statement.scrollIntoViewIfNeeded()
  await page.evaluate(WATCH_SOUND)
  await statement.click()
  const measuredMs = await until(
    'it sounds',
    () => page.evaluate('soundMs !== undefined && soundMs - clickedMs') as Promise<number | false>,
  )
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  return measuredMs
}

async function scroll(page: Page): Promise<string> {
  await page.evaluate(`
    globalThis.tasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  `)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  for (const selector of ['.side', '.note']) {
    await page.locator(selector).hover({ position: { x: 100, y: 300 } })
    for (let step = 0; step < 100; step++) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(30)
    }
  }
  const tasks = (await page.evaluate('tasks')) as number[]
  if (tasks.length === 0) return 'below 50 ms'
  return `${Math.round(Math.max(...tasks))} ms (${tasks.length} above 50)`
}
