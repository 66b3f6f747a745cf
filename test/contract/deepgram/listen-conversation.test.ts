import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ListenConversation } from '../../../src/api/doors/deepgram/live/conversation.ts'
import { readStreamQuery } from '../../../src/api/doors/deepgram/live/read-stream-query.ts'
import type { LiveAction, Told } from '../../../src/api/http/live/conversation.ts'
import { OslerError } from '../../../src/domain/errors.ts'
import type { Item, Word } from '../../../src/domain/transcript.ts'

const LIMITS = { minMs: 0, maxMs: 3_600_000, maxBytes: 1e9 }
const RAW = { encoding: 'linear16', sample_rate: '16000' }

interface Result {
  type: string
  start: number
  duration: number
  is_final: boolean
  speech_final: boolean
  from_finalize: boolean
  channel_index: [number, number]
  channel: { alternatives: [{ transcript: string; words: Record<string, unknown>[] }] }
  metadata: { request_id: string }
  last_word_end: number
  timestamp: number
  err_code: string
  warnings: { parameter: string }[]
}

function open(query: Record<string, string | string[]> = {}) {
  const conversation = new ListenConversation(readStreamQuery({ ...RAW, ...query }, LIMITS), 'request-1')
  return {
    conversation,
    take: (message: object | Buffer) => conversation.take(Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    tell: (told: Told) => conversation.tell(told) as Result[],
  }
}

const sound = (ms: number) => Buffer.alloc(32 * ms)
const sent = (actions: readonly LiveAction[]) =>
  actions.flatMap((action) => (action.type === 'send' ? [action.message as Result] : []))
const wordsOf = (text: string): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, startMs: at * 300, endMs: at * 300 + 250, confidence: 0.9 }))
const begun = (id: string, channel = 0): Told => ({ type: 'begun', id, channel, startMs: 310 })
const partial = (id: string, text: string, endMs: number): Told => ({
  ...{ type: 'partial', id, channel: 0, startMs: 0, endMs, words: wordsOf(text), stable: 1 },
})
const final = (id: string, text: string, endMs: number, channel = 0): Told => ({
  ...{ type: 'final', id, channel, startMs: 0, endMs },
  items: text === '' ? [] : [{ id, text, words: wordsOf(text) } as Item],
})
const refusal = (query: Record<string, string>) => {
  try {
    readStreamQuery(query, LIMITS)
  } catch (error) {
    return (error as OslerError).message
  }
  return 'taken'
}

