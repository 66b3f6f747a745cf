import assert from 'node:assert/strict'
import type { PcmAudio, SpeechSegment } from '../../src/domain/audio.ts'
import type { RecognizedSegment, Recognizer } from '../../src/engines/speech/recognizer.ts'
import { asTest, type Check } from './check.ts'

export interface SpokenAudio {
  audio: PcmAudio
  segments: SpeechSegment[]
}

const optionsFor = ({ languages }: Recognizer) => ({ language: languages[0] ?? 'en', vocabulary: [] })

/** What every recogniser keeps. `open` starts one; `speak` gives a recording with at least three segments of speech. */
export function recognizerSuite(
  name: string,
  open: () => Recognizer,
  speak: () => Promise<SpokenAudio>,
  check: Check = asTest(name),
): void {
  const { signal } = new AbortController()
  const hear = (recognizer: Recognizer, { audio, segments }: SpokenAudio): Promise<RecognizedSegment[]> =>
    Array.fromAsync(recognizer.recognize(audio, segments, optionsFor(recognizer), signal))

  check('yields every segment once', async () => {
    await using recognizer = open()
    const spoken = await speak()
    const starts = (await hear(recognizer, spoken)).map(({ startMs }) => startMs)
    assert.deepEqual(
      starts.sort((a, b) => a - b),
      spoken.segments.map(({ startMs }) => startMs),
    )
  })

  check('gives words in time order within their segment, with confidences from 0 to 1', async () => {
    await using recognizer = open()
    for (const { words, startMs, endMs } of await hear(recognizer, await speak())) {
      assert.ok(words.length > 0)
      for (const [index, word] of words.entries()) {
        assert.ok(word.startMs >= Math.max(startMs - 10, words[index - 1]?.startMs ?? 0))
        assert.ok(word.endMs > word.startMs && word.endMs <= endMs + 10)
        if (recognizer.capabilities.confidence) assert.ok(Number(word.confidence) >= 0 && Number(word.confidence) <= 1)
      }
    }
  })

  check('hears the same again', async () => {
    await using recognizer = open()
    const spoken = await speak()
    const [first, second] = [await hear(recognizer, spoken), await hear(recognizer, spoken)]
    assert.deepEqual(first, second)
  })

  check('serves two recordings at once', async () => {
    await using recognizer = open()
    const spoken = await speak()
    const both = await Promise.all([hear(recognizer, spoken), hear(recognizer, spoken)])
    assert.deepEqual(
      both.map((segments) => segments.length),
      [spoken.segments.length, spoken.segments.length],
    )
  })

  check('stops when it is told to, with the reason', async () => {
    await using recognizer = open()
    const { audio, segments } = await speak()
    const stop = new AbortController()
    const many = Array.from({ length: 5 }, () => segments).flat()
    let count = 0
    await assert.rejects(async () => {
      for await (const _ of recognizer.recognize(audio, many, optionsFor(recognizer), stop.signal)) {
        count++
        stop.abort(new Error('enough'))
      }
    }, /enough/)
    assert.ok(count < many.length)
  })

  check('takes no segments for an answer', async () => {
    await using recognizer = open()
    const { audio } = await speak()
    assert.deepEqual(await hear(recognizer, { audio, segments: [] }), [])
  })
}
