import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]
/** A microphone that hears a file again and again. */
const FAKE_MICROPHONE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

/** A window with a profile of its own: nothing that another has kept is in it. */
export interface Window extends AsyncDisposable {
  page: Page
  /** What the page asked of other hosts than its own, and what it complained about. */
  strange: string[]
}

export interface Browser extends AsyncDisposable {
  open(address: string): Promise<Window>
}

/** Debian's Chromium; `microphone` is a WAV file. */
export async function launchBrowser(microphone?: string): Promise<Browser> {
  const hearing = microphone ? [...FAKE_MICROPHONE, `--use-file-for-fake-audio-capture=${microphone}`] : []
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...QUIET, ...hearing] })
  return {
    async open(address) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
      const strange = listenForStrange(context, address)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(address)
      return { page, strange, [Symbol.asyncDispose]: () => context.close() }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

/** A browser with one window; both end together. */
export async function openBrowser(address: string, microphone?: string): Promise<Window> {
  const browser = await launchBrowser(microphone)
  return { ...(await browser.open(address)), [Symbol.asyncDispose]: () => browser[Symbol.asyncDispose]() }
}

function listenForStrange(context: BrowserContext, address: string): string[] {
  const strange: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:/.test(url.protocol) && url.origin !== address) strange.push(`asked ${url.host}`)
  })
  context.on('weberror', (error) => strange.push(String(error.error())))
  context.on('console', (message) => {
    // An answer of 4xx is written to the console by the browser itself.
    if (message.type() === 'error' && !message.text().includes('status of 4')) strange.push(message.text())
  })
  return strange
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA; between light and dark nothing but colours changes. */
const WANTED = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const

/** What axe finds wrong on the page, in both themes, as sentences. */
export async function findBarriers(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
    const violations = await page.evaluate(async (runOnly) => {
      // @ts-expect-error: axe is in the page alone
      const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] })
      return violations.map(
        ({ id, help, nodes }: { id: string; help: string; nodes: { html: string }[] }) =>
          `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      )
    }, WANTED[colorScheme])
    found.push(...violations.map((violation: string) => `${colorScheme}: ${violation}`))
  }
  return found
}

const WIDTHS = [1280, 768, 320]

/** What is wrong with a page at each width: barriers by axe in both themes, and what must be scrolled to the side. */
export async function findFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await findBarriers(page)).map((barrier) => `${width}: ${barrier}`))
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    if (wide) faults.push(`${width}: scrolls sideways`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return faults
}
