import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { cleanAudio } from '../../src/audio/clean.ts'
import { decode } from '../../src/audio/decode.ts'
import { measureAudio } from '../../src/audio/measure.ts'
import { convert, onTwoChannels, speak, synthesize } from '../support/recordings.ts'

const { signal } = new AbortController()

describe('what is wrong with a recording', () => {
  let scratch: string
  let speech: string
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-mend-'))
    speech = await speak('good morning doctor I have had a headache for three days')
  })
  after(() => rm(scratch, { recursive: true }))

  const mend = async (file: string) =>
    cleanAudio(await decode(file, scratch, { minMs: 0, maxMs: 600_000 }, signal), signal)
  const codesOf = async (file: string) => (await mend(file)).warnings.map(({ code }) => code)

  test('a good recording is left as it is', async () => {
    const { audio, warnings } = await mend(speech)
    assert.deepEqual(warnings, [])
    assert.match(audio.channels[0] ?? '', /mixed\.pcm$/)
  })

  test('very quiet speech is made louder without being cut off, and that is said', async () => {
    const { audio, warnings } = await mend(await convert(speech, 'wav', ['-af', 'volume=-40dB']))
    assert.equal(warnings[0]?.code, 'audio_quiet')
    const { peak, usualPeak } = await measureAudio(audio.channels[0] ?? '', signal)
    assert.ok(usualPeak > 8000 && peak < 32_700, `${usualPeak} ${peak}`)
  })

  test('what was cut off by its microphone is said, and louder speech is not taken for it', async () => {
    assert.deepEqual(await codesOf(await convert(speech, 'wav', ['-af', 'volume=30dB'])), ['audio_clipped'])
    assert.deepEqual(await codesOf(await convert(speech, 'wav', ['-af', 'volume=3dB'])), [])
  })

  test('mains hum is filtered out, that of both sorts', async () => {
    for (const hertz of [50, 60]) {
      const hum = `sine=${hertz}:r=16000,volume=-20dB[h];[0:a]aresample=16000,apad=pad_dur=3[s];[s][h]amix=duration=first:normalize=0`
      const { audio, warnings } = await mend(await convert(speech, 'wav', ['-filter_complex', hum]))
      assert.match(warnings[0]?.message ?? '', new RegExp(`hum of ${hertz} Hz`))
      assert.equal((await measureAudio(audio.channels[0] ?? '', signal)).humHertz, undefined)
    }
  })

  test('a dead channel is named', async () => {
    const silence = await synthesize('anullsrc=r=16000:cl=mono', 3)
    const { audio, warnings } = await mend(await onTwoChannels(speech, silence, 0))
    assert.equal(audio.channels.length, 1)
    assert.equal(warnings[0]?.code, 'channel_silent')
    assert.match(warnings[0]?.message ?? '', /right channel/)
  })

  test('silence is silence, and not too quiet', async () => {
    assert.deepEqual(await codesOf(await synthesize('anullsrc', 5)), [])
    assert.deepEqual(await codesOf(await synthesize('anoisesrc=a=0.0005:s=1', 5)), [])
  })
})
