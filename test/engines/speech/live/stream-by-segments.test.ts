import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { OslerError } from '../../../../src/domain/errors.ts'
import { streamBySegments } from '../../../../src/engines/speech/live/stream-by-segments.ts'
import type { Recognizer, StreamChange } from '../../../../src/engines/speech/recognizer.ts'
import { openHearing } from '../../../support/hearing.ts'
import { readPcm } from '../../../support/live-client.ts'
import { speakTurns } from '../../../support/recordings.ts'
import { until } from '../../../support/until.ts'

describe('a sound that is heard while it comes', () => {
  let hearing: Awaited<ReturnType<typeof openHearing>>
  let scratch: string
  let pcm: Buffer

  before(async () => {
    hearing = await openHearing()
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-'))
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
  })
  after(async () => {
    await hearing.recognizer[Symbol.asyncDispose]()
    await rm(scratch, { recursive: true })
  })

  async function hear(sound: Buffer, pieceBytes: number, pace = {}, quick?: Recognizer): Promise<StreamChange[]> {
    const changes: StreamChange[] = []
    const [detector] = hearing.detectors
    const follow = detector?.follow
    assert.ok(follow)
    const stream = streamBySegments({ quick: quick ?? hearing.recognizer, best: hearing.recognizer }, follow)(
      { language: 'en', vocabulary: [], scratch, ...pace },
      (change) => void changes.push(change),
      new AbortController().signal,
    )
    for (let at = 0; at < sound.length; at += pieceBytes) await stream.write(sound.subarray(at, at + pieceBytes))
    await stream.flush()
    await until('no sound is left behind', async () => (await readdir(scratch)).length === 0)
    return changes
  }

  const finalOf = (changes: StreamChange[]) =>
    changes.flatMap((change) => (change.type === 'final' ? change.segment.words.map(({ text }) => text) : [])).join(' ')

  test('is told utterance by utterance, each begun, ended and then final, whatever the pieces are', async () => {
    for (const pieceBytes of [3200, 1001, pcm.length]) {
      const changes = await hear(pcm, pieceBytes)
      assert.match(finalOf(changes), /how can I help you today\W+I have had a headache .*aspirin every morning/i)
      for (const [utterance, own] of Map.groupBy(changes, (change) => change.utterance)) {
        const types = own.map(({ type }) => type).filter((type) => type !== 'partial')
        assert.deepEqual(types, ['begun', 'ended', 'final'], `utterance ${utterance}`)
        const last = own.at(-1)
        assert.equal(last?.type, 'final')
      }
    }
  })

  test('has its last word when it is cut off right behind it', async () => {
    const spoken = pcm.subarray(0, pcm.length - 16_000)
    assert.match(finalOf(await hear(spoken, 3200)), /every morning\W*$/i)
  })

  test('is final at once for who is in a hurry, and heard as well as can be when that is asked for', async () => {
    const changes = await hear(pcm, 3200, { pauseMs: 200, isHurried: true })
    const finals = changes.filter((change) => change.type === 'final')
    assert.match(finalOf(changes), /how can I help you today\W+I have had a headache .*aspirin every morning/i)
    for (const { segment, hearBetter } of finals) {
      const better = await hearBetter?.()
      assert.deepEqual([better?.startMs, better?.endMs], [segment.startMs, segment.endMs])
      assert.ok(better && better.words.length > 0)
    }
  })

  test('is heard by the best engine where the quick one fails', async () => {
    const failing: Recognizer = {
      ...hearing.recognizer,
      // biome-ignore lint/correctness/useYield: it fails before it hears anything
      async *recognize() {
        throw new OslerError('engine_failed', 'The speech process ended with 1.')
      },
    }
    assert.match(finalOf(await hear(pcm, 3200, { isHurried: true }, failing)), /aspirin every morning/i)
  })

  test('makes who sends wait while a minute of it is not heard yet', async () => {
    const stuck = Promise.withResolvers<void>()
    const slow: Recognizer = {
      ...hearing.recognizer,
      async *recognize(_, segments) {
        await stuck.promise
        yield* segments.map((segment) => ({ ...segment, words: [] }))
      },
    }
    const changes: StreamChange[] = []
    const follow = hearing.detectors[0]?.follow
    assert.ok(follow)
    const options = { language: 'en', vocabulary: [], scratch }
    const { signal } = new AbortController()
    const stream = streamBySegments({ quick: slow, best: slow }, follow)(
      options,
      (change) => void changes.push(change),
      signal,
    )
    const minutes = Buffer.concat(Array.from({ length: 16 }, () => pcm))
    const written = stream.write(minutes)
    const endedMs = () => changes.reduce((ms, one) => (one.type === 'ended' ? ms + one.endMs - one.startMs : ms), 0)
    await until('a minute waits', () => endedMs() > 60_000)
    // The stream's sound, were it looked through, would take turns with this.
    const other = follow()
    for (let turn = 0; turn < 10; turn++) await other.next(pcm.subarray(0, 1024 * 150), signal)
    assert.ok(endedMs() < 80_000, `${endedMs()} ms wait`)
    stuck.resolve()
    await written
    await stream.flush()
    assert.ok(endedMs() > 80_000, `${endedMs()} ms of ${minutes.length / 32}`)
  })

  test('says nothing of silence and noise', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 96_000 }, (_, at) => (at % 2 ? 0 : (at * 7919) % 61)))
    assert.equal(finalOf(await hear(Buffer.concat([Buffer.alloc(64_000), noise]), 3200)), '')
  })
})
