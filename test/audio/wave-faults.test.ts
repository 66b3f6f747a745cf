import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../src/audio/decode.ts'
import { convert, cutOff, fileOf, speak } from '../support/recordings.ts'

const LIMITS = { minMs: 0, maxMs: 600_000 }

describe('a WAV file whose header is wrong', () => {
  let scratch: string
  let speech: Buffer
  let pcm: Buffer
  const bytesHeard = async (file: string) => {
    const { channels } = await decode(file, scratch, LIMITS, new AbortController().signal)
    return readFile(channels[0] ?? '')
  }

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-waves-'))
    const file = await speak('good morning doctor I have had a headache for three days')
    speech = await readFile(file)
    pcm = await bytesHeard(file)
  })
  after(() => rm(scratch, { recursive: true }))

  /** The recording with other sizes of the file and of its sound. */
  function announcing(fileBytes: number, soundBytes?: number): Promise<string> {
    const content = Buffer.from(speech)
    content.writeUInt32LE(fileBytes, 4)
    if (soundBytes !== undefined) content.writeUInt32LE(soundBytes, content.indexOf('data') + 4)
    return fileOf(content, 'wav')
  }

  test('is heard to its last sample, whatever it says of its size', async () => {
    const sizes: [number, number?][] = [
      [speech.length],
      [speech.length + 36, pcm.length + 44],
      [0x61f92214],
      [speech.length - 24],
      [20_000, 20_000],
      [0, 0],
      [36, 0],
      [0xffffffff, 0xffffffff],
    ]
    for (const [file, sound] of sizes)
      assert.deepEqual(await bytesHeard(await announcing(file, sound)), pcm, `${file} ${sound}`)
  })

  test('is heard as far as it says where something else follows the sound', async () => {
    const list = Buffer.from(`LIST\xb8\x0b\0\0INFO${' '.repeat(2996)}`.repeat(3), 'latin1')
    assert.deepEqual(await bytesHeard(await fileOf(Buffer.concat([speech, list]), 'wav')), pcm)
  })

  test('is refused where a second recording stands behind, of which nothing would be heard', async () => {
    const list = Buffer.from('LIST\x04\0\0\0INFO', 'latin1')
    const sound = speech.subarray(speech.indexOf('data'))
    for (const behind of [[speech], [list, speech], [sound], [bigEndian()]]) {
      await assert.rejects(bytesHeard(await fileOf(Buffer.concat([speech, ...behind]), 'wav')), {
        code: 'audio_unreadable',
        message: /several recordings, the next from byte \d+ on: send each by itself/,
      })
    }
  })

  test('is refused when it was cut off, in each of its forms', async () => {
    const long = await convert(await fileOf(speech, 'wav'), 'wav', ['-rf64', 'always'])
    for (const file of [await fileOf(speech, 'wav'), long, await fileOf(bigEndian(), 'wav')]) {
      const bytes = Math.floor((await stat(file)).size / 2)
      await assert.rejects(bytesHeard(await cutOff(file, 0.5)), {
        code: 'audio_truncated',
        message: new RegExp(
          `^The file has ${String(bytes).slice(0, 2)}\\d+ bytes of sound, but its header announces ${pcm.length}`,
        ),
      })
    }
  })

  test('is heard with 64-bit sizes, written or not, and with the highest bytes first', async () => {
    const long = await readFile(await convert(await fileOf(speech, 'wav'), 'wav', ['-rf64', 'always']))
    const broadcast = Buffer.from(long)
    broadcast.write('BW64', 0, 'latin1')
    const unfinished = Buffer.from(broadcast)
    unfinished.fill(0, unfinished.indexOf('ds64') + 8, unfinished.indexOf('ds64') + 24)
    for (const content of [long, broadcast, unfinished, bigEndian()]) {
      assert.deepEqual(await bytesHeard(await fileOf(content, 'wav')), pcm)
    }
  })

  function bigEndian(): Buffer {
    const [form, sound] = [Buffer.alloc(24), Buffer.alloc(8)]
    form.write('fmt ', 0, 'latin1')
    form.writeUInt32BE(16, 4)
    form.writeUInt16BE(1, 8)
    form.writeUInt16BE(1, 10)
    form.writeUInt32BE(16_000, 12)
    form.writeUInt32BE(32_000, 16)
    form.writeUInt16BE(2, 20)
    form.writeUInt16BE(16, 22)
    sound.write('data', 0, 'latin1')
    sound.writeUInt32BE(pcm.length, 4)
    const head = Buffer.alloc(12)
    head.write('RIFX', 0, 'latin1')
    head.writeUInt32BE(36 + pcm.length, 4)
    head.write('WAVE', 8, 'latin1')
    return Buffer.concat([head, form, sound, Buffer.from(pcm).swap16()])
  }
})
