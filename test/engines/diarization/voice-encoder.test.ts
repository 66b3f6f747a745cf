import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { execa } from 'execa'
import { openVoiceEncoder } from '../../../src/engines/diarization/voice-encoder.ts'

const INSTALLED = join(import.meta.dirname, '../../../build/python/bin/python3')
const python = existsSync(INSTALLED) ? INSTALLED : 'python3'
const MAKER = join(import.meta.dirname, '../../support/made-weights.py')

const folder = await mkdtemp(join(tmpdir(), 'osler-encoder-'))
after(() => rm(folder, { recursive: true }))
const { signal } = new AbortController()
const [weights, sound] = [join(folder, 'made.pt'), join(folder, 'tone.pcm')]
await execa(python, [MAKER, weights])

/** Two seconds of a tone that rises and falls. */
const samples = Int16Array.from({ length: 32_000 }, (_, at) => {
  const [time, turn] = [at / 16_000, 2 * Math.PI]
  return Math.round(
    8000 * Math.sin(turn * (150 * time + 20 * Math.sin(turn * time))) * (0.5 + 0.5 * Math.sin(turn * 3 * time)),
  )
})
await writeFile(sound, new Uint8Array(samples.buffer))

const PIECES = [
  { startMs: 0, endMs: 1600 },
  { startMs: 1000, endMs: 1700 },
]
const embed = openVoiceEncoder(python, weights)

test('an embedding is what PyTorch makes of the same weights and sound', async () => {
  const [whole = [], short = []] = await embed(sound, PIECES, signal)
  // PyTorch 2.13 on the same mel spectrum.
  const expected = [
    [0.0406, 0.1002, 0, 0.0406, 0.089, 0, 0, 0.0935, 0, 0, 0.1313, 0],
    [0.0407, 0.1001, 0, 0.0406, 0.089, 0, 0, 0.0936, 0, 0, 0.1313, 0],
  ]
  const rounded = [whole, short].map((row) =>
    Array.from(row.slice(0, 12), (value) => Math.round(value * 10_000) / 10_000),
  )
  assert.deepEqual(rounded, expected)
  assert.ok(Math.abs(Math.hypot(...whole) - 1) < 1e-5)
})

test('pieces of any length and number are answered in their order, the same ones alike', async () => {
  const [whole = new Float32Array(), short = new Float32Array()] = await embed(sound, PIECES, signal)
  const again = await embed(sound, [...PIECES, ...PIECES].reverse(), signal)
  assert.equal(again.length, 4)
  for (const [at, expected] of [short, whole, short, whole].entries()) {
    // Of another number of pieces some processors add in another order.
    const apart = expected.map((value, index) => Math.abs(value - (again[at]?.[index] ?? 0)))
    assert.ok(Math.max(...apart) < 1e-5, `piece ${at}: ${Math.max(...apart)}`)
  }
  assert.deepEqual(await embed(sound, [], signal), [])
})

test('a file of weights that holds anything but numbers is refused', async () => {
  const other = join(folder, 'other.pt')
  await execa(python, [MAKER, other, 'more'])
  await assert.rejects(openVoiceEncoder(python, other)(sound, PIECES, signal))
})

test('it stops when it is told to, with the reason, and throws when there is nothing to read', async () => {
  await assert.rejects(embed(sound, PIECES, AbortSignal.abort(new Error('enough'))), /enough/)
  const later = new AbortController()
  setTimeout(() => later.abort(new Error('too late')), 20)
  await assert.rejects(embed(sound, PIECES, later.signal), /too late/)
  await assert.rejects(embed(join(folder, 'nowhere.pcm'), PIECES, signal))
})
