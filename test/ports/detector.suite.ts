import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Span, VoiceActivityDetector } from '../../src/engines/voice-activity/detector.ts'
import { convert, synthesize } from '../support/recordings.ts'
import { asTest, type Check } from './check.ts'

export interface SpokenTurns {
  /** A scratch file of somebody who speaks in turns. */
  path: string
  durationMs: number
  /** When each turn is spoken, in time order. */
  turns: readonly Span[]
}

/** A turn may be found so much too early or late: what finds speech looks at frames, and speech swells and fades. */
const NEAR_MS = 400

/** What every detector keeps. `speak` gives a recording with pauses of at least half a second between its turns. */
export function detectorSuite(
  name: string,
  detector: VoiceActivityDetector,
  speak: () => Promise<SpokenTurns>,
  check: Check = asTest(name),
): void {
  const { signal } = new AbortController()
  after(() => detector[Symbol.asyncDispose]())

  check('finds every turn, in time order and without overlap', async () => {
    const { path, durationMs, turns } = await speak()
    const spans = await detector.detect(path, durationMs, signal)
    for (const [at, { startMs, endMs }] of spans.entries()) {
      assert.ok(startMs >= (spans[at - 1]?.endMs ?? 0) && startMs < endMs && endMs <= durationMs, JSON.stringify(spans))
    }
    for (const turn of turns) {
      const within = spans.filter(({ startMs, endMs }) => startMs < turn.endMs && endMs > turn.startMs)
      assert.ok(Math.abs((within[0]?.startMs ?? 0) - turn.startMs) < NEAR_MS, JSON.stringify({ turn, spans }))
      assert.ok(Math.abs((within.at(-1)?.endMs ?? 0) - turn.endMs) < NEAR_MS, JSON.stringify({ turn, spans }))
    }
  })

  check('finds the same again, also twice at once', async () => {
    const { path, durationMs } = await speak()
    const detect = () => detector.detect(path, durationMs, signal)
    const [first, second] = await Promise.all([detect(), detect()])
    assert.deepEqual(first, second)
    assert.deepEqual(await detect(), first)
  })

  check('finds nobody in silence', async () => {
    const silence = await convert(await synthesize('anullsrc=r=16000', 10), 'pcm', ['-f', 's16le', '-ac', '1'])
    assert.deepEqual(await detector.detect(silence, 10_000, signal), [])
  })

  check('stops when it is told to, with the reason', async () => {
    const { path, durationMs } = await speak()
    await assert.rejects(detector.detect(path, durationMs, AbortSignal.abort(new Error('enough'))), /enough/)
  })

  check('throws when there is nothing to read', async () => {
    await assert.rejects(detector.detect('/nowhere/sound.pcm', 1000, signal))
  })
}
