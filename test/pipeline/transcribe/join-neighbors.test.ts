import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { decode } from '../../../src/audio/decode.ts'
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
