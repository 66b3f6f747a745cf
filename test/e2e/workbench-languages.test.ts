import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Desk, openWorkbench } from '../support/workbench.ts'

/** Words of English sentences that neither French nor Spanish has. */
const ENGLISH =
  /(?<!\p{L})(the|and|of|is|are|was|were|to|with|your|this|that|not|for|from|by|it|its|has|have|you|what|who|which|be|been)(?!\p{L})/iu

/** Names of formats and of languages, and words that are the same in English. */
const NAMES = 'Osler PDF Markdown JSON FHIR SRT English Français Español Xarelto'
const SHARED: Readonly<Record<string, string>> = {
  fr: 'Microphone Addendum Allergies Consultation Consultations Document Documents Menu Note Notes Pages Participants Patient Plan Suggestions',
  es: 'Plan',
}

/** What the page says by itself: no words of patients, no names that people and engines gave. */
const readTexts = (page: Page) =>
  page.evaluate(() => {
    // @ts-expect-error: the document is in the page alone
    const { body } = document
    const OWN = '[dir="auto"], .transcript p, pre, code, kbd, td, [translate="no"], script'
    const texts = new Set<string>()
    for (const element of body.querySelectorAll('*')) {
      if (element.closest(OWN) || !element.checkVisibility()) continue
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent)
      const named = ['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? '')
      // Behind a colon stands what a button is for.
      for (const text of [own.join(' '), ...named]) texts.add(text.replace(/: .*$/s, '').trim().replace(/\s+/g, ' '))
    }
    return [...texts].filter((text) => /\p{L}{2}/u.test(text))
  })

async function setLanguage(page: Page, code: string): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('osler-language', value), code)
  await page.reload()
}

/** Every state of the page, one after the other, reached without a word of any language. */
async function* walk(desk: Desk, id: string): AsyncGenerator<string> {
  const { page } = desk
  const open = async (hash: string, ready: string) => {
    await page.evaluate((value) => {
      // @ts-expect-error: the address is in the page alone
      location.hash = value
    }, hash)
    await page.locator(ready).first().waitFor()
  }
  /** Menus and what is folded. */
  const fold = (isOpen: boolean) =>
    page.evaluate((value) => {
      // @ts-expect-error: the document is in the page alone
      for (const details of document.querySelectorAll('details')) details.open = value
    }, isOpen)
  await open('#/', '.visits li')
  await page.locator('details .kinds').first().waitFor({ state: 'attached' })
  await fold(true)
  yield 'the list'
  await fold(false)
  await page.locator('input[type=search]').first().fill('zzz')
  await page.locator('.visits li').first().waitFor({ state: 'detached' })
  yield 'a search without results'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x', mimeType: 'audio/wav', buffer: Buffer.from('rubbish') })
  await page.locator('.drop .bad').waitFor()
  yield 'a file that is refused'
  await open(`#/consultations/${id}`, '.document .statement')
  await fold(true)
  yield 'a consultation'
  await fold(false)
  await page.locator('.document .do > button').last().click()
  await page.locator('dialog.gallery button[title]').first().waitFor()
  yield 'the gallery'
  await page.keyboard.press('Escape')
  const more = page.locator('.document .menu').last()
  await more.locator('summary').click()
  await more.locator('button').nth(1).click()
  await page.locator('dialog[open] small').first().waitFor()
  yield 'who read it'
  await page.keyboard.press('Escape')
  await page.locator('.side [aria-pressed]').nth(1).click()
  await page.locator('.patient form').waitFor()
  yield 'the patient'
  await page.keyboard.press('r')
  await page.locator('dialog.reviewing[open]').waitFor()
  yield 'the review'
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  yield 'the keys'
  await page.keyboard.press('Escape')
  await open('#/consultations/00000000-0000-7000-8000-000000000000', '.message.bad')
  yield 'what is not there'
  await open('#/settings', '.settings td')
  await fold(true)
  yield 'the settings'
  await open('#/first-account/x', '.sign-in')
  yield 'the page of the first account'
}

describe('the workbench in French and Spanish', { timeout: 300_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  let desk: Desk
  let id: string
  const english = new Map<string, string[]>()

  before(async () => {
    workbench = await openWorkbench()
    desk = await workbench.signIn()
    id = await desk.openConsultation()
    for await (const state of walk(desk, id)) english.set(state, await readTexts(desk.page))
  })
  after(async () => {
    await desk[Symbol.asyncDispose]()
    await workbench[Symbol.asyncDispose]()
  })

  for (const language of ['fr', 'es']) {
    test(`says nothing in English on any page and in any state (${language})`, async () => {
      await setLanguage(desk.page, language)
      const shared = new Set(`${NAMES} ${SHARED[language]}`.split(' '))
      const left: Record<string, string[]> = {}
      for await (const state of walk(desk, id)) {
        const same = new Set(english.get(state))
        const texts = (await readTexts(desk.page)).filter((text) => !shared.has(text))
        const found = texts.filter((text) => same.has(text) || ENGLISH.test(text))
        if (found.length > 0) left[state] = found
      }
      assert.deepEqual(left, {})
    })
  }
})
