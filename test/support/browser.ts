import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]
/** A microphone that hears a file again and again. */
const FAKE_MICROPHONE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

export interface Browser extends AsyncDisposable {
  page: Page
  /** What the page asked of other hosts than its own, and what it complained about. */
  strange: string[]
}

/** Debian's Chromium with an empty profile; `microphone` is a WAV file. */
export async function openBrowser(address: string, microphone?: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'osler-test-chromium-'))
  const hearing = microphone ? [...FAKE_MICROPHONE, `--use-file-for-fake-audio-capture=${microphone}`] : []
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: '/usr/bin/chromium', headless: true, args: [...QUIET, ...hearing], locale: 'en-GB' },
    ...{ acceptDownloads: true, viewport: { width: 1280, height: 900 } },
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const strange: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:/.test(url.protocol) && url.origin !== address) strange.push(`asked ${url.host}`)
  })
  page.on('pageerror', (error) => strange.push(String(error)))
  page.on('console', (message) => {
    // An answer of 4xx is written to the console by the browser itself.
    if (message.type() === 'error' && !message.text().includes('status of 4')) strange.push(message.text())
  })
  page.setDefaultTimeout(15_000)
  await page.goto(address)
  return {
    page,
    strange,
    async [Symbol.asyncDispose]() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page by WCAG 2.2 AA, in both themes, as sentences. */
export async function findBarriers(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(AXE)
    const violations = await page.evaluate(async () => {
      // @ts-expect-error: axe is in the page alone
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      return violations.map(
        ({ id, help, nodes }: { id: string; help: string; nodes: { html: string }[] }) =>
          `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      )
    })
    found.push(...violations.map((violation: string) => `${colorScheme}: ${violation}`))
  }
  return found
}
