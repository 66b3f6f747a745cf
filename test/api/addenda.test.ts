import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Section, Signature } from '../../src/domain/note.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

interface Document {
  version: number
  sections: Section[]
  signed?: Signature
  error?: { code: string; message: string }
}

let osler: TestSystem
before(async () => {
  osler = await openTestSystem()
})
after(() => osler[Symbol.asyncDispose]())

async function ask<Body = Document>(path: string, method = 'GET', body?: object): Promise<Body> {
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
  const response = await osler.ask(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return (await response.json()) as Body
}

/** A consultation with one document; its path. */
async function write(): Promise<string> {
  const { intake } = osler.system.capabilitiesOf('native')
  const source = {
    type: 'transcript',
    transcript: transcriptOf(['I have had a headache for 3 days.', 'Drink plenty of water.']),
  } as const
  const { consultationId } = await intake.submit('default', submissionOf({ source, kinds: ['soap_note'] }))
  const path = `/api/consultations/${consultationId}`
  await until('it is written', async () => (await osler.ask(`${path}/documents/soap_note`)).status === 200)
  return path
}

test('a signed document is amended by addenda, each signed in turn, and stays as it was signed', async () => {
  const consultation = await write()
  const path = `${consultation}/documents/soap_note`
  const amend = (version: number, author: string, text: string) =>
    ask(`${path}/addenda`, 'POST', { version, author, text })
  const early = await amend(0, 'Dr Ada Osei', 'Too early.')
  assert.equal(early.error?.code, 'document_unsigned')

  const signed = await ask(`${path}/sign`, 'POST', { version: 0, author: 'Dr Ada Osei' })
  const first = await amend(1, 'Dr Grace Bell', ' The throat swab was negative. ')
  assert.equal((await amend(1, 'Dr Ada Osei', 'Too late.')).error?.code, 'changed_elsewhere')
  const second = await amend(2, 'Dr Ada Osei', 'The patient was told by telephone.')
  assert.deepEqual(second.signed, signed.signed, 'who signed the document has signed it')
  assert.deepEqual(second.sections.slice(0, -2), signed.sections)
  assert.deepEqual(
    second.sections.slice(-2).map(({ key, statements, signed }) => [key, statements[0]?.text, signed?.by]),
    [
      ['addendum-1', 'The throat swab was negative.', 'Dr Grace Bell'],
      ['addendum-2', 'The patient was told by telephone.', 'Dr Ada Osei'],
    ],
  )
  assert.deepEqual(second.sections.at(-2), first.sections.at(-1))
  const change = { action: 'edit', item: 'i1', text: 'I have had a headache for 4 days.' }
  const corrected = await ask(`${consultation}/transcript`, 'PATCH', { version: 0, author: 'Dr Ada Osei', change })
  assert.equal(corrected.error?.code, 'transcript_signed')
  assert.match(corrected.error.message, /^SOAP note was signed .* addendum/)
  const restored = await ask(`${consultation}/transcript/restore`, 'POST', { version: 0, author: 'A', restored: 0 })
  assert.equal(restored.error?.code, 'transcript_signed')
  const refused = await ask(path, 'PUT', { version: 3, author: 'Dr Ada Osei', sections: signed.sections })
  assert.equal(refused.error?.code, 'document_signed')
  assert.match(refused.error?.message ?? '', /addendum/)

  const { consultations } = await ask<{ consultations: { signed: string[] }[] }>('/api/consultations')
  assert.deepEqual(consultations[0]?.signed, ['soap_note'])
})

test('an addendum stands in every form that a document is taken away in, with who signed it', async () => {
  const consultation = await write()
  const path = `${consultation}/documents/soap_note`
  await ask(`${path}/sign`, 'POST', { version: 0, author: 'Dr Ada Osei' })
  await ask(`${path}/addenda`, 'POST', { version: 1, author: 'Dr Grace Bell', text: 'The swab was <negative>.' })
  const read = async (format: string) => (await osler.ask(`${path}?format=${format}`)).text()
  assert.match(
    await read('markdown'),
    /## Addendum\n\nThe swab was <negative>\..*\n\n_Signed by Dr Grace Bell with the key /,
  )
  assert.match(
    await read('html'),
    /<h2>Addendum<\/h2>\n<p>The swab was &lt;negative&gt;\.[\s\S]*<small>Signed by Dr Grace Bell/,
  )
  const bundle = await ask<{ entry: { resource: { status?: string; attester?: { party: { display: string } }[] } }[] }>(
    `${consultation}/fhir`,
  )
  const [composition] = bundle.entry
  assert.equal(composition?.resource.status, 'amended')
  assert.deepEqual(
    composition?.resource.attester?.map(({ party }) => party.display),
    ['Dr Ada Osei', 'Dr Grace Bell'],
  )
  assert.match(JSON.stringify(composition), /The swab was &lt;negative&gt;\..*Signed by Dr Grace Bell/)
})
