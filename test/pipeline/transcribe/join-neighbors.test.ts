import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { decode } from '../../../src/audio/decode.ts'
import { waveHeader } from '../../../src/audio/wave-header.ts'
import { BYTES_PER_MS } from '../../../src/domain/audio.ts'
import { joinNeighbors, type Neighbors } from '../../../src/pipeline/transcribe/join-neighbors.ts'
import { synthesize } from '../../support/recordings.ts'

const LIMITS = { minMs: 0, maxMs: 60_000 }
const signal = new AbortController().signal

async function hearWith(neighbors: (scratch: string) => Promise<Neighbors>) {
  const scratch = await mkdtemp(join(tmpdir(), 'osler-test-neighbors-'))
  try {
    await mkdir(join(scratch, 'own'))
    const own = await decode(await synthesize('sine=frequency=440', 4), join(scratch, 'own'), LIMITS, signal)
    const { audio, overlap, warnings } = await joinNeighbors(own, await neighbors(scratch), scratch, signal)
    const { size } = await stat(audio.channels[0] ?? '')
    return { seconds: size / 32_000, overlap, codes: warnings.map(({ code }) => code), warnings }
  } finally {
    await rm(scratch, { recursive: true })
  }
}

test('neighbours that are there are heard along, and nothing is told of them', async () => {
  const neighbor = await synthesize('sine=frequency=220', 10)
  const heard = await hearWith(async () => ({ before: neighbor, after: neighbor }))
  assert.deepEqual([heard.seconds, heard.codes], [10, []])
  assert.deepEqual(heard.overlap, { beforeMs: 3000, afterMs: 3000 })
})

test('a neighbour that cannot be decoded is left out, and the result says so', async () => {
  const heard = await hearWith(async (scratch) => {
    const before = join(scratch, 'no-sound.wav')
    await writeFile(before, 'no sound')
    return { before }
  })
  assert.deepEqual([heard.seconds, heard.overlap.beforeMs], [4, 0])
  assert.deepEqual(heard.warnings, [
    {
      code: 'neighbor_unread',
      message: 'The segment before this one could not be heard along: a word that the border cuts may be wrong.',
    },
  ])
})

test('a neighbour whose file could not be brought is told of too', async () => {
  const heard = await hearWith(async () => ({ lost: ['after'] }))
  assert.deepEqual([heard.seconds, heard.codes], [4, ['neighbor_unread']])
  assert.match(heard.warnings[0]?.message ?? '', /behind this one/)
})

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
  const { audio, overlap } = await joinNeighbors(chunk, { before: broken }, scratch, signal)
  assert.deepEqual([audio, overlap], [chunk, { beforeMs: 0, afterMs: 0 }])
})
