import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COPILOT_DICTATE, DICTATE } from '../../../src/api/doors/nabla/live/dictate-dialect.ts'
import { LiveConversation } from '../../../src/api/doors/nabla/live/live-conversation.ts'
import { translateConfig } from '../../../src/api/doors/nabla/live/translate.ts'
import type { Told } from '../../../src/api/http/live/conversation.ts'
import type { Item, Word } from '../../../src/domain/transcript.ts'

const LIMITS = { minMs: 0, maxMs: 3_600_000, maxBytes: 1e9 }
const OFFER = { task: 'speech', engine: 'whisper', model: 'tiny', languages: ['en', 'fr', 'es'] } as const
const CONFIG = {
  ...{ type: 'CONFIG', encoding: 'PCM_S16LE', sample_rate: 16_000, dictation_locale: 'ENGLISH_US' },
  ...{ punctuation_mode: 'EXPLICIT', enable_async_corrections: true },
}
const OLD = { ...CONFIG, dictation_locale: undefined, speech_locale: 'ENGLISH_US', dictate_punctuation: true }

/** A conversation by itself, behind its configuration. */
function open(config: object = CONFIG, dialect = DICTATE) {
  const caller = { version: '2026-07-01', userId: '' }
  const conversation = new LiveConversation(dialect, (said) => translateConfig(said, [OFFER], LIMITS, caller))
  const actions = conversation.take(JSON.stringify(config))
  conversation.tell({ type: 'open', id: 'r', consultationId: 'c', position: 0 } as Told)
  let count = 0
  return {
    conversation,
    actions,
    tell: (told: Told) => conversation.tell(told) as Record<string, unknown>[],
    /** An utterance that is final. */
    say(text: string) {
      const id = `${++count}`
      const words: Word[] = text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 1 }))
      const items = [{ id, text, words } as Item]
      const told: Told = { type: 'final', id, channel: 0, startMs: 10, endMs: 20, items }
      return conversation.tell(told) as Record<string, unknown>[]
    },
  }
}

describe("Nabla's dictate-ws, message by message", () => {
  test('adds texts that fit the field and one another', () => {
    const { say, tell } = open({ ...CONFIG, text_field_context: { text: 'Chest Plan: rest', selection_start: 5 } })
    assert.deepEqual(say('Clear comma no murmur full stop'), [{ type: 'DICTATED_TEXT', text: ' clear, no murmur.' }])
    assert.deepEqual(say('Abdomen soft'), [{ type: 'DICTATED_TEXT', text: ' Abdomen soft' }])
    assert.deepEqual(say('New paragraph'), [{ type: 'DICTATED_TEXT', text: '\n\n' }])
    assert.deepEqual(tell({ type: 'finished' }), [])
  })

  test('puts a space before the word behind the caret at the end', () => {
    const { say, tell } = open({ ...CONFIG, text_field_context: { text: 'No  pain.', selection_start: 3 } })
    say('Chest')
    assert.deepEqual(tell({ type: 'finished' }), [])
    const other = open({ ...CONFIG, text_field_context: { text: 'No pain.', selection_start: 2, selection_length: 1 } })
    assert.deepEqual(other.say('chest'), [{ type: 'DICTATED_TEXT', text: ' chest' }])
    assert.deepEqual(other.tell({ type: 'finished' }), [{ type: 'DICTATED_TEXT', text: ' ' }])
  })

  test('takes back by a correction whose suffix is never empty, where that is wanted; else the words stand', () => {
    const { say } = open()
    say('The left knee')
    assert.deepEqual(say('Scratch that. The right knee'), [
      { type: 'ASYNC_CORRECTION', suffix: 'The left knee', replacement: '' },
      { type: 'DICTATED_TEXT', text: 'The right knee' },
    ])
    assert.deepEqual(open().say('Scratch that'), [])
    const plain = open({ ...CONFIG, enable_async_corrections: false })
    plain.say('The left knee')
    assert.deepEqual(plain.say('scratch that'), [{ type: 'DICTATED_TEXT', text: ' scratch that' }])
  })

  test('always acknowledges, whatever a client has not asked for', () => {
    const { conversation, tell } = open()
    const payload = Buffer.alloc(3200).toString('base64')
    conversation.take(JSON.stringify({ type: 'AUDIO_CHUNK', seq_id: 7, payload }))
    assert.deepEqual(tell({ type: 'kept', position: 3200 }), [{ type: 'AUDIO_CHUNK_ACK', ack_id: 7 }])
  })

  test('speaks of items to clients of before, and takes one back by an empty text', () => {
    const { say, tell } = open(OLD)
    const words = [{ text: 'No', startMs: 0, endMs: 1 }]
    const partial: Told = { type: 'partial', id: '1', channel: 0, startMs: 10, endMs: 20, words, stable: 0 }
    const item = { type: 'DICTATION_ITEM', id: 'r-1', start_offset_ms: 10 }
    assert.deepEqual(tell(partial), [{ ...item, text: 'No', is_final: false }])
    assert.deepEqual(say('no fever period'), [{ ...item, text: 'No fever.', is_final: true }])
    assert.deepEqual(say('scratch that'), [{ ...item, text: '', start_offset_ms: 0, is_final: true }])
  })

  test('speaks to the Copilot API in its small letters, without acknowledgements', () => {
    const config = { type: 'dictate_config', encoding: 'pcm_s16le', sample_rate: 16_000, locale: 'en-US' }
    const { conversation, say, tell } = open({ ...config, dictate_punctuation: true }, COPILOT_DICTATE)
    conversation.take(JSON.stringify({ type: 'audio_chunk', payload: Buffer.alloc(64).toString('base64') }))
    assert.deepEqual(tell({ type: 'kept', position: 64 }), [])
    assert.equal(say('chest clear')[0]?.type, 'dictation_item')
  })

  test('hears the language of its locale, with marks as it is told', () => {
    const { say } = open({ ...CONFIG, dictation_locale: 'FRENCH_FR' })
    assert.equal(say('Pas de fièvre virgule toux sèche point')[0]?.text, 'Pas de fièvre, toux sèche.')
    assert.equal(open({ ...CONFIG, punctuation_mode: 'NONE' }).say('Chest, clear.')[0]?.text, 'Chest clear')
    assert.equal(open({ ...CONFIG, punctuation_mode: 'AUTOMATIC' }).say('Chest, clear.')[0]?.text, 'Chest, clear.')
    assert.throws(() => open({ ...CONFIG, dictation_locale: undefined }), /dictation_locale/)
  })
})
