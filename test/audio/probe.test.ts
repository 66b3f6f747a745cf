import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { inspect } from '../../src/audio/probe.ts'
import { convert, cutOff, fileOf, speak, synthesize } from '../support/recordings.ts'

const LIMITS = { minMs: 1000, maxMs: 600_000 }
const tooShort = { minMs: 500, maxMs: 2000 }

test('what a header claims is held to the limits, with both numbers in the sentence', async () => {
  const long = await synthesize('anullsrc=r=8000', 662, 'flac')
  await assert.rejects(inspect(long, LIMITS), {
    code: 'audio_too_long',
    message: 'The recording lasts 11 min 2 s; the limit is 10 min: send it in parts.',
  })
  const short = await synthesize('anullsrc=r=8000', 0.3)
  await assert.rejects(inspect(short, LIMITS), {
    code: 'audio_too_short',
    message: 'The recording lasts 0.3 s; the minimum is 1 s: send a longer one.',
  })
  const almost = await synthesize('anullsrc=r=8000', 0.98)
  await assert.rejects(inspect(almost, LIMITS), { message: /lasts 0.98 s; the minimum is 1 s/ })
})

test('the length and the channels of a recording are told', async () => {
  const stereo = await convert(await speak('good morning'), 'mp3', ['-ac', '2'])
  const { claimedMs = 0, tracks } = await inspect(stereo, LIMITS)
  assert.deepEqual(tracks, [2])
  assert.ok(claimedMs > 500 && claimedMs < 2000, String(claimedMs))
})

test('an MP4 file behind which another one stands is refused: the first alone would be heard', async () => {
  for (const flags of ['faststart', 'frag_keyframe+empty_moov']) {
    const first = await readFile(await convert(await speak('good morning'), 'm4a', ['-movflags', flags]))
    await inspect(await fileOf(first, 'm4a'), { minMs: 0, maxMs: 600_000 })
    await assert.rejects(inspect(await fileOf(Buffer.concat([first, first]), 'm4a'), LIMITS), {
      code: 'audio_unreadable',
      message: `The file holds several recordings, the next from byte ${first.length} on: send each by itself, or join them with ffmpeg.`,
    })
  }
})

test('a length that is only guessed is unknown, not an error', async () => {
  const speech = await speak('good morning doctor I have had a headache for three days')
  const withoutLength = [
    await convert(speech, 'mp3', ['-write_xing', '0']),
    await convert(speech, 'webm', ['-live', '1']),
    ...(await Promise.all([0, 0x7fffffff, 0x80000024, 0xffffffff].map((bytes) => announcing(speech, bytes)))),
  ]
  for (const file of withoutLength) assert.equal((await inspect(file, tooShort)).claimedMs, undefined, file)
})

test('a picture lasts as long as it likes', async () => {
  const speech = await speak('good morning doctor I have had a headache for three days')
  const video = await convert(speech, 'webm', [
    '-f',
    'lavfi',
    '-i',
    'testsrc=d=20:s=64x64:r=1',
    '-map',
    '0',
    '-map',
    '1',
  ])
  await inspect(video, { minMs: 0, maxMs: 10_000 })
})

test('a WAV file that was cut off is refused by its size', async () => {
  const cut = await cutOff(await speak('good morning doctor'), 0.8)
  await assert.rejects(inspect(cut, LIMITS), {
    code: 'audio_truncated',
    message: /^The file has \d+ bytes of sound, but/,
  })
})

/** A WAV file as a recorder writes it that cannot go back to its header. */
async function announcing(wav: string, bytes: number): Promise<string> {
  const content = await readFile(wav)
  content.writeUInt32LE(bytes, 4)
  content.writeUInt32LE(Math.max(0, bytes - 36), content.indexOf('data') + 4)
  return fileOf(content, 'wav')
}
