import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { EngineOffer } from '../../../src/api/capabilities.ts'
import type { Dialect } from '../../../src/api/doors/nabla/live/dialect.ts'
import { LISTEN } from '../../../src/api/doors/nabla/live/listen-dialect.ts'
import { LiveConversation } from '../../../src/api/doors/nabla/live/live-conversation.ts'
import { TRANSCRIBE } from '../../../src/api/doors/nabla/live/transcribe-dialect.ts'
import { translateConfig } from '../../../src/api/doors/nabla/live/translate.ts'
import type { Told } from '../../../src/api/http/live/conversation.ts'
import { OslerError } from '../../../src/domain/errors.ts'
import type { Item, Word } from '../../../src/domain/transcript.ts'

const ENGLISH: EngineOffer = { task: 'speech', engine: 'whisper', model: 'tiny.en', languages: ['en'] }
const ALL: EngineOffer = { ...ENGLISH, model: 'tiny', languages: ['en', 'fr', 'de'], tellsLanguage: true }
const LIMITS = { minMs: 0, maxMs: 3_600_000, maxBytes: 1e9 }
const CONFIG = {
  ...{ type: 'CONFIG', encoding: 'PCM_S16LE', sample_rate: 16_000, speech_locales: ['ENGLISH_US', 'FRENCH_FR'] },
  ...{ streams: [{ id: 'stream1', speaker_type: 'UNSPECIFIED' }], enable_audio_chunk_ack: true },
}
const OPEN = { type: 'open', id: 'r', consultationId: 'c', position: 0 } as Told

/** A conversation by itself: nobody listens, and nothing is heard. */
function converse(dialect: Dialect = TRANSCRIBE, offers = [ENGLISH]) {
  const caller = { version: '2026-07-01', userId: '' }
  const conversation = new LiveConversation(dialect, (config) => translateConfig(config, offers, LIMITS, caller))
  return {
    take: (message: object) => conversation.take(JSON.stringify(message)),
    takeRaw: (message: string | Buffer) => conversation.take(message),
    tell: (told: Told) => conversation.tell(told) as Record<string, unknown>[],
  }
}

/** So many samples, all of the same value. */
const pcm = (samples: number, value = 0) => Buffer.from(new Int16Array(samples).fill(value).buffer)
const chunk = (seq_id: number, sound = pcm(1600), stream_id = 'stream1') => ({
  ...{ type: 'AUDIO_CHUNK', stream_id, seq_id },
  payload: sound.toString('base64'),
})
const wordsOf = (text: string): Word[] => text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 1 }))
const partial = (id: string, text: string, endMs: number, channel = 0): Told => ({
  ...{ type: 'partial', id, channel, startMs: 300, endMs, words: wordsOf(text), stable: 0 },
})
const item = (id: string, text: string, startMs: number, endMs: number) =>
  ({ id, text, startMs, endMs, speaker: 'unspecified', words: [] }) as Item
const final = (id: string, items: Item[]): Told => ({
  ...{ type: 'final', id, channel: 0, startMs: 300, endMs: 2000, items },
})

/** What a refusal says in the protocol. */
function refusal(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    assert.ok(error instanceof OslerError)
    return error.message
  }
  assert.fail('it was taken')
}

