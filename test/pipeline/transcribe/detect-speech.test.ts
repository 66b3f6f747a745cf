import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../../src/audio/decode.ts'
import { MAX_SEGMENT_MS, type SpeechSegment } from '../../../src/domain/audio.ts'
import { openPythons } from '../../../src/engines/runtime/python/open-pythons.ts'
import { openSilero } from '../../../src/engines/voice-activity/silero.ts'
import { detectSpeech } from '../../../src/pipeline/transcribe/detect-speech.ts'
import { convert, onTwoChannels, speak, synthesize } from '../../support/recordings.ts'

const SAMPLE = join(import.meta.dirname, '../../../samples/consultation.ogg')
const { signal } = new AbortController()

describe('finding speech', () => {
  let scratch: string
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-speech-'))
  })
  const detector = openSilero(openPythons('cpu')())
  after(async () => {
    await detector[Symbol.asyncDispose]()
    await rm(scratch, { recursive: true })
  })

  async function find(file: string): Promise<SpeechSegment[]> {
    const audio = await decode(file, scratch, { minMs: 0, maxMs: 3_600_000 }, signal)
    return (await detectSpeech(audio, [detector], signal)).segments
  }
  const lengthMs = ({ startMs, endMs }: SpeechSegment) => endMs - startMs
  const spokenMs = (segments: SpeechSegment[]) => segments.reduce((sum, segment) => sum + lengthMs(segment), 0)
  const overlapMs = (a: SpeechSegment, b: SpeechSegment) => Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs)

  for (const source of [
    'anullsrc',
    ...['white', 'pink', 'brown', 'blue', 'violet'].map((color) => `anoisesrc=a=0.5:s=1:c=${color}`),
    'anoisesrc=a=0.001:s=1',
    'anoisesrc=a=0.3:s=1:c=brown,tremolo=f=4:d=0.9',
    ...[50, 100, 150, 220, 440, 1000].map((hertz) => `sine=${hertz}`),
  ]) {
    test(`${source} gives no segment`, async () => {
      assert.deepEqual(await find(await synthesize(source, 20)), [])
    })
  }

  test('all of a consultation is found, in order, without overlap and in pieces that are short enough', async () => {
    const segments = await find(SAMPLE)
    assert.ok(segments.length >= 20, String(segments.length))
    assert.ok(spokenMs(segments) > 60_000)
    for (const [index, { startMs, endMs }] of segments.entries()) {
      assert.ok(endMs - startMs <= MAX_SEGMENT_MS)
      assert.ok(startMs >= (segments[index - 1]?.endMs ?? 0))
    }
  })

  test('the same sound gives the same segments', async () => {
    assert.deepEqual(await find(SAMPLE), await find(SAMPLE))
  })

  test('faint speech, telephone speech and speech in noise are found whole', async () => {
    const clear = await find(SAMPLE)
    const noise = 'anoisesrc=a=0.01:s=1:r=16000[n];[0:a][n]amix=duration=first:normalize=0'
    const variants = [
      await convert(SAMPLE, 'wav', ['-af', 'volume=-30dB']),
      await convert(SAMPLE, 'wav', ['-ar', '8000', '-c:a', 'pcm_mulaw']),
      await convert(SAMPLE, 'wav', ['-filter_complex', noise]),
    ]
    for (const variant of variants) {
      const found = await find(variant)
      // What one recording has in one segment another has in two, with a pause between.
      const foundMs = (one: SpeechSegment) => found.reduce((sum, other) => sum + Math.max(0, overlapMs(one, other)), 0)
      const missed = clear.filter((one) => foundMs(one) <= 0.8 * lengthMs(one))
      assert.deepEqual(missed, [], variant)
    }
  })

  test('a single short answer is found', async () => {
    for (const word of ['no', 'yes', 'okay', 'never']) assert.equal((await find(await speak(word))).length, 1, word)
  })

  test('of minutes of loud steady noise only what is around an answer is taken', async () => {
    const answer = await speak('never smoked')
    const inNoise =
      'aresample=16000,volume=10dB,adelay=60000,apad=whole_dur=120[a];anoisesrc=c=brown:a=0.3:s=1:r=16000[n]'
    const found = await find(
      await convert(answer, 'wav', ['-filter_complex', `${inNoise};[a][n]amix=duration=first:normalize=0`]),
    )
    assert.ok(
      // As loud as the answer itself: its stressed half alone is sure to be speech.
      found.some(({ startMs, endMs }) => startMs < 60_500 && endMs > 60_800),
      JSON.stringify(found),
    )
    assert.ok(spokenMs(found) < 10_000, JSON.stringify(found))
  })

  test('each channel of two has its own segments', async () => {
    const stereo = await onTwoChannels(
      await speak('how long have you had this cough'),
      await speak('for a week', 'rms'),
      3000,
    )
    assert.deepEqual([...new Set((await find(stereo)).map(({ channel }) => channel))], [0, 1])
  })

  test('what bleeds over from the other channel is not heard a second time', async () => {
    const stereo = await onTwoChannels(
      await speak('how long have you had this cough'),
      await speak('for a week', 'rms'),
      3000,
    )
    const bleeding = await convert(stereo, 'wav', ['-af', 'pan=stereo|c0=c0+0.03*c1|c1=c1+0.03*c0'])
    assert.deepEqual(
      (await find(bleeding)).map(({ channel }) => channel),
      (await find(stereo)).map(({ channel }) => channel),
    )
  })
})
