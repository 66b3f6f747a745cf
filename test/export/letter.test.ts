import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import type { ConsultationRecord } from '../../src/domain/consultation-record.ts'
import type { Note } from '../../src/domain/note.ts'
import { blankNote } from '../../src/domain/note-kinds.ts'
import { formatDocument } from '../../src/export/format-document.ts'
import { derived, SAID, transcriptOfSpeakers } from '../support/made-record.ts'

const AT = new Date('2026-03-02T09:30:00Z')
const HEAD = ['Hill Street Practice', '1 Hill Street, Leeds']

const SIGNED = { by: 'Dr Osei', key: 'osei', at: '2026-03-02T11:00:00.000Z' }

const record = (note: Note): ConsultationRecord => ({
  ...{ id: '019aa000-0000-7000-8000-00000000abcd', startedAt: AT, writtenAt: AT },
  ...{ transcript: transcriptOfSpeakers(SAID), notes: [note] },
  visit: { patient: { name: 'Ann Bee', birthDate: '1970-12-31', number: '4711' }, consent: { wording: 'Yes', at: '' } },
})

const letter = (language = 'en'): Note => {
  const note = blankNote('referral_letter', language, 'extractive')
  note.sections[2]?.statements.push({ ...derived('The patient has a headache.', ['i6']), doubtful: ['headache'] })
  note.sections[3]?.statements.push({ text: 'Seen by us in May.', evidence: [], support: 'entered' })
  return note
}

const print = (format: 'markdown' | 'html' | 'pdf', note: Note) => {
  const { transcript, ...rest } = record(note)
  const versioned = { ...note, version: 0 }
  return formatDocument(
    format,
    versioned,
    { ...rest, notes: [versioned], transcript: { ...transcript, version: 0 } },
    HEAD,
  )
}

test('a letter has the head of who sends it, the date and the patient, and a line where the addressee is missing', async () => {
  const text = String(await print('markdown', letter()))
  assert.match(
    text,
    /^Hill Street Practice {2}\n1 Hill Street, Leeds {2}\nDate: March 2, 2026 {2}\nPatient: Ann Bee, December 31, 1970, 4711 {2}\nReference: 00000000abcd\n\n# Referral letter\n\n## To\n\n…+/,
  )
  assert.match(text, /_Draft: nobody has signed this\._$/)
  const french = String(await print('markdown', letter('fr')))
  assert.match(french, /Date: 2 mars 2026.*Patient: Ann Bee, 31 décembre 1970, 4711.*Brouillon/s)
})

test('what is sent has neither transcript nor citations nor who typed it; doubts stand until it is signed', async () => {
  const draft = String(await print('html', letter()))
  assert.match(draft, /The patient has a headache\..*check: headache/s)
  assert.doesNotMatch(draft, /Transcript|href="#item|entered by hand|Consent/)
  const signed = String(await print('html', { ...letter(), signed: SIGNED }))
  assert.doesNotMatch(signed, /check: headache|Draft/)
  assert.match(signed, /Signed: Dr Osei, March 2, 2026/)
})

test('it is printed so as PDF too', async () => {
  const bytes = (await print('pdf', { ...letter(), signed: SIGNED })) as Uint8Array
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  const printed = text.replace(/\s+/g, ' ')
  assert.match(printed, /^Hill Street Practice 1 Hill Street, Leeds Date: March 2, 2026 Patient: Ann Bee/)
  assert.match(printed, /Reason for referral The patient has a headache\. .*Signed: Dr Osei, March 2, 2026/)
  assert.doesNotMatch(printed, /Sources in the transcript/)
})