describe("Nabla's transcribe-ws, message by message", () => {
  test('a configuration begins a recording, in every spelling since 2024-11', () => {
    const { speech_locales: _, ...older } = CONFIG
    for (const config of [
      CONFIG,
      { ...older, speech_locale: 'ENGLISH_US' },
      { ...CONFIG, encoding: 'pcm_s16le', streams: [{ id: 'stream1', speaker_type: 'doctor' }] },
      { ...CONFIG, streams: undefined, split_by_sentence: true, some_day: 'more' },
    ]) {
      const [begin, ...others] = converse().take(config)
      assert.ok(begin?.type === 'begin' && others.length === 0)
      assert.deepEqual(begin.work.sound, { sampleRate: 16_000, channels: 1 })
      assert.equal(begin.work.language, 'en-US')
      assert.deepEqual(begin.work.kinds, [])
    }
  })

  test('of two locales the one that can be heard is taken; an engine that hears both tells which is spoken', () => {
    const languageWith = (offers: EngineOffer[], ...speech_locales: string[]) => {
      const [begin] = converse(TRANSCRIBE, offers).take({ ...CONFIG, speech_locales })
      return begin?.type === 'begin' && begin.work.language
    }
    assert.equal(languageWith([ENGLISH], 'FRENCH_FR', 'ENGLISH_US'), 'en-US')
    assert.equal(languageWith([ALL], 'FRENCH_FR', 'ENGLISH_US'), 'und')
    assert.equal(languageWith([ALL], 'ENGLISH_UK', 'ENGLISH_US'), 'en-GB')
    assert.equal(languageWith([ALL], 'FRENCH_FR'), 'fr-FR')
    assert.equal(languageWith([ENGLISH], 'FRENCH_FR'), 'fr-FR', 'which is refused when it begins')
  })

  test('sound that comes before the configuration is kept', () => {
    const { take } = converse()
    assert.deepEqual(take(chunk(0, pcm(2, 1))), [])
    assert.deepEqual(take(chunk(1, pcm(1, 2))), [])
    const [begin, ...sounds] = take(CONFIG)
    assert.equal(begin?.type, 'begin')
    assert.deepEqual(sounds, [
      { type: 'sound', pcm: pcm(2, 1) },
      { type: 'sound', pcm: pcm(1, 2) },
    ])
    const endless = converse()
    const says = refusal(() => {
      for (let seq = 0; ; seq++) endless.take(chunk(seq, pcm(160_000)))
    })
    assert.match(says, /before the configuration/)
  })

  test("chunks are acknowledged in the client's own numbers, all up to one at once, when they are kept", () => {
    const { take, tell } = converse()
    take(CONFIG)
    tell(OPEN)
    for (const seq of [371, 372, 373]) take(chunk(seq))
    assert.deepEqual(tell({ type: 'kept', position: 3199 }), [])
    assert.deepEqual(tell({ type: 'kept', position: 6400 }), [{ type: 'AUDIO_CHUNK_ACK', ack_id: 372 }])
    assert.deepEqual(tell({ type: 'kept', position: 9600 }), [{ type: 'AUDIO_CHUNK_ACK', ack_id: 373 }])
    assert.deepEqual(take(chunk(374, pcm(0))), [{ type: 'send', message: { type: 'AUDIO_CHUNK_ACK', ack_id: 374 } }])
  })

  test('a chunk that comes twice is heard once, and one that is missing is told', () => {
    const { take } = converse()
    take(CONFIG)
    take(chunk(7))
    assert.deepEqual(take(chunk(7)), [])
    assert.match(
      refusal(() => take(chunk(9))),
      /9 came, and 8 is missing/,
    )
  })

  test('who did not ask for acknowledgements gets none, and may number as it likes', () => {
    const { take, tell } = converse()
    take({ ...CONFIG, enable_audio_chunk_ack: false })
    for (const seq of [0, 0, 5]) assert.equal(take(chunk(seq)).length, 1)
    assert.deepEqual(tell({ type: 'kept', position: 9600 }), [])
  })

  test('two streams become the channels of one recording, each with its own speaker', () => {
    const { take, tell } = converse()
    const [begin] = take({
      ...CONFIG,
      streams: [
        { id: 'a', speaker_type: 'doctor' },
        { id: 'b', speaker_type: 'PATIENT' },
      ],
    })
    assert.ok(begin?.type === 'begin' && begin.work.sound.channels === 2)
    tell(OPEN)
    assert.deepEqual(take(chunk(0, pcm(3, 1), 'a')), [])
    assert.deepEqual(take(chunk(1, pcm(2, 2), 'b')), [
      { type: 'sound', pcm: Buffer.from(new Int16Array([1, 2, 1, 2]).buffer) },
    ])
    assert.deepEqual(tell({ type: 'kept', position: 8 }), [], 'the end of the first chunk waits for the other stream')
    assert.deepEqual(take({ type: 'END' }), [
      { type: 'sound', pcm: Buffer.from(new Int16Array([1, 0]).buffer) },
      { type: 'finish' },
    ])
    assert.deepEqual(tell({ type: 'kept', position: 12 }), [{ type: 'AUDIO_CHUNK_ACK', ack_id: 1 }])
    assert.equal(tell(partial('i1', 'Hello', 900, 1))[0]?.speaker_type, 'PATIENT')
    assert.equal(tell(partial('i2', 'Hello', 900, 0))[0]?.speaker_type, 'DOCTOR')
    const other = converse()
    other.take({ ...CONFIG, streams: [{ id: 'a' }, { id: 'b' }] })
    const says = refusal(() => {
      for (let seq = 0; ; seq++) other.take(chunk(seq, pcm(16_000), 'a'))
    })
    assert.match(says, /stream "b" came for 10 s/)
  })

  test('an item keeps its id and start while its end grows, and is unlike those of other sockets', () => {
    const { take, tell } = converse()
    take(CONFIG)
    tell(OPEN)
    const shape = { type: 'TRANSCRIPT_ITEM', id: 'r-i4', start_offset_ms: 300, locale: 'ENGLISH_US' }
    assert.deepEqual(tell(partial('i4', 'I have', 900)), [
      { ...shape, text: 'I have', end_offset_ms: 900, is_final: false, speaker_type: 'UNSPECIFIED' },
    ])
    const items = [item('i4', 'I have pain.', 340, 1200), item('i5', 'Here.', 1500, 2000)]
    assert.deepEqual(tell(final('i4', items)), [
      { ...shape, text: 'I have pain. Here.', end_offset_ms: 2000, is_final: true, speaker_type: 'UNSPECIFIED' },
    ])
    const bySentence = converse()
    bySentence.take({ ...CONFIG, split_by_sentence: true })
    bySentence.tell(OPEN)
    const told = bySentence.tell(final('i4', items)).map((one) => [one.id, one.text, one.start_offset_ms])
    assert.deepEqual(told, [
      ['r-i4', 'I have pain.', 300],
      ['r-i5', 'Here.', 1500],
    ])
  })

  test('a text that was shown and is none in the end is taken back; one that was not says nothing', () => {
    const { take, tell } = converse()
    take(CONFIG)
    tell(OPEN)
    tell(partial('i1', 'Hm', 900))
    assert.deepEqual(
      tell(final('i1', [])).map(({ id, text, is_final }) => [id, text, is_final]),
      [['r-i1', '', true]],
    )
    assert.deepEqual(tell(final('i2', [])), [])
    assert.deepEqual(tell({ type: 'finished' }), [])
  })

  test('errors have the codes that clients come back after', () => {
    const codeOf = (code: ConstructorParameters<typeof OslerError>[0]) => {
      const [told] = converse().tell({ type: 'failed', error: new OslerError(code) })
      assert.equal(told?.type, 'ERROR_MESSAGE')
      assert.equal(typeof told?.message, 'string')
      return told?.code
    }
    assert.equal(codeOf('stream_idle'), 83011)
    assert.equal(codeOf('key_wrong'), 50025)
    assert.equal(codeOf('request_invalid'), 400)
  })

  test('what is no message of the protocol is refused in words', () => {
    for (const [message, says] of [
      ['no JSON', /no JSON/],
      [Buffer.from([1, 2]), /no JSON/],
      ['{"type":"HELLO"}', /type/],
      ['{"type":"AUDIO_CHUNK","payload":"%%"}', /payload/],
      ['{"type":"AUDIO_CHUNK","payload":"AAAA"}', /payload.*odd/],
      [JSON.stringify({ ...CONFIG, encoding: 'OPUS' }), /encoding/],
      [JSON.stringify({ ...CONFIG, speech_locales: undefined }), /speech_locales is missing/],
      [JSON.stringify({ ...CONFIG, speech_locales: ['KLINGON'] }), /speech_locales/],
      [JSON.stringify({ ...CONFIG, streams: [1, 2, 3].map((id) => ({ id: `${id}` })) }), /streams/],
    ] as const) {
      const { takeRaw } = converse()
      assert.match(
        refusal(() => takeRaw(message)),
        says,
      )
    }
    const { take } = converse()
    take(CONFIG)
    assert.match(
      refusal(() => take(CONFIG)),
      /came already/,
    )
    assert.match(
      refusal(() => take(chunk(0, pcm(1), 'other'))),
      /stream_id is "other", of stream1/,
    )
  })
})

