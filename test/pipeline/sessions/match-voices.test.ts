import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Voice } from '../../../src/domain/voice.ts'
import { type KnownVoice, matchVoices } from '../../../src/pipeline/sessions/match-voices.ts'

const LOW = [...[1, 0.5, 0.3, 0, 0, 0, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3.6]
const HIGH = [...[-1, -0.5, 0, 0.2, 0, 0, -0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3]
const near = (embedding: number[]) => embedding.map((value) => value + 0.01)
const voice = (label: string, embedding: number[], speechMs = 20_000) => ({ label, embedding, speechMs })

/** The label that each voice of the recordings has in their session, when they are heard one after the other. */
function labelsOf(recordings: readonly { voices: readonly Voice[] }[]): Record<string, string>[] {
  const known = new Map<string, KnownVoice>()
  return recordings.map(({ voices }) => {
    const { labels, changed } = matchVoices([...known.values()], voices)
    for (const one of changed) known.set(one.label, one)
    return Object.fromEntries(labels)
  })
}

test('a voice keeps its label over the recordings of a consultation, whoever begins', () => {
  const first = { id: 'a', voices: [voice('SPEAKER_01', LOW), voice('SPEAKER_02', HIGH)] }
  const second = { id: 'b', voices: [voice('SPEAKER_01', near(HIGH)), voice('SPEAKER_02', near(LOW))] }
  assert.deepEqual(labelsOf([first, second]), [
    { SPEAKER_01: 'SPEAKER_01', SPEAKER_02: 'SPEAKER_02' },
    { SPEAKER_01: 'SPEAKER_02', SPEAKER_02: 'SPEAKER_01' },
  ])
})

test('a voice that was not heard before gets the next label', () => {
  const first = { id: 'a', voices: [voice('SPEAKER_01', LOW)] }
  const second = { id: 'b', voices: [voice('SPEAKER_01', HIGH)] }
  assert.deepEqual(labelsOf([first, second]), [{ SPEAKER_01: 'SPEAKER_01' }, { SPEAKER_01: 'SPEAKER_02' }])
})

test('a few words found no voice of their own: they are the nearest one that is known', () => {
  const first = { id: 'a', voices: [voice('SPEAKER_01', LOW), voice('SPEAKER_02', HIGH)] }
  const short = {
    id: 'b',
    voices: [
      voice(
        'SPEAKER_01',
        HIGH.map((value, at) => (at < 16 ? value * 1.6 : value)),
        900,
      ),
    ],
  }
  assert.deepEqual(labelsOf([first, short])[1], { SPEAKER_01: 'SPEAKER_02' })
})

test('two voices of one recording are never one', () => {
  const first = { id: 'a', voices: [voice('SPEAKER_01', LOW)] }
  const second = { id: 'b', voices: [voice('SPEAKER_01', near(LOW)), voice('SPEAKER_02', near(near(LOW)))] }
  assert.equal(new Set(Object.values(labelsOf([first, second])[1] ?? {})).size, 2)
})
