import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { waveHeader } from '../../../src/audio/wave-header.ts'
import { BYTES_PER_MS } from '../../../src/domain/audio.ts'
import { joinNeighbors } from '../../../src/pipeline/transcribe/join-neighbors.ts'

const folder = await mkdtemp(join(tmpdir(), 'osler-test-neighbors-'))
after(() => rm(folder, { recursive: true }))

/** Sound in which every sample is the same. */
const soundOf = (sample: number, ms: number) => Buffer.from(new Int16Array((ms * BYTES_PER_MS) / 2).fill(sample).buffer)

async function write(name: string, sample: number, ms: number): Promise<string> {
  const sound = soundOf(sample, ms)
  const path = join(folder, name)
  await writeFile(path, Buffer.concat([waveHeader(sound.length), sound]))
  return path
}

test('a chunk is heard with 3 s of the one before and half of a short one behind it, in order', async () => {
  const own = join(folder, 'own.pcm')
  await writeFile(own, soundOf(2000, 1000))
  const neighbors = { before: await write('before.wav', 1000, 8000), after: await write('after.wav', 3000, 2000) }
  const { signal } = new AbortController()
  const scratch = await mkdtemp(join(folder, 'scratch-'))
  const { audio, overlap } = await joinNeighbors({ channels: [own], durationMs: 1000 }, neighbors, scratch, signal)
  assert.deepEqual(overlap, { beforeMs: 3000, afterMs: 1000 })
  assert.equal(audio.durationMs, 5000)
  const joined = await readFile(audio.channels[0] ?? '')
  assert.equal(joined.length, 5000 * BYTES_PER_MS)
  const at = (ms: number) => joined.readInt16LE(ms * BYTES_PER_MS)
  assert.deepEqual([0, 2990, 3010, 3990, 4010, 4990].map(at), [1000, 1000, 2000, 2000, 3000, 3000])
})

test('a neighbour that cannot be decoded, or has other channels, is left out', async () => {
  const own = join(folder, 'alone.pcm')
  await writeFile(own, soundOf(2000, 1000))
  const broken = join(folder, 'broken.wav')
  await writeFile(broken, 'no sound')
  const scratch = await mkdtemp(join(folder, 'scratch-'))
  const chunk = { channels: [own], durationMs: 1000 }
  const { audio, overlap } = await joinNeighbors(chunk, { before: broken }, scratch, new AbortController().signal)
  assert.deepEqual([audio, overlap], [chunk, { beforeMs: 0, afterMs: 0 }])
})
