import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { SCOPES } from '../../src/domain/tenant.ts'
import { operatorTokenFile } from '../../src/platform/secrets.ts'
import type { Config } from '../../src/server/settings.ts'
import { insertConsultation } from '../../src/store/consultations.ts'
import { launchBrowser } from './browser.ts'
import { openTestSystem, type TestSystem } from './open-test-system.ts'
import { transcriptOf } from './spoken-words.ts'
import { submissionOf } from './submissions.ts'
import { until } from './until.ts'

export const NAME = 'Dr Ada Osei'

/** What is said in a consultation that is written down. */
const SAID = [
  'Good morning. How can I help you today?',
  'I have had a headache for 3 days and I take aspirin every morning.',
  'Do you have a fever?',
  'No, I do not have a fever.',
]

/** A server and a browser that tests share; each opens a desk of its own. */
export async function openWorkbench(microphone?: string, settings: Partial<Config> = {}) {
  const osler = await openTestSystem(settings)
  const browser = await launchBrowser(microphone)
  return {
    osler,
    /** A new window of somebody in a new tenant, not signed in yet. */
    async openDesk(address = osler.address): Promise<Desk> {
      const { page, strange, ...window } = await browser.open(address)
      return new Desk(osler, await makeTenant(osler), { page, strange, ...window })
    },
    /** The same, signed in. */
    async signIn(): Promise<Desk> {
      const desk = await this.openDesk()
      await desk.signIn()
      return desk
    },
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await osler[Symbol.asyncDispose]()
    },
  }
}

interface Tenant {
  id: string
  key: string
}

async function makeTenant(osler: TestSystem): Promise<Tenant> {
  const id = `t-${randomUUID()}`
  const response = await osler.ask('/api/operator/keys', {
    key: (await readFile(operatorTokenFile(osler.folder), 'utf8')).trim(),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'workbench', tenant: id, scopes: SCOPES }),
  })
  return { id, key: ((await response.json()) as { secret: string }).secret }
}

/** One test's window, tenant and data. When it ends, the page must have asked no other host and complained of nothing. */
export class Desk implements AsyncDisposable {
  readonly page: Page
  readonly tenant: Tenant
  readonly #osler: TestSystem
  readonly #window: AsyncDisposable & { strange: string[] }

  constructor(osler: TestSystem, tenant: Tenant, window: AsyncDisposable & { page: Page; strange: string[] }) {
    this.#osler = osler
    this.tenant = tenant
    this.page = window.page
    this.#window = window
  }

  async signIn(page = this.page): Promise<void> {
    await page.getByRole('button', { name: 'Sign in with a key' }).click()
    await page.getByLabel('Your name').fill(NAME)
    await page.getByLabel('API key').fill(this.tenant.key)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('link', { name: 'Settings' }).waitFor()
  }

  /** The API, with the tenant's key. */
  ask(path: string, init: RequestInit & { key?: string } = {}): Promise<Response> {
    return this.#osler.ask(path, { key: this.tenant.key, ...init })
  }

  /** A second window of the same browser profile. */
  async openOther(): Promise<Page> {
    const page = await this.page.context().newPage()
    await page.goto(this.#osler.address)
    await this.signIn(page)
    return page
  }

  /** Opens a new consultation of words, without sound, with its documents; answers its id. */
  async openConsultation(sentences: readonly string[] = SAID): Promise<string> {
    const submission = submissionOf({
      source: { type: 'transcript', transcript: transcriptOf(sentences) },
      kinds: ['soap_note', 'summary'],
    })
    const { consultationId } = await this.#osler.system
      .capabilitiesOf('native')
      .intake.submit(this.tenant.id, submission)
    await this.openWhenDone(consultationId)
    return consultationId
  }

  /** Consultations without anything in them. */
  async addConsultations(count: number): Promise<void> {
    const { db } = this.#osler.system.forDoors
    for (let made = 0; made < count; made++) await insertConsultation(db, this.tenant.id)
  }

  async openWhenDone(id: string): Promise<void> {
    await until('the consultation is finished', async () => {
      const { request } = (await (await this.ask(`/api/consultations/${id}`)).json()) as { request: { status: string } }
      return request.status !== 'ongoing'
    })
    await this.page.goto(`${this.#osler.address}/#/consultations/${id}`)
    await this.page.getByRole('heading', { name: 'Documents' }).waitFor()
  }

  /** Chooses what stands behind a button. */
  async choose(menu: string, name: string): Promise<void> {
    await this.page.locator('.menu > summary').filter({ hasText: menu }).click()
    await this.button(name).click()
  }

  /** Presses it, and says once more that it is meant. */
  async signDocument(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign', exact: true }).click()
    await this.sure('Sign')
  }

  sure = (yes: string) => this.page.locator('dialog[open]').getByRole('button', { name: yes, exact: true }).click()
  button = (name: string | RegExp) => this.page.getByRole('button', { name })
  documents = () => this.page.getByRole('region', { name: 'Documents' })
  /** The items of the transcript in which a text is. */
  item = (text: RegExp) => this.page.locator('.transcript li').filter({ hasText: text })
  statement = (text: RegExp) => this.documents().locator('.statement').filter({ hasText: text }).first()
  alert = (text: string | RegExp) => this.page.getByRole('alert').filter({ hasText: text })

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#window[Symbol.asyncDispose]()
    // What a test does to the line, the browser complains about.
    const strange = this.#window.strange.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))
    assert.deepEqual(strange, [])
  }
}