describe("Deepgram's live socket, message by message", () => {
  test('what is final comes as Results with bare words and marks beside them, one stretch behind the other', () => {
    const { take, tell } = open({ punctuate: 'true', vad_events: 'true' })
    take(sound(3000))
    const [started] = tell(begun('1'))
    assert.deepEqual([started?.type, started?.timestamp], ['SpeechStarted', 0.31])
    const [result] = tell(final('1', 'Chest clear.', 1980))
    assert.deepEqual(
      [result?.type, result?.start, result?.duration, result?.is_final, result?.speech_final],
      ['Results', 0, 1.98, true, true],
    )
    assert.equal(result?.metadata.request_id, 'request-1')
    const [{ transcript, words }] = result?.channel.alternatives ?? [{ transcript: '', words: [] }]
    assert.equal(transcript, 'Chest clear.')
    assert.deepEqual(words[1], { word: 'clear', start: 0.3, end: 0.55, confidence: 0.9, punctuated_word: 'clear.' })
    assert.equal(tell(final('2', 'Yes.', 2500))[0]?.start, 1.98)
  })

  test('without punctuate there are neither marks nor capitals, and without interim_results only what is final', () => {
    const { tell } = open({ endpointing: 'false' })
    assert.deepEqual(tell(partial('1', 'Chest', 900)), [])
    const [result] = tell(final('1', 'Chest clear.', 1980))
    assert.equal(result?.channel.alternatives[0].transcript, 'chest clear')
    assert.equal(result?.speech_final, false)
  })

  test('interim results say that they are none', () => {
    const { tell } = open({ interim_results: 'true' })
    const [result] = tell(partial('1', 'Chest', 900))
    assert.deepEqual([result?.is_final, result?.speech_final], [false, false])
  })

  test('a gap behind the last word is told once, when so much more sound has come', () => {
    const { take, tell } = open({ utterance_end_ms: '1000', interim_results: 'true' })
    take(sound(1000))
    tell(begun('1'))
    assert.equal(tell(final('1', 'Chest clear.', 600)).length, 1)
    const [end] = sent(take(sound(600)))
    assert.deepEqual([end?.type, end?.last_word_end], ['UtteranceEnd', 0.55])
    assert.deepEqual(sent(take(sound(2000))), [])
  })

  test('Finalize is always answered: by the last result, or by an empty one', () => {
    const { take, tell } = open()
    take(sound(1000))
    assert.deepEqual(take({ type: 'Finalize' }), [{ type: 'flush' }])
    assert.deepEqual(tell(final('1', 'One.', 400)), [])
    assert.equal(tell(final('2', 'Two.', 800))[0]?.from_finalize, false)
    const [last] = tell({ type: 'flushed' })
    assert.deepEqual([last?.from_finalize, last?.channel.alternatives[0].transcript], [true, 'two'])
    take({ type: 'Finalize' })
    const [empty] = tell({ type: 'flushed' })
    assert.deepEqual([empty?.from_finalize, empty?.channel.alternatives[0].words], [true, []])
    assert.equal(sent(open().take({ type: 'Finalize' }))[0]?.from_finalize, true)
  })

  test('CloseStream and empty bytes end the stream, with Metadata at the last, also where no sound came', () => {
    const { take, tell } = open({ numerals: 'true', tag: ['a', 'b'] })
    take(sound(1500))
    assert.deepEqual(take({ type: 'CloseStream' }), [{ type: 'finish' }])
    assert.deepEqual(take(Buffer.alloc(0)), [{ type: 'finish' }])
    const metadata = tell({ type: 'finished' }).at(-1)
    assert.deepEqual(
      [metadata?.type, metadata?.duration, metadata?.warnings[0]?.parameter],
      ['Metadata', 1.5, 'numerals'],
    )
    assert.deepEqual(open().take({ type: 'CloseStream' }), [{ type: 'leave' }])
  })

  test('two channels are two, where that is asked for, and each is a speaker', () => {
    const { tell } = open({ channels: '2', multichannel: 'true', diarize: 'true' })
    const [result] = tell(final('1', 'Yes.', 500, 1))
    assert.deepEqual(result?.channel_index, [1, 2])
    assert.equal(result?.channel.alternatives[0].words[0]?.speaker, 1)
    assert.deepEqual(open({ channels: '2' }).tell(final('1', 'Yes.', 500, 1))[0]?.channel_index, [0, 1])
  })

  test('encodings, words and language are understood', () => {
    const query = {
      encoding: 'mulaw',
      keyterm: ['Xarelto', 'atrial flutter'],
      keywords: 'Eliquis:2',
      language: 'en-US',
    }
    const { work } = readStreamQuery({ ...query, endpointing: '800' }, LIMITS)
    assert.deepEqual(
      [work.coding, work.sound, work.language, work.pauseMs],
      [...['mulaw', { sampleRate: 8000, channels: 1 }, 'en-US', 800]],
    )
    assert.deepEqual(
      work.hearing?.vocabulary?.map(({ text }) => text),
      ['Xarelto', 'atrial flutter', 'Eliquis'],
    )
    assert.equal(readStreamQuery({}, LIMITS).work.coding, 'container')
  })

  test('who wants a short silence to end what is said gets its text at once', () => {
    const paceOf = (endpointing?: string) => {
      const { pauseMs, isHurried } = readStreamQuery({ ...RAW, ...(endpointing && { endpointing }) }, LIMITS).work
      return [pauseMs, isHurried ?? false]
    }
    assert.deepEqual(
      [paceOf('10'), paceOf('300'), paceOf('301')],
      [
        [200, true],
        [300, true],
        [301, false],
      ],
    )
    assert.deepEqual(
      [paceOf(), paceOf('false')],
      [
        [300, false],
        [undefined, false],
      ],
    )
  })

  test('what cannot be done is refused before the first sound', () => {
    assert.match(refusal({ encoding: 'linear16' }), /sample_rate/)
    assert.match(refusal({ encoding: 'mp7' }), /mp7/)
    assert.match(refusal({ ...RAW, sample_rate: '1' }), /samples a second/)
    assert.match(refusal({ ...RAW, channels: '6' }), /6/)
    assert.match(refusal({ ...RAW, redact: 'pci' }), /redact/)
    assert.match(refusal({ ...RAW, callback: 'https://x.example' }), /callback/)
    assert.match(refusal({ ...RAW, language: '!' }), /language/)
  })

  test('what ends a stream has its code, in a message and in the close', () => {
    const { conversation, tell } = open()
    const idle = new OslerError('stream_idle', 'Nothing came for 10 s.')
    assert.equal(tell({ type: 'failed', error: idle })[0]?.err_code, 'NET-0001')
    assert.deepEqual(conversation.closeAfter(idle), { code: 1011, reason: 'NET-0001: Nothing came for 10 s.' })
    assert.equal(conversation.closeAfter(new OslerError('audio_unreadable', 'x')).code, 1008)
    assert.throws(() => conversation.take('no JSON'), /no JSON/)
    assert.throws(() => conversation.take('{"type":"Configure"}'), /type/)
  })
})
