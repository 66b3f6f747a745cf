import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { EmbedVoices } from '../../../src/engines/diarization/voice-embedder.ts'
import { openVoiceEmbeddings } from '../../../src/engines/diarization/voice-embeddings.ts'
import { cutOverlapping } from '../../../src/engines/diarization/voice-features/embedded-pieces.ts'
import { readVoiceFrames } from '../../../src/engines/diarization/voice-features/voice-frames.ts'
import { openVoiceFeatures } from '../../../src/engines/diarization/voice-features.ts'
import { diarize } from '../../../src/pipeline/transcribe/diarize.ts'
import { diarizerSuite } from '../../ports/diarizer.suite.ts'
import { speakTwoVoices } from '../../support/two-voices.ts'

const scratch = await mkdtemp(join(tmpdir(), 'osler-embeddings-'))
after(() => rm(scratch, { recursive: true }))
const spoken = speakTwoVoices(scratch)
const { signal } = new AbortController()

/** Knows voices by their pitch alone: the logarithm of its period, doubled, is an angle. */
const byPitch: EmbedVoices = async (path, pieces) => {
  const embeddings: Float32Array[] = []
  for (const piece of pieces) {
    const { periods } = await readVoiceFrames(path, [{ channel: 0, ...piece }])
    const pitched = periods.filter((period) => period > 0)
    const angle = (2 * pitched.reduce((sum, period) => sum + period, 0)) / Math.max(1, pitched.length)
    embeddings.push(Float32Array.of(Math.cos(angle), Math.sin(angle)))
  }
  return embeddings
}
const broken: EmbedVoices = () => Promise.reject(new Error('no such interpreter'))

diarizerSuite(
  'the diarizer by embeddings',
  () => openVoiceEmbeddings(byPitch),
  () => spoken,
)

test('an encoder that fails leaves the voices to the next diarizer, with a warning', async () => {
  const { audio, segments } = await spoken
  const split = await diarize([openVoiceEmbeddings(broken), openVoiceFeatures()], audio, segments, undefined, signal)
  assert.equal(split.voices.length, 2)
  assert.deepEqual(
    split.warnings.map(({ code }) => code),
    ['speakers_split_simply'],
  )
})

test('one voice stays one, however much its pieces differ', async () => {
  const { audio, segments, truth } = await spoken
  const own = segments.filter(({ startMs }) =>
    truth.some((turn) => turn.voice === 1 && startMs >= turn.startMs - 200 && startMs < turn.endMs),
  )
  // As alike as pieces of one real voice are: a product of 0.78 on the average.
  const varying: EmbedVoices = async (_, pieces) =>
    pieces.map((_, at) =>
      Float32Array.from({ length: 8 }, (_, part) => (part === 7 ? 0.88 : part === at % 7 ? 0.47 : 0)),
    )
  await using diarizer = openVoiceEmbeddings(varying)
  assert.equal((await diarizer.diarize(audio, own, {}, signal)).voices.length, 1)
})

test('how one voice begins and ends its sentences are no two voices', async () => {
  const { audio, segments } = await spoken
  const inTurns: EmbedVoices = async (_, pieces) =>
    pieces.map((_, at) => (at % 2 ? Float32Array.of(0, 1) : Float32Array.of(1, 0)))
  await using diarizer = openVoiceEmbeddings(inTurns)
  const startMs = segments[0]?.startMs ?? 0
  const long = Array.from({ length: 4 }, (_, at) => ({
    channel: 0,
    startMs: startMs + at * 2500,
    endMs: startMs + at * 2500 + 2400,
  }))
  assert.equal((await diarizer.diarize(audio, long, {}, signal)).voices.length, 1)
})

test('of a long recording no more pieces are embedded than tell voices apart', async () => {
  let count = 0
  await using diarizer = openVoiceEmbeddings((_, pieces) => {
    count = pieces.length
    return Promise.reject(new Error('counted'))
  })
  const { audio, segments } = await spoken
  const again = Array.from({ length: 40 }, () => segments).flat()
  await assert.rejects(diarizer.diarize(audio, again, {}, signal), /counted/)
  assert.equal(count, 200)
})

test('pieces overlap by half, reach from end to end of a segment, and are none of what is too short', () => {
  const cut = (startMs: number, endMs: number) => cutOverlapping([{ channel: 0, startMs, endMs }])
  assert.deepEqual(cut(1000, 4200), [
    { startMs: 1000, endMs: 2600 },
    { startMs: 1800, endMs: 3400 },
    { startMs: 2600, endMs: 4200 },
  ])
  assert.deepEqual(cut(0, 900), [{ startMs: 0, endMs: 900 }])
  assert.deepEqual(cut(0, 500), [])
})
