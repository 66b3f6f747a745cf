import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { KeptPiece, KeptSound, LiveHead } from '../../web/src/kept-sound.ts'
import { readHeard } from '../support/heard-transcript.ts'
import { convert, speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'
import { fillFolder, KEY, type LiveServer, startServer } from './live-server.ts'
import './page.ts'

const { sendLive } = await import('../../web/src/send-live.ts')
const { UnsentSound } = await import('../../web/src/unsent-sound.ts')
const { session } = await import('../../web/src/session.ts')

const RATE = 16_000
const PIECE = RATE / 5

/** Keeps sound in memory, in place of the browser's database. */
function keepSound() {
  const pieces = new Map<number, KeptPiece['pcm']>()
  const kept: { head: LiveHead | undefined } = { head: undefined }
  const all: KeptSound = {
    readHead: async () => kept.head && structuredClone(kept.head),
    async keepHead(head) {
      kept.head = structuredClone(head)
    },
    keepPiece: async ({ position, pcm }) => void pieces.set(position, pcm),
    forgetPieces: async (positions) => {
      for (const position of positions) pieces.delete(position)
    },
    readPieces: async () => [...pieces].sort(([a], [b]) => a - b).map(([position, pcm]) => ({ position, pcm })),
    async forgetAll() {
      pieces.clear()
      kept.head = undefined
    },
  }
  return { all, pieces, kept }
}

describe('what a page sends of a recording that goes on', { timeout: 300_000 }, () => {
  let folder: string
  let osler: LiveServer
  let samples: Int16Array<ArrayBuffer>
  const fetchOf = globalThis.fetch

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-page-'))
    const said = await speak('I have had a headache for three days and I take aspirin every morning')
    const pcm = await readFile(await convert(said, 'pcm', ['-f', 's16le', '-ac', '1', '-ar', '16000']))
    samples = new Int16Array(new Uint8Array(pcm).buffer, 0, Math.floor(pcm.length / 2))
    await fillFolder(folder)
    osler = await startServer(folder)
    const { origin } = osler
    Object.defineProperty(globalThis, 'location', { value: { origin }, configurable: true })
    globalThis.fetch = (path, init) => fetchOf(new URL(String(path), origin), init)
    session.openKey(KEY, 'Dr Ada Osei')
  })
  after(async () => {
    globalThis.fetch = fetchOf
    await osler.kill()
    await rm(folder, { recursive: true })
  })

  const piecesOf = (from: number, to: number) =>
    Array.from({ length: Math.ceil((to - from) / PIECE) }, (_, at) =>
      samples.slice(from + at * PIECE, Math.min(to, from + (at + 1) * PIECE)),
    )
  const ask = (path: string) => fetch(path, { headers: { authorization: `Bearer ${KEY}` } })
  const readText = async (id: string) => (await readHeard(ask, id, '?format=text')).text()

  test('goes on behind a server that died and a page that was closed, and forgets what is saved', async () => {
    const { all, pieces, kept } = keepSound()
    const sound = await UnsentSound.open(all, RATE)
    const troubles: string[] = []
    const told: number[] = []
    const sending = {
      start: () => ({ language: 'en', documents: 'summary' }),
      onProgress: ({ savedMs }: { savedMs: number }) => void told.push(savedMs),
      onTrouble: (sentence: string) => void troubles.push(sentence),
    }
    const third = Math.floor(samples.length / 3)
    for (const piece of piecesOf(0, third)) sound.add(piece)
    const isSent = sendLive(sound, sending)
    await until('some is saved', () => told.some((savedMs) => savedMs > 0))
    await osler.kill()
    for (const piece of piecesOf(third, 2 * third)) sound.add(piece)
    await until('it is said', () => troubles.some((sentence) => sentence.length > 0))
    osler = await startServer(folder, new URL(osler.origin).port)
    await until('it goes on', () => sound.isSaved)
    assert.equal(troubles.at(-1), '')
    assert.equal(pieces.size, 0)

    // The page is closed here: another one has what was kept, and what the microphone gave since.
    const later = await UnsentSound.open(all, RATE)
    assert.deepEqual([later.end, later.head.recording], [sound.end, kept.head?.recording])
    for (const piece of piecesOf(2 * third, samples.length)) later.add(piece)
    later.finish()
    const refused = assert.rejects(isSent, /gone on with elsewhere/)
    const isOver = sendLive(later, sending)
    await until('it is open', () => later.isSaved)
    // A microphone goes on.
    const speaking = setInterval(() => sound.add(samples.slice(0, PIECE)), 200)
    await Promise.all([refused, isOver]).finally(() => clearInterval(speaking))
    assert.match(
      await readText(later.head.consultationId ?? ''),
      /headache for 3 days and I take aspirin every morning/,
    )
  })

  test('begins another recording of the consultation where the server has ended the one before', async () => {
    const { all } = keepSound()
    const sound = await UnsentSound.open(all, RATE)
    const sending = { start: () => ({ documents: '' }), onProgress() {}, onTrouble() {} }
    for (const piece of piecesOf(0, samples.length)) sound.add(piece)
    sound.finish()
    await sendLive(sound, sending)
    const { consultationId, recording } = sound.head
    const later = await UnsentSound.open(all, RATE)
    for (const piece of piecesOf(0, PIECE * 5)) later.add(piece)
    later.finish()
    await sendLive(later, sending)
    assert.equal(later.head.consultationId, consultationId)
    assert.notEqual(later.head.recording, recording)
    assert.ok(later.isSaved)
  })

  test('says what waiting does not mend, and keeps what it has', async () => {
    const { all, pieces } = keepSound()
    const sound = await UnsentSound.open(all, RATE)
    sound.add(samples.slice(0, PIECE))
    session.openKey('wrong', 'Dr Ada Osei')
    const sending = { start: () => ({}), onProgress() {}, onTrouble() {} }
    await assert.rejects(sendLive(sound, sending), /unknown, revoked or expired/)
    session.openKey(KEY, 'Dr Ada Osei')
    assert.equal(pieces.size, 1)
  })

  test('a pause is a second of silence, so that it parts what was said before from what comes behind', async () => {
    const { all, kept } = keepSound()
    const sound = await UnsentSound.open(all, RATE)
    sound.add(samples.slice(0, PIECE))
    sound.pause()
    assert.deepEqual(kept.head?.pauses, [PIECE * 2])
    assert.equal(sound.inMs(sound.end), 1200)
  })

  test('the transcript has a mark where somebody paused', async () => {
    const { all } = keepSound()
    const sound = await UnsentSound.open(all, RATE)
    const sending = { start: () => ({ documents: '' }), onProgress() {}, onTrouble() {} }
    const half = Math.floor(samples.length / 2)
    for (const piece of piecesOf(0, half)) sound.add(piece)
    sound.pause()
    for (const piece of piecesOf(half, samples.length)) sound.add(piece)
    sound.finish()
    await sendLive(sound, sending)
    const pausedMs = sound.inMs(half * 2)
    const { consultationId } = sound.head
    const transcript = await until('it is heard', async () => {
      const path = `/api/consultations/${consultationId}/transcript`
      const answer = await fetch(path, { headers: { authorization: `Bearer ${KEY}` } })
      return answer.ok && ((await answer.json()) as { pausesMs?: number[] })
    })
    assert.deepEqual(transcript.pausesMs, [pausedMs])
  })
})
