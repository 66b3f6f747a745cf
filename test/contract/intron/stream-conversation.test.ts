import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { converse } from '../../../src/api/doors/intron/live/conversation.ts'
import { readQuery } from '../../../src/api/doors/intron/live/read-query.ts'
import type { Conversation, LiveAction, Told } from '../../../src/api/http/live/conversation.ts'
import { OslerError } from '../../../src/domain/errors.ts'
import type { Job } from '../../../src/domain/job.ts'
import type { Item, Word } from '../../../src/domain/transcript.ts'

const LIMITS = { minMs: 0, maxMs: 300_000, maxBytes: 1 }
const CHUNK_BYTES = { least: 1024, most: 32_768 }
const SECOND = 32_000

const chunk = (bytes: number, ackId?: number) => ({
  message_type: 'INPUT_AUDIO_CHUNK',
  audio_base_64: Buffer.alloc(bytes).toString('base64'),
  ...(ackId !== undefined && { ack_id: ackId }),
})
const COMMIT = { message_type: 'COMMIT' }

const utterance = (id: string, startMs: number) => ({ id, channel: 0, startMs, endMs: startMs + 1000 })
const wordsOf = (text: string) => text.split(' ').map((word) => ({ text: word }) as Word)
const partial = (id: string, startMs: number, text: string): Told => ({
  ...{ type: 'partial', ...utterance(id, startMs), words: wordsOf(text), stable: 0 },
})
const final = (id: string, startMs: number, ...texts: string[]): Told => ({
  ...{ type: 'final', ...utterance(id, startMs), items: texts.map((text) => ({ text }) as Item) },
})
const opened: Told = { type: 'open', id: 'recording', consultationId: 'visit', job: { id: 'job' } as Job, position: 0 }

