import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openLiveClient, readPcm } from '../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { type Event, readEvents } from '../support/read-events.ts'
import { speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Told {
  items: { id: string; text: string }[]
  gone: string[]
  whole: boolean
}

const toldIn = ({ data }: Event) => data as unknown as Told
const textsOf = (note: Event) => JSON.stringify(note.data.sections)

describe('who looks on while somebody speaks', () => {
  let osler: TestSystem
  let path: string
  const told: Event[] = []

  const ask = (key = TEST_KEY, mark?: string) =>
    osler.ask(path, { key, headers: { accept: 'text/event-stream', ...(mark && { 'last-event-id': mark }) } })
  const named = (name: string) => told.filter((event) => event.name === name)

  before(async () => {
    osler = await openTestSystem()
    const { path: sound } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    const pcm = await readPcm(sound)
    const client = await openLiveClient(osler.address)
    client.send({ type: 'start', documents: 'soap_note' })
    const open = await client.wait('open', ({ state }) => state === 'open')
    path = `/api/consultations/${open.consultation}/events?live=true&documents=soap_note`
    const looking = (async () => {
      const response = await ask()
      assert.equal(response.status, 200, await (response.ok ? '' : response.text()))
      for await (const event of readEvents(response)) told.push(event)
    })()
    await client.speak(pcm)
    client.send({ type: 'flush' })
    await client.wait('all is final', ({ state }) => state === 'flushed')
    await until('there is a draft', () => named('note').length > 0)
    client.send({ type: 'end' })
    await looking
  })
  after(() => osler[Symbol.asyncDispose]())

  test('is told each word that is said, first as it may change and then as it stands', () => {
    const [first] = named('transcript')
    assert.deepEqual(first && toldIn(first), { whole: true, items: [], gone: [] })
    const known = new Map<string, string>()
    for (const event of named('transcript')) {
      for (const { id, text } of toldIn(event).items) known.set(id, text)
      for (const id of toldIn(event).gone) known.delete(id)
    }
    assert.match([...known.values()].join(' '), /headache for 3 days.*aspirin every morning/)
    const partial = named('partial').find(({ data }) => String(data.text).length > 0)
    assert.ok(partial, 'something is shown before it is final')
    const final = told.findIndex(
      (event) => event.name === 'transcript' && toldIn(event).items.some(({ id }) => id === partial?.data.id),
    )
    assert.ok(told.indexOf(partial as Event) < final, 'under the id that it has when it is final')
    assert.ok(final < told.findIndex(({ data }) => data.state === 'ended'), 'while the recording goes on')
    const last = named('partial').findLast(({ data }) => data.id === partial?.data.id)
    assert.equal(last?.data.text, '', 'and is taken back then')
  })

  test('is told the note as it forms, and that it is a draft until the whole was heard', () => {
    const notes = named('note')
    assert.equal(notes[0]?.data.draft, true)
    assert.equal(notes.at(-1)?.data.draft, false)
    assert.match(textsOf(notes.at(-1) as Event), /headache/)
  })

  test('is told how much is kept, that it has ended, and how the request stands', () => {
    const states = named('state').map(({ data }) => data)
    assert.equal(states[0]?.state, 'recording')
    assert.ok(states.some(({ savedMs }) => Number(savedMs) > 1000))
    assert.deepEqual(states.at(-1), { state: 'ended' })
    assert.equal(told.at(-1)?.name, 'succeeded')
  })

  test('who comes back is told nothing again that is as it was, and everything where it is not', async () => {
    const { id: mark } = named('transcript').at(-1) as Event
    const again = await Array.fromAsync(readEvents(await ask(TEST_KEY, mark)))
    assert.deepEqual(
      again.filter(({ name }) => name === 'transcript'),
      [],
    )
    assert.equal(again.at(-1)?.name, 'succeeded')
    const later = await Array.fromAsync(readEvents(await ask(TEST_KEY, named('transcript')[0]?.id)))
    const whole = later.find(({ name }) => name === 'transcript') as Event
    assert.equal(toldIn(whole).whole, true)
    assert.match(
      toldIn(whole)
        .items.map(({ text }) => text)
        .join(' '),
      /headache/,
    )
  })

  test('who asks for no more is told of the request alone', async () => {
    const response = await osler.ask(path.split('?')[0] as string, { headers: { accept: 'text/event-stream' } })
    const names = new Set((await Array.fromAsync(readEvents(response))).map(({ name }) => name))
    assert.deepEqual([...names], ['succeeded'])
  })

  test('another tenant is told that there is nothing, and a user’s token opens nothing', async () => {
    const { db, tokens } = osler.system.forDoors
    await ensureTenant(db, 'other')
    const key = { tenantId: 'other', name: 'theirs', secretHash: hashSecret('their-key') }
    await createKey(db, { ...key, scopes: ['submit', 'read'] })
    assert.equal((await ask('their-key')).status, 404)
    const own = { tenantId: 'default', name: 'ours', secretHash: hashSecret('our-key') }
    const { id } = await createKey(db, { ...own, scopes: ['submit', 'read'] })
    const claims = { use: 'access', key: id, user: 'u1', madeAt: new Date().toISOString() }
    const { token } = await tokens.sign(claims, 60)
    assert.equal((await ask(token)).status, 403)
  })
})
