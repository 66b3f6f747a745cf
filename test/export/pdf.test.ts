import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import type { Note } from '../../src/domain/note.ts'
import { headOf } from '../../src/export/head.ts'
import { formatPdf } from '../../src/export/pdf.ts'
import { derived, noteOf, SAID, transcriptOfSpeakers } from '../support/made-record.ts'

const transcript = transcriptOfSpeakers(SAID)
const AT = new Date('2026-03-02T09:30:00Z')
const noteSaying = (...texts: string[]): Note =>
  noteOf('soap_note', { subjective: texts.map((text) => derived(text, ['i6'])) })

async function read(note: Note): Promise<{ pages: number; text: string }> {
  const bytes = new Uint8Array(await formatPdf([note], transcript, AT))
  const { totalPages, text } = await extractText(bytes, { mergePages: true })
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') }
}

test('a document has its headings, its statements and the words that these rest on', async () => {
  const { text, pages } = await read(noteSaying('The patient has had a headache for 3 days.'))
  assert.match(text, /SOAP note Subjective • The patient has had a headache for 3 days\. \[6\]/)
  assert.match(text, /Sources in the transcript \[6\] 0:20 Patient: I have had a headache/)
  assert.match(text, /1 \/ 1/)
  assert.equal(pages, 1)
})

test('a word that decides and was not heard surely is told, and what that means', async () => {
  const statement = { ...derived('The patient takes metformin.', ['i3']), doubtful: ['metformin'] }
  const { text } = await read(noteOf('soap_note', { subjective: [statement] }))
  assert.match(text, /The patient takes metformin\. \(\?\) check: metformin \[3\] \(\?\) These words decide and were/)
})

test('a long document goes on over pages that are counted', async () => {
  const { pages, text } = await read(noteSaying(...Array.from({ length: 200 }, (_, at) => `Statement ${at}.`)))
  assert.ok(pages > 3)
  assert.match(text, new RegExp(`${pages} / ${pages}`))
  assert.match(text, /Statement 199\./)
})

test('a head tells whose it is and when they came, every page does too, and what is not signed is a draft', async () => {
  const visit = { patient: { name: 'Ann Bee', birthDate: '1970-12-31' }, reason: 'Cough' }
  const printed = async (note: Note) => {
    const bytes = new Uint8Array(await formatPdf([note], transcript, AT, headOf(note, { startedAt: AT, visit })))
    return (await extractText(bytes, { mergePages: true })).text.replace(/\s+/g, ' ')
  }
  const text = await printed(noteSaying(...Array.from({ length: 100 }, (_, at) => `Statement ${at}.`)))
  assert.match(text, /^Ann Bee, born 1970-12-31 Visit of 2026-03-02 09:30 UTC: Cough SOAP note/)
  assert.match(text, /Draft: nobody has signed this/)
  assert.ok((text.match(/Ann Bee, born 1970-12-31/g) ?? []).length > 2)
  const signed = { by: 'Dr Osei', key: 'ward', at: '2026-03-02T11:00:00.000Z' }
  assert.doesNotMatch(await printed({ ...noteSaying('A headache.'), signed }), /Draft/)
})

test('the marks of Yoruba, Igbo, Hausa and French are printed', async () => {
  const said = 'Ẹ kú àárọ̀, ọmọ mi; Ị na-arịa ọrịa; ƙasa ɗaya; dès qu’il a mangé, ça brûle'
  assert.match((await read(noteSaying(said))).text.normalize(), /ƙasa ɗaya; dès qu’il a mangé, ça brûle/)
})

test('a script that cannot be printed says so', async () => {
  const { text } = await read(noteSaying('المريض يعاني من صداع'))
  assert.match(text, /in a script that Osler cannot print as PDF/)
})

test('the same notes give the same bytes', async () => {
  const [once, again] = await Promise.all([1, 2].map(() => formatPdf([noteSaying('A headache.')], transcript, AT)))
  assert.ok(once && again?.equals(once))
})
