import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Statement {
  text: string
  evidence: string[]
  support: string
  outdated?: true
}
interface Document {
  version: number
  changedBy?: string
  signed?: { by: string; key: string; at: string }
  sections: { key: string; title: string; statements: Statement[] }[]
}
interface Transcript {
  version: number
  items: { id: string; text: string; speaker: string; words: { text: string; startMs: number }[] }[]
}
interface Failure {
  error: { code: string; message: string }
}

describe('a transcript and its documents', () => {
  let osler: TestSystem
  let recording: string

  before(async () => {
    osler = await openTestSystem()
    const { path } = await speakTurns([
      ['slt', 'good morning. how can I help you today?'],
      ['rms', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    recording = path
  })
  after(() => osler[Symbol.asyncDispose]())

  async function hear(): Promise<string> {
    const form = new FormData()
    form.append('file', await openAsBlob(recording), 'x.wav')
    form.append('documents', 'soap_note')
    const { id } = (await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as {
      id: string
    }
    await until('it is heard', async () => {
      const { request } = (await (await osler.ask(`/api/consultations/${id}`)).json()) as {
        request: { status: string }
      }
      return request.status === 'succeeded'
    })
    return `/api/consultations/${id}`
  }

  async function ask<Body>(path: string, method = 'GET', body?: object, key?: string) {
    const response = await osler.ask(path, {
      method,
      ...(key && { key }),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }
  const author = 'Dr Ada Osei'

  test('are corrected in steps, each a version that stays readable', async () => {
    const consultation = await hear()
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    assert.equal(heard.version, 0)
    const item = heard.items.at(-1)
    const change = { action: 'edit', item: item?.id, text: 'I have had a headache for 4 days.' }
    const edited = await ask<Transcript>(`${consultation}/transcript`, 'PATCH', { version: 0, author, change })
    assert.equal(edited.status, 200)
    assert.equal(edited.body.version, 1)
    assert.equal(edited.body.items.at(-1)?.text, 'I have had a headache for 4 days.')
    const named = { action: 'name', item: item?.id, speaker: 'patient', all: true }
    await ask(`${consultation}/transcript`, 'PATCH', { version: 1, author, change: named })
    const { body: now } = await ask<Transcript>(`${consultation}/transcript`)
    assert.deepEqual([now.version, now.items.at(-1)?.speaker], [2, 'patient'])
    assert.match(await (await osler.ask(`${consultation}/transcript?format=text`)).text(), /headache for 4 days/)
    const { body } = await ask<{ versions: { version: number; author: string; items: unknown[] }[] }>(
      `${consultation}/transcript/versions`,
    )
    assert.deepEqual(
      body.versions.map(({ version, author, items }) => [version, author, items.length]),
      [
        [0, 'whisper', heard.items.length],
        [1, author, heard.items.length],
        [2, author, heard.items.length],
      ],
    )
  })

  test('that somebody else has changed meanwhile are a conflict, and nothing is overwritten', async () => {
    const consultation = await hear()
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    const edit = (text: string) => ({ version: 0, author, change: { action: 'edit', item: heard.items[0]?.id, text } })
    const answers = await Promise.all(
      ['Good evening.', 'Good night.'].map((text) => ask<Failure>(`${consultation}/transcript`, 'PATCH', edit(text))),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
    const refused = answers.find(({ status }) => status === 409)?.body
    assert.equal(refused?.error.code, 'changed_elsewhere')
    assert.match(refused?.error.message ?? '', /changed meanwhile.*your version is 0/)
  })

  test('are written again from what was corrected', async () => {
    const consultation = await hear()
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    const change = { action: 'edit', item: heard.items.at(-1)?.id, text: 'I have had a cough for 2 weeks.' }
    await ask(`${consultation}/transcript`, 'PATCH', { version: 0, author, change })
    const { body } = await ask<Document>(`${consultation}/documents/soap_note/rewrite`, 'POST', { version: 0, author })
    assert.equal(body.version, 1)
    const texts = body.sections.flatMap(({ statements }) => statements.map(({ text }) => text)).join(' ')
    assert.match(texts, /cough for 2 weeks/)
    assert.doesNotMatch(texts, /headache/)
  })

  test('have a document more when it is asked for, of the transcript as it was corrected', async () => {
    const consultation = await hear()
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    const change = { action: 'edit', item: heard.items.at(-1)?.id, text: 'I have had a cough for 2 weeks.' }
    await ask(`${consultation}/transcript`, 'PATCH', { version: 0, author, change })
    const { status, body } = await ask<Document>(`${consultation}/documents`, 'POST', { kind: 'summary' })
    assert.equal(status, 201)
    assert.match(JSON.stringify(body.sections), /cough for 2 weeks/)
    const { documents } = (await ask<{ documents: { kind: string }[] }>(`${consultation}/documents`)).body
    assert.deepEqual(
      documents.map(({ kind }) => kind),
      ['soap_note', 'summary'],
    )
    assert.equal((await ask(`${consultation}/documents`, 'POST', { kind: 'poem' })).status, 400)
  })

  test('keep the evidence of statements that stay, and mark those that a person wrote', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body: note } = await ask<Document>(path)
    const [first, ...others] = note.sections
    const own = { text: 'Looks well.', evidence: [], support: 'verbatim' }
    const sections = [{ ...first, statements: [...(first?.statements ?? []), own] }, ...others]
    const { status, body } = await ask<Document>(path, 'PUT', { version: 0, author, sections })
    assert.equal(status, 200)
    assert.deepEqual(body.sections[0]?.statements.slice(0, -1), first?.statements)
    assert.equal(body.sections[0]?.statements.at(-1)?.support, 'entered')
    assert.match(await (await osler.ask(`${path}?format=markdown`)).text(), /- Looks well\. \(entered by hand\)/)
    const wrong = [{ ...first, statements: [{ ...own, evidence: ['i99'] }] }]
    assert.equal((await ask(path, 'PUT', { version: 1, author, sections: wrong })).status, 400)
  })

  const statementsOf = ({ sections }: Document) => sections.flatMap(({ statements }) => statements)
  /** The document with each statement that `change` answers in its place; what it answers nothing for is removed. */
  const changed = ({ sections }: Document, change: (statement: Statement) => Statement | undefined) =>
    sections.map((section) => ({ ...section, statements: section.statements.flatMap((one) => change(one) ?? []) }))

  test('written again keep what a person wrote and removed', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body: note } = await ask<Document>(path)
    const sections = changed(note, (one) => (/aspirin/i.test(one.text) ? undefined : one))
    const own = { text: 'Looks tired.', evidence: [], support: 'entered' }
    sections[0]?.statements.push(own)
    const { body: mine } = await ask<Document>(path, 'PUT', { version: 0, author, sections })
    assert.deepEqual(
      statementsOf(mine).map(({ text }) => text),
      ['Looks tired.'],
    )
    const { body: again } = await ask<Document>(`${path}/rewrite`, 'POST', { version: 1, author })
    assert.deepEqual([again.version, statementsOf(again)], [2, statementsOf(mine)])
    const { body: listed } = await ask<{ versions: { version: number; writer?: string; author: string }[] }>(
      `${path}/versions`,
    )
    assert.deepEqual(
      listed.versions.map(({ version, author, writer }) => [version, author, writer]),
      [
        [0, 'extractive', 'extractive'],
        [1, author, undefined],
        [2, author, 'extractive'],
      ],
    )
  })

  test('are as they were once an earlier version is restored, the writer’s own among them', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body: note } = await ask<Document>(path)
    await ask(path, 'PUT', { version: 0, author, sections: changed(note, () => undefined) })
    const { body: back } = await ask<Document>(`${path}/restore`, 'POST', { version: 1, author, restored: 0 })
    assert.deepEqual([back.version, back.sections], [2, note.sections])
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    const change = { action: 'edit', item: heard.items[0]?.id, text: 'Good night.' }
    await ask(`${consultation}/transcript`, 'PATCH', { version: 0, author, change })
    const restored = { version: 1, author, restored: 0 }
    const { body } = await ask<Transcript>(`${consultation}/transcript/restore`, 'POST', restored)
    assert.deepEqual(body.items, heard.items)
    const missing = await ask<Failure>(`${path}/restore`, 'POST', { version: 2, author, restored: 9 })
    assert.deepEqual([missing.status, missing.body.error.message], [404, 'There is no version 9: there are 0 to 2.'])
  })

  test('are marked where the words they rest on were corrected since, until they are confirmed or written again', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body: heard } = await ask<Transcript>(`${consultation}/transcript`)
    const item = heard.items.at(-1)
    const change = { action: 'edit', item: item?.id, text: 'I take apixaban every morning.' }
    await ask(`${consultation}/transcript`, 'PATCH', { version: 0, author, change })
    const { body: note } = await ask<Document>(path)
    const outdated = statementsOf(note).filter(({ outdated }) => outdated)
    assert.ok(outdated.length > 0)
    assert.ok(outdated.every(({ evidence }) => evidence.includes(String(item?.id))))
    assert.match(await (await osler.ask(`${path}?format=markdown`)).text(), /\(\?\) .*words corrected since/)
    const vouched = changed(note, (one) => ({ ...one, ...(one.outdated && { support: 'entered' }) }))
    const { body: confirmed } = await ask<Document>(path, 'PUT', { version: 0, author, sections: vouched })
    assert.ok(statementsOf(confirmed).every((one) => !one.outdated))
    const theirs = statementsOf(confirmed).filter(({ support }) => support === 'entered')
    assert.deepEqual(
      theirs.map(({ text, evidence }) => [text, evidence]),
      outdated.map(({ text }) => [text, []]),
      'what the corrected words do not say cites them no more',
    )
    await ask(`${path}/restore`, 'POST', { version: 1, author, restored: 0 })
    const { body: again } = await ask<Document>(`${path}/rewrite`, 'POST', { version: 2, author })
    assert.ok(statementsOf(again).every((one) => !one.outdated))
    assert.match(JSON.stringify(again.sections), /apixaban/)
  })

  test('cite what a person changed only where its words were said', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body: note } = await ask<Document>(path)
    const [first] = statementsOf(note).filter(({ evidence }) => evidence.length > 0)
    assert.ok(first)
    const edit = async (text: string, version: number) => {
      const sections = changed(note, (one) => (one === first ? { ...one, text } : one))
      const { body } = await ask<Document>(path, 'PUT', { version, author, sections })
      return statementsOf(body).find((one) => one.text === text)?.evidence
    }
    assert.deepEqual(await edit(first.text.replace(/\.$/, ' now.'), 0), first.evidence)
    assert.deepEqual(await edit(`${first.text} Fever of 38.5 last night.`, 1), [])
  })

  test('are fixed when they are signed, and say by whom and when', async () => {
    const consultation = await hear()
    const path = `${consultation}/documents/soap_note`
    const { body } = await ask<Document>(`${path}/sign`, 'POST', { version: 0, author })
    assert.deepEqual([body.signed?.by, body.signed?.key], [author, 'OSLER_API_KEY'])
    const printed = await (await osler.ask(`${path}?format=markdown`)).text()
    assert.match(printed, /_Signed by Dr Ada Osei with the key “OSLER_API_KEY”, 20\d\d-/)
    for (const [suffix, method] of [
      ['', 'PUT'],
      ['/rewrite', 'POST'],
      ['/restore', 'POST'],
      ['/sign', 'POST'],
    ] as const) {
      const change = { version: 1, author, sections: body.sections, restored: 0 }
      const again = await ask<Failure>(path + suffix, method, change)
      assert.deepEqual([again.status, again.body.error.code], [409, 'document_signed'])
    }
  })

  test('are signed by the key that was used, whatever its client calls itself', async () => {
    const path = `${await hear()}/documents/soap_note/sign`
    const { body } = await ask<{ secret: string }>('/api/keys', 'POST', { name: 'ward 3', scopes: ['sign', 'read'] })
    const signed = await osler.ask(path, {
      ...{ method: 'POST', key: body.secret, headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ version: 0, author: 'Dr Gregory House' }),
    })
    const { signed: signature } = (await signed.json()) as Document
    assert.deepEqual([signature?.by, signature?.key], ['Dr Gregory House', 'ward 3'])
  })

  test('can be heard and drawn', async () => {
    const consultation = await hear()
    const audio = await osler.ask(`${consultation}/audio`)
    assert.equal(audio.headers.get('content-type'), 'audio/wav')
    assert.equal((await audio.arrayBuffer()).byteLength, (await openAsBlob(recording)).size)
    const { body } = await ask<{ durationMs: number; peaks: number[] }>(`${consultation}/audio/outline`)
    assert.ok(body.durationMs > 4000 && body.peaks.length > 100)
    assert.ok(Math.max(...body.peaks) > 0.1 && Math.max(...body.peaks) <= 1)
    const missing = await ask<Failure>(`${consultation}/audio?recording=1`)
    assert.match(missing.body.error.message, /has 1 recordings; there is no number 1/)
  })

  test('of another tenant do not exist', async () => {
    const consultation = await hear()
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    const secret = 'their-key'
    const key = { tenantId: 'other', name: 'theirs', secretHash: hashSecret(secret) }
    await createKey(db, { ...key, scopes: ['submit', 'read', 'sign'] })
    const change = { action: 'merge', item: 'i1' }
    const asked: [string, string, object?][] = [
      ['/audio', 'GET'],
      ['/audio/outline', 'GET'],
      ['/transcript', 'PATCH', { version: 0, author, change }],
      ['/transcript/versions', 'GET'],
      ['/documents', 'POST', { kind: 'summary' }],
      ['/documents/soap_note', 'PUT', { version: 0, author, sections: [] }],
      ['/documents/soap_note/sign', 'POST', { version: 0, author }],
      ['/documents/soap_note/rewrite', 'POST', { version: 0, author }],
      ['/documents/soap_note/restore', 'POST', { version: 0, author, restored: 0 }],
      ['/transcript/restore', 'POST', { version: 0, author, restored: 0 }],
      ['/documents/soap_note/versions', 'GET'],
    ]
    for (const [path, method, body] of asked) {
      assert.equal((await ask(consultation + path, method, body, secret)).status, 404, path)
    }
  })
})
