import assert from 'node:assert/strict'
import type { PcmAudio, SpeechSegment } from '../../src/domain/audio.ts'
import type { Diarizer } from '../../src/engines/diarization/diarizer.ts'
import { asTest, type Check } from './check.ts'

export interface TwoVoices {
  audio: PcmAudio
  segments: SpeechSegment[]
  /** Who speaks at which times: 0 or 1. */
  truth: { startMs: number; endMs: number; voice: number }[]
}

/** What every diarizer keeps. `speak` gives a recording of two voices that take turns. */
export function diarizerSuite(
  name: string,
  open: () => Diarizer,
  speak: () => Promise<TwoVoices>,
  check: Check = asTest(name),
): void {
  const { signal } = new AbortController()
  const diarize: Diarizer['diarize'] = async (...words) => {
    await using diarizer = open()
    return await diarizer.diarize(...words)
  }

  check('tells two voices apart, numbered as they begin to speak', async () => {
    const { audio, segments, truth } = await speak()
    const { turns, voices } = await diarize(audio, segments, {}, signal)
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

  check('gives turns in time order, without overlap, and the same ones again', async () => {
    const { audio, segments } = await speak()
    const [first, second] = await Promise.all([
      diarize(audio, segments, {}, signal),
      diarize(audio, segments, {}, signal),
    ])
    assert.deepEqual(first, second)
    for (const [at, { startMs, endMs }] of first.turns.entries()) {
      assert.ok(startMs < endMs)
      assert.ok(startMs >= (first.turns[at - 1]?.startMs ?? 0))
    }
  })

  check('finds no more voices than it is told there are', async () => {
    const { audio, segments } = await speak()
    assert.equal((await diarize(audio, segments, { speakers: 1 }, signal)).voices.length, 1)
  })

  check('says nothing of a recording without speech, or of a word or two', async () => {
    const { audio, segments } = await speak()
    assert.deepEqual((await diarize(audio, [], {}, signal)).turns, [])
    const [{ channel, startMs } = { channel: 0, startMs: 0 }] = segments
    const short = await diarize(audio, [{ channel, startMs, endMs: startMs + 700 }], {}, signal)
    assert.ok(short.voices.length <= 1)
  })

  check('stops when it is told to, with the reason', async () => {
    const { audio, segments } = await speak()
    await assert.rejects(diarize(audio, segments, {}, AbortSignal.abort(new Error('enough'))), /enough/)
  })

  check('throws when there is nothing to read', async () => {
    const { audio, segments } = await speak()
    await assert.rejects(diarize({ ...audio, channels: ['/nowhere/mixed.pcm'] }, segments, {}, signal))
  })
}
