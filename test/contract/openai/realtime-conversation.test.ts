import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { RealtimeConversation } from '../../../src/api/doors/openai/live/conversation.ts'
import type { Shape } from '../../../src/api/doors/openai/live/format-session.ts'
import { NEW_SESSION } from '../../../src/api/doors/openai/live/session.ts'
import { translateSession } from '../../../src/api/doors/openai/live/translate.ts'
import type { LiveAction, Told } from '../../../src/api/http/live/conversation.ts'
import type { Item, Word } from '../../../src/domain/transcript.ts'

const LIMITS = { minMs: 0, maxMs: 3_600_000, maxBytes: 1e9 }
const BYTES_PER_MS = 48

interface Event {
  type: string
  [field: string]: unknown
  session?: { audio: { input: Record<string, unknown> }; [field: string]: unknown }
  error?: { message: string; event_id: string | null }
}

/** A session by itself: nobody listens, and nothing is heard. */
function open(shape: Shape = 'ga', input?: object) {
  const opening = { session: NEW_SESSION, isConfigured: false, shape, expiresAt: 1 }
  const conversation = new RealtimeConversation(opening, (session) => translateSession(session, LIMITS, 'en'))
  const take = (message: object | string) =>
    conversation.take(typeof message === 'string' ? message : JSON.stringify(message))
  if (input) take({ type: 'session.update', session: { type: 'transcription', audio: { input } } })
  return {
    greeting: conversation.greeting as Event[],
    take,
    sent: (message: object | string) => sentBy(take(message)),
    tell: (told: Told) => conversation.tell(told) as Event[],
  }
}

const sentBy = (actions: LiveAction[]) =>
  actions.flatMap((action) => (action.type === 'send' ? [action.message as Event] : []))
const namesOf = (events: Event[]) => events.map(({ type }) => type)
const append = (ms: number) => ({
  type: 'input_audio_buffer.append',
  audio: Buffer.alloc(ms * BYTES_PER_MS).toString('base64'),
})
const COMMIT = { type: 'input_audio_buffer.commit' }
const wordsOf = (text: string): Word[] => text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 1 }))
const begun = (id: string, startMs: number): Told => ({ type: 'begun', id, channel: 0, startMs })
const ended = (id: string, endMs: number): Told => ({ type: 'ended', id, channel: 0, startMs: 0, endMs })
const partial = (id: string, text: string, stable: number): Told => ({
  ...{ type: 'partial', id, channel: 0, startMs: 0, endMs: 1, words: wordsOf(text), stable },
})
const final = (id: string, text: string): Told => ({
  ...{ type: 'final', id, channel: 0, startMs: 0, endMs: 1, items: [{ id, text, words: wordsOf(text) } as Item] },
})
const deltaOf = (events: Event[]) => events.find(({ type }) => type.endsWith('.delta'))?.delta
const NONE = { turn_detection: null }

