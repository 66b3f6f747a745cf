import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { streamBySegments } from '../../../../src/engines/speech/live/stream-by-segments.ts'
import type { StreamChange } from '../../../../src/engines/speech/recognizer.ts'
import { openHearing } from '../../../support/hearing.ts'
import { readPcm } from '../../../support/live-client.ts'
import { speakTurns } from '../../../support/recordings.ts'

describe('a sound that is heard while it comes', () => {
  let hearing: Awaited<ReturnType<typeof openHearing>>
  let scratch: string
  let pcm: Buffer

  before(async () => {
    hearing = await openHearing()
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-'))
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
  })
  after(async () => {
    await hearing.recognizer[Symbol.asyncDispose]()
    await rm(scratch, { recursive: true })
  })

  async function hear(sound: Buffer, pieceBytes: number): Promise<StreamChange[]> {
    const changes: StreamChange[] = []
    const [detector] = hearing.detectors
    const follow = detector?.follow
    assert.ok(follow)
    const stream = streamBySegments(hearing.recognizer, follow)(
      { language: 'en', vocabulary: [], scratch },
      (change) => void changes.push(change),
      new AbortController().signal,
    )
    for (let at = 0; at < sound.length; at += pieceBytes) await stream.write(sound.subarray(at, at + pieceBytes))
    await stream.flush()
    return changes
  }

  const finalOf = (changes: StreamChange[]) =>
    changes.flatMap((change) => (change.type === 'final' ? change.segment.words.map(({ text }) => text) : [])).join(' ')

  test('is told utterance by utterance, each begun, ended and then final, whatever the pieces are', async () => {
    for (const pieceBytes of [3200, 1001, pcm.length]) {
      const changes = await hear(pcm, pieceBytes)
      assert.match(finalOf(changes), /how can I help you today\W+I have had a headache .*aspirin every morning/i)
      for (const [utterance, own] of Map.groupBy(changes, (change) => change.utterance)) {
        const types = own.map(({ type }) => type).filter((type) => type !== 'partial')
        assert.deepEqual(types, ['begun', 'ended', 'final'], `utterance ${utterance}`)
        const last = own.at(-1)
        assert.equal(last?.type, 'final')
      }
    }
    assert.deepEqual(await readdir(scratch), [], 'no sound is left behind')
  })

  test('has its last word when it is cut off right behind it', async () => {
    const spoken = pcm.subarray(0, pcm.length - 16_000)
    assert.match(finalOf(await hear(spoken, 3200)), /every morning\W*$/i)
  })

  test('says nothing of silence and noise', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 96_000 }, (_, at) => (at % 2 ? 0 : (at * 7919) % 61)))
    assert.equal(finalOf(await hear(Buffer.concat([Buffer.alloc(64_000), noise]), 3200)), '')
  })
})
