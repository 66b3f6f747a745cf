import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { containerOf } from '../../src/audio/sniff.ts'
import { makeRandom } from '../support/random.ts'
import { convert, speak, synthesize } from '../support/recordings.ts'

const HEAD_BYTES = 65_536
const sniff = async (file: string) => containerOf((await readFile(file)).subarray(0, HEAD_BYTES))

test('a recording is told by its bytes, however it was written', async () => {
  const speech = await speak('good morning doctor')
  const expected = [
    ['wav', 'wav', ['-c:a', 'pcm_mulaw', '-ar', '8000']],
    ['mp3', 'mp3', ['-id3v2_version', '0', '-write_xing', '0']],
    ['mp3', 'mp3', ['-id3v2_version', '3', '-metadata', 'title=consultation']],
    ['mp4', 'mp4', ['-movflags', 'frag_keyframe+empty_moov']],
    ['3gp', 'mp4', ['-c:a', 'aac']],
    ['3g2', 'mp4', ['-c:a', 'aac']],
    ['wav', 'wav', ['-rf64', 'always']],
    ['mov', 'mp4', []],
    ['m4a', 'm4a', []],
    ['ogg', 'ogg', ['-c:a', 'libvorbis']],
    ['ogg', 'ogg', ['-c:a', 'libopus']],
    ['webm', 'webm', ['-live', '1']],
    ['mka', 'webm', []],
    ['flac', 'flac', []],
  ] as const
  for (const [extension, container, words] of expected) {
    assert.equal(await sniff(await convert(speech, extension, [...words])), container, `${extension} ${words}`)
  }
  for (const extension of ['mp4', 'm4v']) assert.equal(await sniff(await synthesize('testsrc', 1, extension)), 'mp4')
})

test('a recording is told behind a wrong tag, behind other bytes, and cut out of a stream', async () => {
  const speech = await speak('good morning doctor I have had a headache for three days')
  const mp3 = await readFile(await convert(speech, 'mp3', ['-id3v2_version', '0', '-write_xing', '0']))
  const frame = Buffer.concat([Buffer.from('TXXX\0\0\x13\x89\0\0\0', 'latin1'), Buffer.alloc(5000, 'x')])
  const tagged = (bytes: number, content: Buffer) =>
    Buffer.concat([Buffer.from('ID3\x03\0\0\0\0', 'latin1'), Buffer.from([bytes >> 7, bytes & 127]), content])
  const random = makeRandom(1)
  const junk = Buffer.from(Array.from({ length: 3000 }, () => random.below(256)))
  const found = {
    'a tag that announces too few bytes': tagged(4000, Buffer.concat([frame, mp3])),
    'from the middle of a frame on': mp3.subarray(150),
    'other bytes before it': Buffer.concat([junk, mp3]),
    'an answer of a server before it': Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), mp3]),
  }
  for (const [what, content] of Object.entries(found)) assert.equal(await containerOf(content), 'mp3', what)
  assert.equal(await containerOf(tagged(100, Buffer.concat([Buffer.alloc(100), await readFile(speech)]))), 'wav')
  for (const seed of [2, 3, 4]) {
    const noise = makeRandom(seed)
    assert.equal(await containerOf(Buffer.from(Array.from({ length: 65_536 }, () => noise.below(256)))), undefined)
  }
})

test('what is no recording is told whatever it is called', async () => {
  const picture = await readFile(await synthesize('testsrc', 1, 'png', ['-frames:v', '1']))
  const others = [picture, '', 'x', 'ffconcat version 1.0\n', '#EXTM3U\n', '%PDF-1.7', 'RIFF\0\0\0\0AVI LIST', 'ID3']
  for (const content of others)
    assert.equal(await containerOf(Buffer.from(content)), undefined, String(content).slice(0, 20))
})
