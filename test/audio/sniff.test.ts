import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { containerOf } from '../../src/audio/sniff.ts'
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

test('what is no recording is told whatever it is called', async () => {
  const picture = await readFile(await synthesize('testsrc', 1, 'png', ['-frames:v', '1']))
  const others = [picture, '', 'x', 'ffconcat version 1.0\n', '#EXTM3U\n', '%PDF-1.7', 'RIFF\0\0\0\0AVI LIST', 'ID3']
  for (const content of others)
    assert.equal(await containerOf(Buffer.from(content)), undefined, String(content).slice(0, 20))
})
