import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PcmAudio, Stretch } from '../../src/domain/audio.ts'
import type { SpeakerSplitter } from '../../src/engines/diarization/diarizer.ts'

export interface TwoVoices {
  audio: PcmAudio
  stretches: Stretch[]
  /** Who speaks at which times: 0 or 1. */
  truth: { startMs: number; endMs: number; voice: number }[]
}

/** What every splitter keeps. `speak` gives a recording of two voices that take turns. */
export function speakerSplitterSuite(name: string, open: () => SpeakerSplitter, speak: () => Promise<TwoVoices>): void {
  const { signal } = new AbortController()
  const split: SpeakerSplitter['split'] = async (...words) => {
    await using splitter = open()
    return await splitter.split(...words)
  }

  test(`${name} tells two voices apart, numbered as they begin to speak`, async () => {
    const { audio, stretches, truth } = await speak()
    const { turns, voices } = await split(audio, stretches, {}, signal)
    assert.equal(voices.length, 2)
    for (const { startMs, endMs, voice } of truth) {
      const middleMs = (startMs + endMs) / 2
      assert.equal(
        turns.find((turn) => middleMs >= turn.startMs && middleMs < turn.endMs)?.voice,
        voice,
        String(middleMs),
      )
    }
  })

  test(`${name} gives turns in time order, without overlap, and the same ones again`, async () => {
    const { audio, stretches } = await speak()
    const [first, second] = await Promise.all([
      split(audio, stretches, {}, signal),
      split(audio, stretches, {}, signal),
    ])
    assert.deepEqual(first, second)
    for (const [at, { startMs, endMs }] of first.turns.entries()) {
      assert.ok(startMs < endMs)
      assert.ok(startMs >= (first.turns[at - 1]?.startMs ?? 0))
    }
  })

  test(`${name} finds no more voices than it is told there are`, async () => {
    const { audio, stretches } = await speak()
    assert.equal((await split(audio, stretches, { speakers: 1 }, signal)).voices.length, 1)
  })

  test(`${name} says nothing of a recording without speech, or of a word or two`, async () => {
    const { audio, stretches } = await speak()
    assert.deepEqual((await split(audio, [], {}, signal)).turns, [])
    const [{ channel, startMs } = { channel: 0, startMs: 0 }] = stretches
    const short = await split(audio, [{ channel, startMs, endMs: startMs + 700 }], {}, signal)
    assert.ok(short.voices.length <= 1)
  })

  test(`${name} stops when it is told to, with the reason`, async () => {
    const { audio, stretches } = await speak()
    await assert.rejects(split(audio, stretches, {}, AbortSignal.abort(new Error('enough'))), /enough/)
  })

  test(`${name} throws when there is nothing to read`, async () => {
    const { audio, stretches } = await speak()
    await assert.rejects(split({ ...audio, channels: ['/nowhere/mixed.pcm'] }, stretches, {}, signal))
  })
}