describe("a client of Intron's stream", () => {
  let client: Conversation
  beforeEach(() => {
    client = converse(readQuery({ session_id: 'mine' }), LIMITS, CHUNK_BYTES)
  })

  const say = (message: object | string) =>
    client.take(typeof message === 'string' ? message : JSON.stringify(message)) as LiveAction[]
  /** What it asks for, in a word each. */
  const asked = (message: object) => say(message).map(({ type }) => type)
  /** The message that it is answered. */
  const answered = (message: object | string) => {
    const [action, ...others] = say(message)
    assert.ok(action?.type === 'send' && others.length === 0, JSON.stringify(message).slice(0, 200))
    return withoutType(action.message as object)
  }
  const told = (...all: Told[]) =>
    all.flatMap((one) => client.tell(one)).map((message) => withoutType(message as object))

  /** `type` says the same as `message_type`, for the client that reads it. */
  function withoutType(message: object) {
    const { type, ...rest } = message as { type: string; message_type: string }
    assert.equal(type, rest.message_type)
    return rest
  }

  test('is greeted with what it has asked for, and nothing is begun until it sends sound', () => {
    const [greeting] = client.greeting ?? []
    assert.deepEqual(withoutType(greeting as object), {
      message_type: 'SESSION_CREATED',
      session_id: 'mine',
      credit_balance: 1_000_000,
      configs: {
        ...{ sample_rate: 16_000, bit_rate: 16, num_channels: 1, use_prompt_id: null },
        ...{ use_language_asr_input: 'en', use_language_asr_output: 'en' },
      },
    })
    assert.deepEqual(answered(COMMIT), { message_type: 'INPUT_ERROR', message: 'no data received' })
    assert.deepEqual(asked(chunk(SECOND)), ['begin', 'sound'])
    assert.deepEqual(asked(chunk(SECOND)), ['sound'])
    assert.deepEqual(asked(COMMIT), ['finish'])
  })

  test('says in the address how it speaks; what is wrong there is told before the socket is open', () => {
    const query = { use_language_asr_input: 'sw', sample_rate: '8000', num_channels: '2', bit_rate: '16', other: 'x' }
    const { sessionId, ...wish } = readQuery(query)
    assert.match(sessionId, /^[0-9a-f-]{36}$/)
    assert.deepEqual(wish, { languageCode: 'sw', language: 'sw', sound: { sampleRate: 8000, channels: 2 } })
    for (const [wrong, says] of [
      [{ sample_rate: '4000' }, /4000.*8000 to 48000/],
      [{ sample_rate: ['8000', '16000'] }, /sample_rate/],
      [{ bit_rate: '24' }, /bit_rate.*16/],
      [{ num_channels: '3' }, /num_channels/],
      [{ use_language_asr_input: 'xx' }, /use_language_asr_input.*"xx"/],
    ] as const)
      assert.throws(() => readQuery(wrong), says)
  })

  test('counts its chunks: an ack_id out of step is refused, and so is all behind a chunk that was not taken', () => {
    assert.deepEqual(asked(chunk(2048, 1)), ['begin', 'sound'])
    assert.deepEqual(asked(chunk(2048, 2)), ['sound'])
    assert.deepEqual(answered(chunk(2048, 20)), {
      ...{ message_type: 'CHUNK_ID_MISMATCH_WITH_TOTAL' },
      ...{ chunk_id_input: 20, chunk_id_expected: 3, chunk_id_total: 2 },
    })
    assert.deepEqual(answered(chunk(640, 3)), { message_type: 'CHUNK_SIZE_TOO_SMALL', chunk_size_min: '1' })
    assert.equal(answered(chunk(2048, 4)).message_type, 'CHUNK_ID_MISMATCH_WITH_TOTAL')
    assert.deepEqual(asked(chunk(2048)), ['sound'], 'who counts nothing is in step')
  })

  test('gets an acknowledgement of each chunk, once all of it is kept', () => {
    for (const ackId of [1, 2, 3]) say(chunk(8192, ackId))
    assert.deepEqual(told(opened, { type: 'kept', position: 8191 }), [])
    const ack = (ackId: number) => ({ message_type: 'AUDIO_CHUCK_ACK', ack_id: ackId })
    assert.deepEqual(told({ type: 'kept', position: 16_384 }), [ack(1), ack(2)])
    assert.deepEqual(told({ type: 'kept', position: 24_576 }), [ack(3)])
  })

  test('is told the text so far when it has changed, and all of it when it has committed', () => {
    say(chunk(SECOND))
    say(chunk(SECOND / 2))
    const texts = told(
      opened,
      partial('a', 0, 'good'),
      partial('a', 0, 'good'),
      partial('b', 2000, 'I have'),
      final('a', 0, 'Good morning.', 'Sit down.'),
    )
    const so = (transcript: string) => ({ message_type: 'PARTIAL_TRANSCRIPT', transcript })
    assert.deepEqual(texts, [so('good'), so('good I have'), so('Good morning. Sit down. I have')])
    say(COMMIT)
    assert.deepEqual(told(final('b', 2000, 'I have a cough.'), { type: 'finished' }), [
      {
        ...{ message_type: 'COMMITTED_TRANSCRIPT', transcript_id: 'job', audio_len: 1 },
        ...{ transcript_text: 'Good morning. Sit down. I have a cough.' },
        ...{ transcript: 'Good morning. Sit down. I have a cough.' },
      },
    ])
  })

  test('is not given as the whole what is heard in part', () => {
    say(chunk(SECOND))
    const exhausted = { message_type: 'RESOURCE_EXHAUSTED', status: 'CAPACITY_NOT_AVAILABLE' }
    assert.deepEqual(told(opened, { type: 'unheard' }), [exhausted])
    say(COMMIT)
    const [message, ...others] = told({ type: 'finished' }) as { message_type: string; message?: string }[]
    assert.equal(message?.message_type, 'ERROR')
    assert.match(message?.message ?? '', /\/file\/v1\/status\/job/)
    assert.deepEqual(others, [])
  })

  test('is told what is wrong with a message, and may go on', () => {
    const audio = { message_type: 'INPUT_AUDIO_CHUNK' }
    for (const [message, says] of [
      ['', 'no data received'],
      ['hello', 'invalid input data'],
      ['null', 'invalid input data'],
      [{}, 'invalid input message_type received'],
      [{ message_type: 'STOP' }, 'invalid input message_type received'],
      [audio, 'Invalid data structure for audio chunk'],
      [{ ...chunk(2048), ack_id: 'one' }, 'Invalid data structure for audio chunk'],
      [{ ...audio, audio_base_64: 'data:audio/wav;base64,AAAA' }, 'Invalid base64 audio payload'],
      [chunk(2047), 'Invalid PCM-16 payload length'],
      [{ ...chunk(2048), message_type: 'COMMIT' }, 'Invalid data structure for commit audio request'],
    ] as const)
      assert.deepEqual(answered(message), { message_type: 'INPUT_ERROR', message: says })
    assert.deepEqual(answered(chunk(32_770)), { message_type: 'CHUNK_SIZE_TOO_LARGE', chunk_size_max: '32' })
    assert.deepEqual(asked(chunk(32_768, 1)), ['begin', 'sound'])
  })

  test('may send the last few samples where no least is set, and write the names that one client writes', () => {
    client = converse(readQuery({}), LIMITS, { least: 0, most: 32_768 })
    assert.deepEqual(asked({ type: 'INPUT_AUDIO_CHUNK', audio: Buffer.alloc(640).toString('base64') }), [
      'begin',
      'sound',
    ])
    assert.deepEqual(asked({ type: 'COMMIT' }), ['finish'])
  })

  test('is told in Intron’s words why the server hangs up', () => {
    const last = (code: ConstructorParameters<typeof OslerError>[0], details = {}) => {
      const [message] = told({ type: 'failed', error: new OslerError(code, 'Our sentence.', details) })
      return message
    }
    assert.deepEqual(last('stream_idle', { seconds: 60 }), {
      message_type: 'INSUFFICIENT_AUDIO_ACTIVITY',
      message: 'insufficient audio activity detected,exceed max idle time of 60 seconds',
    })
    const limit = { message_type: 'SESSION_TIME_LIMIT_EXCEEDED', session_time_limit: '300' }
    assert.deepEqual(last('stream_too_long', { seconds: 300 }), limit)
    const key = { message_type: 'AUTHENTICATION_ERROR', message: 'permission denied,access-key error' }
    assert.deepEqual(last('key_wrong'), key)
    const quota = { message_type: 'QUOTA_EXCEEDED', credits_balance: '0', message: 'Our sentence.' }
    assert.deepEqual(last('storage_full'), quota)
    assert.equal(last('queue_full')?.message_type, 'RESOURCE_EXHAUSTED')
    assert.deepEqual(last('no_recognizer'), { message_type: 'ERROR', message: 'Our sentence.' })
  })
})
