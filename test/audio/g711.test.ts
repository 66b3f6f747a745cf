import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { decodeG711 } from '../../src/audio/g711.ts'
import { ffmpeg, fileOf, make } from '../support/recordings.ts'

/** What ffmpeg makes of every byte. */
const decodedByFfmpeg = async (law: 'mulaw' | 'alaw', coded: Uint8Array) => {
  const raw = await fileOf(coded, law)
  const words = (path: string) => ['-f', law, '-ar', '8000', '-ac', '1', '-i', raw, '-f', 's16le', path]
  return readFile(await make('pcm', `g711 ${law}`, async (path) => void (await ffmpeg(words(path)))))
}

describe("a telephone's sound", () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const law of ['mulaw', 'alaw'] as const) {
    test(`is read in ${law} as ffmpeg reads it, every byte`, async () => {
      assert.deepEqual(decodeG711(every, law), await decodedByFfmpeg(law, every))
    })
  }
})