describe("the Copilot API's listen-ws, message by message", () => {
  const LISTEN_CONFIG = {
    ...{ object: 'listen_config', output_objects: ['transcript_item'], encoding: 'pcm_s16le', sample_rate: 16_000 },
    ...{ language: 'en-US', streams: [{ id: 'stream1', speaker_type: 'unspecified' }] },
  }

  test('has names in lower case, sound before its configuration, and no acknowledgements', () => {
    const { take, tell } = converse(LISTEN)
    const sound = { object: 'audio_chunk', payload: pcm(4, 1).toString('base64'), stream_id: 'stream1' }
    assert.deepEqual(take(sound), [])
    assert.deepEqual(
      take(LISTEN_CONFIG).map(({ type }) => type),
      ['begin', 'sound'],
    )
    tell(OPEN)
    assert.deepEqual(tell({ type: 'kept', position: 8 }), [])
    assert.deepEqual(tell(partial('i1', 'Good morning', 900)), [
      {
        ...{ object: 'transcript_item', id: 'r-i1', text: 'Good morning', speaker: 'unspecified' },
        ...{ start_offset_ms: 300, end_offset_ms: 900, is_final: false },
      },
    ])
    assert.deepEqual(take({ object: 'end' }), [{ type: 'finish' }])
    const [error] = tell({ type: 'failed', error: new OslerError('request_invalid') })
    assert.equal(error?.object, 'error_message')
  })
})
