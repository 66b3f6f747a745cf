import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assembleSession } from '../../../src/domain/assemble-session.ts'
import { NO_OVERLAP, type StoredRecording } from '../../../src/domain/consultation.ts'
import { newId } from '../../../src/domain/ids.ts'
import type { Transcript } from '../../../src/domain/transcript.ts'
import type { Warning } from '../../../src/domain/warnings.ts'
import { joinRecordings } from '../../../src/pipeline/sessions/join-recordings.ts'
import { spoken } from '../../support/spoken-words.ts'

/** A recording in which one sentence was heard, 4 s long. */
function heard(text: string, changes: Partial<StoredRecording & { transcript: Transcript }> = {}) {
  const words = spoken(text)
  const item = { id: 'i1', text, speaker: 'unspecified' as const, startMs: 0, endMs: words.at(-1)?.endMs ?? 0, words }
  const transcript = { language: 'en', durationMs: 4000, items: [item], engine: 'e', model: 'm', warnings: [] }
  const recording = { id: newId(), position: 0, createdAt: new Date(), overlap: NO_OVERLAP, transcript, ...changes }
  return { ...recording, heard: { ...recording.transcript, jobId: newId() } }
}

/** What is read of recordings that were heard before sessions were stored. */
function read(recordings: (StoredRecording & { transcript?: Transcript })[]) {
  const remembered = recordings.flatMap((one) => (one.transcript ? [{ ...one, transcript: one.transcript }] : []))
  const { items, voices } = joinRecordings(recordings, remembered)
  return assembleSession(recordings, { sequence: 0, items, merged: new Map(), voices }).transcript
}

test('nothing heard is no transcript', () => {
  const { transcript: _, heard: __, ...waiting } = heard('hello')
  assert.equal(read([waiting]), undefined)
  assert.equal(read([]), undefined)
})

test('recordings without a start follow one another', () => {
  const transcript = read([heard('one two'), heard('three four')])
  assert.deepEqual(
    transcript?.items.map(({ text, startMs }) => [text, startMs]),
    [
      ['one two', 0],
      ['three four', 4000],
    ],
  )
  assert.equal(transcript?.durationMs, 8000)
})

test('a start puts a recording on the timeline, before or behind the others', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, seconds))
  const transcript = read([heard('later', { startedAt: at(30) }), heard('earlier', { startedAt: at(10) })])
  assert.deepEqual(
    transcript?.items.map(({ text, startMs }) => [text, startMs]),
    [
      ['earlier', 0],
      ['later', 20_000],
    ],
  )
})

test('the segments of a series are joined in the order of their numbers', () => {
  const seriesId = newId()
  const transcript = read([heard('and aspirin', { seriesId, position: 1 }), heard('I take', { seriesId, position: 0 })])
  assert.match(transcript?.items.map(({ text }) => text).join(' ') ?? '', /^I take.*and aspirin/i)
})

test('all recordings together have one warning of their accuracy, or none', () => {
  const warnings: Warning[] = [{ code: 'speech_doubtful', message: 'About 60 % …' }]
  const doubtful = (confidence: number, count = 1) => {
    const { transcript, heard: known, ...recording } = heard('I have had it since May '.repeat(count).trim())
    const items = transcript.items.map((item) => ({
      ...item,
      words: item.words.map((word) => ({ ...word, confidence })),
    }))
    return { ...recording, heard: { ...known, warnings }, transcript: { ...transcript, items, warnings } }
  }
  const both = read([doubtful(0.5), doubtful(0.6)])?.warnings
  assert.equal(both?.length, 1)
  assert.match(both?.[0]?.message ?? '', /^About 55 %/)
  assert.deepEqual(read([doubtful(0.5), doubtful(0.9, 9)])?.warnings, [])
})

test('an item keeps its id when more is recorded', () => {
  const first = heard('one two')
  const before = read([first])?.items[0]?.id
  const after = read([first, heard('three four')])?.items
  assert.equal(after?.[0]?.id, before)
  assert.equal(new Set(after?.map(({ id }) => id)).size, 2)
})
