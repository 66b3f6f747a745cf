import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findBarriers } from '../support/browser.ts'
import { type Desk, NAME, openWorkbench } from '../support/workbench.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }

interface Document {
  version: number
  sections: { key: string; statements: { text: string; evidence: string[]; support: string }[] }[]
}

describe('what a person writes in the workbench', { timeout: 600_000 }, () => {
  let workbench: Awaited<ReturnType<typeof openWorkbench>>
  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench[Symbol.asyncDispose]())

  const read = async (desk: Desk, id: string) =>
    (await (await desk.ask(`/api/consultations/${id}/documents/soap_note`)).json()) as Document
  const textsOf = ({ sections }: Document) =>
    sections.flatMap(({ statements }) => statements.map(({ text }) => text)).join(' ')

  /** Changes the note as somebody else would, in another window. */
  async function changeNote(desk: Desk, id: string, edit: (text: string) => string): Promise<void> {
    const note = await read(desk, id)
    const sections = note.sections.map((section) => ({
      ...section,
      statements: section.statements.map((one) => ({ ...one, text: edit(one.text) })),
    }))
    const body = JSON.stringify({ version: note.version, author: 'Somebody', sections })
    const path = `/api/consultations/${id}/documents/soap_note`
    assert.equal((await desk.ask(path, { method: 'PUT', headers: JSON_HEADERS, body })).status, 200)
  }

  async function editStatement(desk: Desk, statement: RegExp, text: string): Promise<void> {
    await desk
      .documents()
      .getByRole('button', { name: new RegExp(`^Edit: .*${statement.source}`) })
      .first()
      .click()
    await desk.page.getByLabel('Text').fill(text)
  }

  test('stands in what is signed, though it was typed and not entered', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const id = await desk.openConsultation()
    await page.getByLabel('Add to Plan').fill('Chest X-ray today; ring with the result.')
    await editStatement(desk, /headache/, 'Has had a headache for 3 days, throbbing.')
    await desk.signDocument()
    await page.getByText(`Signed by ${NAME}`).waitFor()
    assert.match(textsOf(await read(desk, id)), /throbbing.*Chest X-ray today/)
  })

  test('is still there after the window was closed, and gone after signing out', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    await desk.openConsultation()
    await page.getByLabel('Add to Plan').fill('Ring on Monday.')
    await page.reload()
    await page.getByLabel('Add to Plan').waitFor()
    assert.equal(await page.getByLabel('Add to Plan').inputValue(), 'Ring on Monday.')
    await desk.choose('Menu', 'Sign out')
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft'))), [])
  })

  test('stays when the note is written again, and what was removed stays away', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const id = await desk.openConsultation()
    await page.getByLabel('Add to Plan').fill('Ring on Monday.')
    await page.keyboard.press('Enter')
    await desk.statement(/Ring on Monday/).waitFor()
    await desk
      .documents()
      .getByRole('button', { name: /^Remove: .*headache/ })
      .click()
    await desk.statement(/headache/).waitFor({ state: 'hidden' })
    await desk.choose('More', 'Write again from the transcript')
    await page.getByText('Versions: 3').waitFor()
    const texts = textsOf(await read(desk, id))
    assert.match(texts, /fever.*Ring on Monday/)
    assert.doesNotMatch(texts, /headache/)
  })

  test('is undone with a button, and any version can be restored, the machine’s own too', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const id = await desk.openConsultation()
    const before = textsOf(await read(desk, id))
    await desk
      .documents()
      .getByRole('button', { name: /^Remove: .*headache/ })
      .click()
    await desk.statement(/headache/).waitFor({ state: 'hidden' })
    await desk.button('Undo').click()
    await desk.statement(/headache/).waitFor()
    assert.equal(textsOf(await read(desk, id)), before)
    await editStatement(desk, /headache/, 'Has a migraine.')
    await page.keyboard.press('Enter')
    await desk.statement(/migraine/).waitFor()
    await desk.button('Versions: 3').click()
    await page.getByText(/^0\. extractive/).click()
    assert.deepEqual(await findBarriers(page), [])
    await desk.button('Restore version 0').click()
    await desk.statement(/headache/).waitFor()
    assert.equal(textsOf(await read(desk, id)), before)
  })

  test('is shown beside what somebody else wrote meanwhile, and neither is lost', async () => {
    await using desk = await workbench.signIn()
    const { page } = desk
    const id = await desk.openConsultation()
    await editStatement(desk, /headache/, 'Mine: a migraine.')
    await changeNote(desk, id, (text) => text.replace('headache', 'bad headache'))
    await page.keyboard.press('Enter')
    await desk.statement(/bad headache/).waitFor()
    const mine = desk.documents().getByText('Mine: a migraine.')
    await mine.waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await desk.button('Add mine').click()
    await desk.statement(/Mine: a migraine/).waitFor()
    assert.match(textsOf(await read(desk, id)), /bad headache.*Mine: a migraine/)
  })

  test('is marked where it rests on words that were corrected since, until it is confirmed', async () => {
    await using desk = await workbench.signIn()
    const { page, item } = desk
    const id = await desk.openConsultation()
    await item(/headache for 3 days/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await page.getByLabel('Text').fill('I have had a headache for 3 days and I take apixaban every morning.')
    await page.keyboard.press('Enter')
    await page.getByText(/Statements whose words were corrected after they were written/).waitFor()
    assert.deepEqual(await findBarriers(page), [])
    for (const button of await desk.documents().getByRole('button', { name: 'Still right' }).all()) {
      await button.waitFor()
    }
    const count = await desk.documents().getByRole('button', { name: 'Still right' }).count()
    for (let left = count; left > 0; left--) {
      await desk.documents().getByRole('button', { name: 'Still right' }).first().click()
      await desk
        .documents()
        .getByRole('button', { name: 'Still right' })
        .nth(left - 1)
        .waitFor({ state: 'hidden' })
    }
    await page.getByText(/Statements whose words were corrected/).waitFor({ state: 'hidden' })
    assert.ok(count > 0)
    assert.match(textsOf(await read(desk, id)), /aspirin/)
  })

  test('in an item is saved with the speaker that is chosen, and another’s text is never overwritten unseen', async () => {
    await using desk = await workbench.signIn()
    const { page, item } = desk
    const id = await desk.openConsultation()
    await item(/headache/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await page.getByLabel('Text').fill('I have had a migraine for 3 days.')
    await page.locator('.editor select').selectOption('other')
    await item(/migraine for 3 days/)
      .locator('.speaker.other')
      .waitFor()

    await item(/migraine/)
      .getByRole('button', { name: /Edit/ })
      .click()
    await page.getByLabel('Text').fill('Mine.')
    const change = { action: 'edit', item: 'i2', text: 'Theirs.' }
    const body = JSON.stringify({ version: 2, author: 'Somebody', change })
    const path = `/api/consultations/${id}/transcript`
    assert.equal((await desk.ask(path, { method: 'PATCH', headers: JSON_HEADERS, body })).status, 200)
    await page.keyboard.press('Enter')
    await page.getByText('Meanwhile it reads: Theirs.').waitFor()
    await page.getByLabel('Text').press('Enter')
    const { items } = (await (await desk.ask(path)).json()) as { items: { text: string }[] }
    assert.ok(items.some(({ text }) => text === 'Theirs.'))
    await desk.button('Keep mine').click()
    await item(/^\D*[\d:]+\D*Mine\./).waitFor()
  })
})
