import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../src/audio/decode.ts'
import { convert, durationMs, ffmpeg, fileOf, make, speak } from '../support/recordings.ts'
import { findOnsets } from '../support/sound-places.ts'

const LIMITS = { minMs: 0, maxMs: 600_000 }
/** Encoders begin with a frame of their own where the container cannot say so; 1024 samples of AAC are 64 ms here. */
const NEAR_MS = 100

describe('sound has the time that its container gives it', () => {
  let scratch: string
  let speech: string
  let first = 0

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-timeline-'))
    speech = await convert(await speak('good morning doctor'), 'wav', ['-af', 'apad=pad_dur=1'])
    first = (await onsetsIn(speech))[0] ?? 0
  })
  after(() => rm(scratch, { recursive: true }))

  async function onsetsIn(file: string): Promise<number[]> {
    const { channels } = await decode(file, scratch, LIMITS, new AbortController().signal)
    return findOnsets(channels[0] ?? '')
  }

  function assertNear(onsets: number[], expected: number[], what: string) {
    const isRight =
      onsets.length === expected.length && expected.every((ms, at) => Math.abs(ms - Number(onsets[at])) < NEAR_MS)
    assert.ok(isRight, `${what}: ${onsets} and not ${expected}`)
  }

  /** The recording with its stamps moved, behind a picture or alone. */
  const late = (extension: string, seconds: number, words: string[], inputs: string[] = []) =>
    make(extension, `late ${speech} ${seconds} ${extension} ${words} ${inputs}`, (path) =>
      ffmpeg([...inputs, '-itsoffset', String(seconds), '-i', speech, ...words, path]),
    )
  const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=d=8:s=64x64:r=5']
  const BOTH = ['-map', '0:v', '-map', '1:a']

  test('when it begins later than the picture, or than the header says that the recording does', async () => {
    const files: [string, Promise<string>][] = [
      ['mp4 with a picture', late('mp4', 5, [...BOTH, '-c:v', 'mpeg4', '-c:a', 'aac'], PICTURE)],
      ['webm with a picture', late('webm', 5, [...BOTH, '-c:v', 'libvpx', '-b:v', '50k', '-c:a', 'libopus'], PICTURE)],
      ['m4a whose edit list begins with nothing', late('m4a', 5, ['-c:a', 'aac'])],
      ['mov', late('mov', 5, [])],
      ['mka', late('mka', 5, ['-c:a', 'flac'])],
      ['webm with a length', late('webm', 5, ['-c:a', 'libopus'])],
    ]
    for (const [what, file] of files) assertNear(await onsetsIn(await file), [first + 5000], what)
  })

  test('and not when it is a piece of a stream, whose stamps count from when that began', async () => {
    assertNear(
      await onsetsIn(await late('webm', 20, ['-c:a', 'libopus', '-live', '1'])),
      [first],
      'webm without a length',
    )
    assertNear(await onsetsIn(await late('ogg', 20, ['-c:a', 'libopus'])), [first], 'ogg')
  })

  test('behind a pause in which the recorder wrote nothing, and in the file that was joined to it', async () => {
    for (const [extension, codec] of [
      ['webm', 'libopus'],
      ['m4a', 'aac'],
      ['mkv', 'pcm_s16le'],
      ['ogg', 'flac'],
    ] as const) {
      const part = await convert(speech, extension, ['-c:a', codec])
      const list = await fileOf(`ffconcat version 1.0\nfile ${part}\nduration 14\nfile ${part}\n`, 'txt')
      const gap = await make(extension, `gap ${part}`, (path) =>
        ffmpeg(['-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', path]),
      )
      assertNear(await onsetsIn(gap), [first, 14_000 + first], extension)
    }
  })

  test('or follows what was before it where stamps begin anew, and where there are none', async () => {
    const opus = await readFile(await convert(speech, 'ogg', ['-c:a', 'libopus']))
    const other = await readFile(await convert(speech, 'ogg', ['-c:a', 'libopus', '-serial_offset', '7']))
    const once = first + (await durationMs(speech))
    for (const next of [opus, other]) {
      assertNear(await onsetsIn(await fileOf(Buffer.concat([opus, next]), 'ogg')), [first, once], 'chained Ogg')
    }
    const mono = await readFile(await convert(speech, 'mp3', ['-write_xing', '0', '-id3v2_version', '0']))
    const words = ['-write_xing', '0', '-id3v2_version', '0', '-ar', '48000', '-ac', '2']
    const stereo = await readFile(await convert(speech, 'mp3', words))
    // Without a tag that tells it, the frame that an MP3 encoder puts before the sound is heard.
    const joined = await fileOf(Buffer.concat([mono, stereo]), 'mp3')
    assertNear(await onsetsIn(joined), [first + 60, once + 150], 'joined MP3')
  })
})