describe("OpenAI's transcription sessions, event by event", () => {
  test('greet with the session as it is, in the shape of the client', () => {
    const [created] = open().greeting
    assert.equal(created?.type, 'session.created')
    assert.deepEqual(created?.session?.audio.input.format, { type: 'audio/pcm', rate: 24_000 })
    const [old] = open('beta').greeting
    assert.deepEqual([old?.type, old?.session?.input_audio_format], ['transcription_session.created', 'pcm16'])
  })

  test('an update changes what it names, and is answered with the whole', () => {
    const session = open()
    const input = { format: { type: 'audio/pcmu' }, turn_detection: { type: 'semantic_vad', eagerness: 'low' } }
    session.take({ type: 'session.update', session: { type: 'transcription', audio: { input } } })
    const transcription = { model: 'whisper-1', language: 'en' }
    const [updated] = session.sent({
      ...{ type: 'session.update', event_id: 'e' },
      session: { audio: { input: { transcription } } },
    })
    assert.equal(updated?.type, 'session.updated')
    assert.deepEqual(updated?.session?.audio, { input: { ...input, transcription, noise_reduction: null } })
    const [begin] = session.take(append(1))
    assert.deepEqual(begin?.type === 'begin' && [begin.work.sound.sampleRate, begin.work.coding, begin.work.pauseMs], [
      ...[8000, 'mulaw', 1500],
    ])
  })

  test('an update before is understood and answered before: g711 in its words', () => {
    const session = {
      input_audio_format: 'g711_alaw',
      turn_detection: { type: 'server_vad', silence_duration_ms: 900 },
    }
    const socket = open('beta')
    const [updated] = socket.sent({ type: 'transcription_session.update', session })
    assert.deepEqual(
      [updated?.type, updated?.session?.input_audio_format],
      ['transcription_session.updated', 'g711_alaw'],
    )
    const [begin] = socket.take(append(1))
    assert.deepEqual(begin?.type === 'begin' && [begin.work.coding, begin.work.pauseMs], ['alaw', 900])
    const hurried = open('beta')
    hurried.sent({
      ...{ type: 'transcription_session.update' },
      session: { turn_detection: { type: 'server_vad', silence_duration_ms: 100 } },
    })
    const [quick] = hurried.take(append(1))
    assert.deepEqual(quick?.type === 'begin' && [quick.work.pauseMs, quick.work.isHurried], [200, true])
  })

  test('where silence ends a turn: each has its events in order, and the one before it is named', () => {
    const session = open('ga', { transcription: { model: 'gpt-4o-transcribe' } })
    session.take(append(3000))
    const [started] = session.tell(begun('1', 780))
    assert.equal(started?.audio_start_ms, 480)
    const events = session.tell(ended('1', 2230))
    assert.deepEqual(namesOf(events), [
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
    ])
    assert.deepEqual([events[0]?.audio_end_ms, events[1]?.previous_item_id], [2730, null])
    const completed = session.tell(final('1', 'Chest clear.')).at(-1)
    assert.deepEqual(
      [completed?.item_id, completed?.transcript, completed?.usage],
      [started?.item_id, 'Chest clear.', { type: 'duration', seconds: 1.45 }],
    )
    session.tell(begun('2', 2400))
    const [, committed] = session.tell(ended('2', 2900))
    assert.equal(committed?.previous_item_id, started?.item_id)
  })

  test('a delta is never taken back: only what stands is told, and completed corrects the rest', () => {
    const session = open('ga', {})
    session.take(append(3000))
    session.tell(begun('1', 0))
    assert.equal(deltaOf(session.tell(partial('1', 'the chest is clean', 2))), 'the chest')
    assert.equal(deltaOf(session.tell(partial('1', 'The chest is clear and', 4))), ' is clear')
    assert.equal(deltaOf(session.tell(partial('1', 'A chest', 2))), undefined)
    const events = session.tell(final('1', 'The chest was clear.'))
    assert.deepEqual(namesOf(events), ['conversation.item.input_audio_transcription.completed'])
    assert.equal(events[0]?.transcript, 'The chest was clear.')
  })

  test('where the client ends a turn: all that was said before its commit is one item, whatever silence was in it', () => {
    const session = open('ga', NONE)
    session.take(append(4000))
    assert.deepEqual(session.tell(begun('1', 100)), [])
    assert.deepEqual(session.tell(ended('1', 1500)), [])
    const [delta] = session.tell(final('1', 'No fever.'))
    const actions = session.take(COMMIT)
    const [committed] = sentBy(actions)
    assert.equal(committed?.item_id, delta?.item_id)
    const flush = actions.at(-1)
    assert.ok(flush?.type === 'flush' && flush.mark)
    session.take(append(1000))
    session.tell(begun('2', 2000))
    session.tell(begun('3', 4200))
    assert.equal(session.tell(final('2', 'No cough.'))[0]?.item_id, committed?.item_id)
    assert.notEqual(session.tell(final('3', 'Next.'))[0]?.item_id, committed?.item_id)
    const [completed] = session.tell({ type: 'flushed', mark: flush.mark })
    assert.equal(completed?.transcript, 'No fever. No cough.')
  })

  test('a commit with nothing behind it is answered, with an item that says nothing', () => {
    for (const input of [NONE, {}]) {
      const session = open('ga', input)
      const events = session.sent(COMMIT)
      assert.deepEqual(
        [events[0]?.type, events.at(-1)?.type, events.at(-1)?.transcript],
        ['input_audio_buffer.committed', 'conversation.item.input_audio_transcription.completed', ''],
      )
    }
  })

  test('a commit in the middle of what silence would end adds no item of its own', () => {
    const session = open('ga', {})
    session.take(append(2000))
    session.tell(begun('1', 0))
    const flush = session.take(COMMIT).at(-1)
    session.tell(ended('1', 2000))
    session.tell(final('1', 'Yes.'))
    assert.deepEqual(session.tell({ type: 'flushed', mark: flush?.type === 'flush' ? String(flush.mark) : '' }), [])
  })

  test('what was cleared is not told', () => {
    const session = open('ga', NONE)
    session.take(append(2000))
    session.tell(begun('1', 100))
    assert.deepEqual(namesOf(session.sent({ type: 'input_audio_buffer.clear' })), ['input_audio_buffer.cleared'])
    assert.deepEqual(session.tell(final('1', 'Never mind.')), [])
  })

  test('what cannot be understood is told with the id that the client gave it, and the session goes on', () => {
    const session = open('ga', NONE)
    for (const [message, says] of [
      ['no JSON', /no JSON/],
      [{ type: 'response.create', event_id: 'mine' }, /type/],
      [{ type: 'input_audio_buffer.append', audio: '%', event_id: 'mine' }, /audio/],
      [{ type: 'session.update', event_id: 'mine', session: { type: 'realtime' } }, /transcription/],
      [
        {
          ...{ type: 'session.update', event_id: 'mine' },
          session: { audio: { input: { transcription: { language: '?' } } } },
        },
        /language/,
      ],
      [
        {
          ...{ type: 'session.update', event_id: 'mine' },
          session: { audio: { input: { format: { type: 'audio/mp3' } } } },
        },
        /format/,
      ],
    ] as const) {
      const [error] = session.sent(message)
      assert.equal(error?.type, 'error')
      assert.match(String(error?.error?.message), says)
      assert.equal(error?.error?.event_id, typeof message === 'string' ? null : 'mine')
    }
    session.take(append(100))
    const change = { type: 'session.update', session: { audio: { input: { format: { type: 'audio/pcmu' } } } } }
    assert.deepEqual(namesOf(session.sent(change)), ['error'])
  })

  test('sound before the configuration waits for it, a second at most', () => {
    const session = open()
    assert.deepEqual(session.take(append(500)), [])
    const actions = session.take({ type: 'session.update', session: { type: 'transcription' } })
    assert.deepEqual(
      actions.map(({ type }) => type),
      ['send', 'begin', 'sound'],
    )
    const other = open()
    assert.deepEqual(
      other.take(append(1001)).map(({ type }) => type),
      ['begin', 'sound'],
    )
  })

  test('who gets no more text is told so, and of no item that it says nothing', () => {
    const session = open('ga', NONE)
    session.take(append(1000))
    assert.deepEqual(namesOf(session.tell({ type: 'unheard' })), ['error'])
    const flush = session.take(COMMIT).at(-1)
    const [failed] = session.tell({ type: 'flushed', mark: flush?.type === 'flush' ? String(flush.mark) : '' })
    assert.equal(failed?.type, 'conversation.item.input_audio_transcription.failed')
  })
})
