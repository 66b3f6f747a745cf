import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../src/audio/decode.ts'
import { containerOf } from '../../src/audio/sniff.ts'
import { WAVE_HEADER_BYTES, waveHeader } from '../../src/audio/wave-header.ts'
import { BYTES_PER_MS } from '../../src/domain/audio.ts'
import { CONTAINERS } from '../../src/domain/submission.ts'
import { convert, cutOff, ffmpeg, fileOf, make, onTwoChannels, speak, synthesize } from '../support/recordings.ts'
import { findOnsets } from '../support/sound-places.ts'

const LIMITS = { minMs: 0, maxMs: 600_000 }
const { signal } = new AbortController()

describe('decoding', () => {
  let scratch: string
  let speech: string
  const decodeFile = (file: string, limits = LIMITS) => decode(file, scratch, limits, signal)

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-decode-'))
    speech = await speak('good morning doctor I have had a headache for three days')
  })
  after(() => rm(scratch, { recursive: true }))

  for (const container of CONTAINERS) {
    test(`${container} is told by its bytes and decoded whole`, async () => {
      const file = await convert(speech, container, container === 'mp4' ? ['-f', 'mp4'] : [])
      const found = await containerOf(await readFile(file))
      assert.ok(found === container || (container === 'mp4' && found === 'm4a'), String(found))
      const { channels, durationMs } = await decodeFile(file)
      assert.equal(channels.length, 1)
      assert.ok(Math.abs(durationMs - 3200) < 200, String(durationMs))
      const { length } = await readFile(channels[0] ?? '')
      assert.equal(Math.round(length / BYTES_PER_MS), durationMs)
    })
  }

  test('a codec that speech does not come in is not decoded, whatever its container', async () => {
    for (const codec of ['wavpack', 'tta', 'truehd', 'dca', 'wmav2']) {
      const file = await make('mkv', `${codec} ${speech}`, (path) =>
        ffmpeg(['-i', speech, '-ar', '48000', '-strict', '-2', '-c:a', codec, '-f', 'matroska', path]),
      )
      await assert.rejects(decodeFile(file), { code: 'audio_unreadable' }, codec)
    }
  })

  test('a speaker on each channel stays apart; the same sound on both, or on one only, is one channel', async () => {
    const answer = await speak('for about three days', 'rms')
    assert.equal((await decodeFile(await onTwoChannels(speech, answer, 3500))).channels.length, 2)
    const twice = await convert(speech, 'wav', ['-ac', '2'])
    assert.equal((await decodeFile(twice)).channels.length, 1)
    const leftOnly = await convert(speech, 'wav', ['-af', 'pan=stereo|c0=c0|c1=0*c0'])
    const quieter = await convert(speech, 'wav', ['-af', 'pan=stereo|c0=c0|c1=0.5*c0'])
    assert.equal((await decodeFile(quieter)).channels.length, 1)
    const { channels } = await decodeFile(leftOnly)
    assert.equal(channels.length, 1)
    assert.match(channels[0] ?? '', /left/)
  })

  test('of several sound tracks every one is heard: of two a speaker on each, of more all in one', async () => {
    const answer = await speak('for about three days', 'rms')
    const tracks = (extension: string, codec: string, ...delaysMs: number[]) =>
      make(extension, `tracks ${speech} ${answer} ${codec} ${delaysMs}`, (path) => {
        const inputs = delaysMs.flatMap((_, at) => ['-i', at === 0 ? speech : answer])
        const late = delaysMs.map((ms, at) => `[${at}:a]adelay=${ms}:all=1[t${at}]`).join(';')
        const maps = delaysMs.flatMap((_, at) => ['-map', `[t${at}]`])
        return ffmpeg([...inputs, '-filter_complex', late, ...maps, '-c:a', codec, path])
      })
    for (const [extension, codec] of [
      ['m4a', 'aac'],
      ['mkv', 'libopus'],
    ] as const) {
      const { channels, mixed = '' } = await decodeFile(await tracks(extension, codec, 0, 4500))
      assert.equal(channels.length, 2, extension)
      const [alone = 0, together = 0] = [(await findOnsets(channels[1] ?? ''))[0], (await findOnsets(mixed))[1]]
      assert.ok(Math.abs(alone - together) < 50, `${extension}: ${alone} ${together}`)
    }
    const three = await decodeFile(await tracks('mkv', 'libopus', 0, 6000, 10_000))
    assert.equal(three.channels.length, 1)
    assert.equal((await findOnsets(three.channels[0] ?? '')).length, 3)
    const silent = await make('m4a', `silent track ${speech}`, (path) =>
      ffmpeg(['-f', 'lavfi', '-i', 'anullsrc=r=16000:d=8', '-i', speech, '-map', '0:a', '-map', '1:a', path]),
    )
    const heard = await decodeFile(silent)
    assert.deepEqual([heard.channels.length, heard.deadChannel], [1, 'first sound track'])
    assert.equal((await findOnsets(heard.channels[0] ?? '')).length, 1)
  })

  test('of many microphones on one track the one that hears is heard', async () => {
    const samples = (await readFile(speech)).subarray(WAVE_HEADER_BYTES)
    for (const count of [6, 10]) {
      const frames = Buffer.alloc(samples.length * count)
      for (let at = 0; at < samples.length; at += 2) samples.copy(frames, (at + 2) * count - 2, at, at + 2)
      const head = waveHeader(frames.length)
      head.writeUInt16LE(count, 22)
      head.writeUInt32LE(32_000 * count, 28)
      head.writeUInt16LE(2 * count, 32)
      const { channels } = await decodeFile(await fileOf(Buffer.concat([head, frames]), 'wav'))
      assert.deepEqual(await findOnsets(channels[0] ?? ''), await findOnsets(speech), `${count} channels`)
    }
  })

  test('a file that was cut off is refused wherever its header still tells its length', async () => {
    const minute = await synthesize('anoisesrc=a=0.3', 60)
    for (const container of ['wav', 'flac', 'mp3', 'm4a']) {
      const cut = await cutOff(await convert(minute, container), 0.5)
      await assert.rejects(
        decodeFile(cut),
        (error: { code: string }) => /truncated|unreadable/.test(error.code),
        container,
      )
    }
  })

  test('what was really decoded is held to the limits, whatever the header says', async () => {
    const short = { minMs: 0, maxMs: 2000 }
    // Of a stream without a header's length, such as a browser records.
    const unknown = await convert(speech, 'webm', ['-live', '1'])
    await assert.rejects(decodeFile(unknown, short), { code: 'audio_too_long' })
    await assert.rejects(decodeFile(speech, { minMs: 10_000, maxMs: 60_000 }), { code: 'audio_too_short' })
  })

  test('hours of silence in a small file cost no more than the limit, whether it tells its length or not', async () => {
    const bomb = await synthesize('anullsrc=r=8000', 36_000, 'flac')
    await assert.rejects(decodeFile(bomb), { code: 'audio_too_long' })
    const silent = await readFile(bomb)
    // The count of samples in FLAC's first block: 36 bits, 0 where the recorder did not know it.
    silent.writeUInt8(silent.readUInt8(21) & 0xf0, 21)
    silent.writeUInt32BE(0, 22)
    await assert.rejects(decodeFile(await fileOf(silent, 'flac')), {
      code: 'audio_too_long',
      details: { actualMs: 602_000, maxMs: 600_000 },
    })
  })

  test('text, playlists and pictures are refused, and lead ffmpeg to no other file', async () => {
    const secret = await speak('this is somebody else')
    const lists = [
      `ffconcat version 1.0\nfile '${secret}'\n`,
      `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      'just text\n'.repeat(1000),
    ]
    for (const text of lists) {
      const file = join(dirname(secret), `list-${lists.indexOf(text)}.mp3`)
      await writeFile(file, text)
      await assert.rejects(decodeFile(file), { code: 'audio_unreadable' })
    }
    await assert.rejects(decodeFile(await synthesize('testsrc', 1, 'png', ['-frames:v', '1'])), {
      code: 'audio_unreadable',
    })
    await assert.rejects(decodeFile(await fileOf('', 'wav')), { code: 'audio_unreadable' })
    await assert.rejects(decodeFile(await synthesize('testsrc', 1, 'mp4')), { code: 'audio_missing' })
  })

  test('an abort ends ffmpeg', async () => {
    const long = await synthesize('anoisesrc=a=0.3', 590, 'flac')
    const stop = new AbortController()
    const decoding = decode(long, scratch, LIMITS, stop.signal)
    setTimeout(() => stop.abort(new Error('stopped')), 150)
    await assert.rejects(decoding, /stopped/)
    const children = await readdir('/proc')
    for (const pid of children.filter((name) => /^\d+$/.test(name))) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      assert.ok(!command.includes(scratch), 'no ffmpeg is left')
    }
  })
})
