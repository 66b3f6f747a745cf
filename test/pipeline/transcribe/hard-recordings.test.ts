import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { codesOf, hearFile, openHearing, textOf } from '../../support/hearing.ts'
import { hasPico, speakIn } from '../../support/pico.ts'
import { convert, durationMs, ffmpeg, make, speak, synthesize } from '../../support/recordings.ts'

const SENTENCE = 'good morning doctor I have had a headache for three days'

/** Sounds one behind the other, with half a second between. */
const behind = (parts: string[]) =>
  make('wav', `behind ${parts}`, (path) => {
    const padded = parts.map((_, at) => `[${at}]aresample=16000,apad=pad_dur=0.5[p${at}]`).join(';')
    const joined = `${padded};${parts.map((_, at) => `[p${at}]`).join('')}concat=n=${parts.length}:v=0:a=1`
    return ffmpeg([...parts.flatMap((part) => ['-i', part]), '-filter_complex', joined, path])
  })
const countOf = (text: string, word: RegExp) => text.match(new RegExp(word, 'gi'))?.length ?? 0

describe('a hard recording', () => {
  let hearing: Awaited<ReturnType<typeof openHearing>>
  before(async () => {
    hearing = await openHearing()
  })
  after(() => hearing.recognizer[Symbol.asyncDispose]())

  const hear = (file: string): Promise<Transcript> => hearFile(hearing, file)

  test('of forty silent minutes with one sentence in them gives that sentence, when it was said', async () => {
    const inSilence = await convert(await speak(SENTENCE), 'flac', ['-af', 'adelay=1200000,apad=whole_dur=2400'])
    const transcript = await hear(inSilence)
    assert.match(textOf(transcript), /headache for (three|3) days/)
    assert.equal(transcript.durationMs, 2_400_000)
    for (const { startMs, endMs } of transcript.items) assert.ok(startMs > 1_199_000 && endMs < 1_210_000)
  })

  test('of one sentence that a machine says for most of a minute has it no more often than it was said', async () => {
    const sentence = await speak('please hold the line. the doctor will be with you soon')
    const loop = await convert(sentence, 'wav', ['-af', 'apad=pad_dur=0.4,aloop=loop=-1:size=2147483647', '-t', '45'])
    const text = textOf(await hear(loop))
    const said = 45_000 / ((await durationMs(sentence)) + 400)
    const heard = countOf(text, /hold the line/)
    assert.ok(heard > said / 2 && heard <= Math.ceil(said), `${heard} of ${said}: ${text}`)
  })

  test('of a voice at -50 dBFS is heard, and told to be quiet', async () => {
    const transcript = await hear(await convert(await speak(SENTENCE), 'wav', ['-af', 'volume=-32dB']))
    assert.match(textOf(transcript), /headache for (three|3) days/)
    assert.ok(codesOf(transcript).includes('audio_quiet'), String(codesOf(transcript)))
  })

  test('of two people who speak at once gives a transcript of no more words than both said', async () => {
    const other = 'are you taking any medicine at the moment or are you allergic to anything'
    const both = await make('wav', `both ${SENTENCE} ${other}`, async (path) =>
      ffmpeg([
        ...['-i', await speak(SENTENCE), '-i', await speak(other, 'rms')],
        ...['-filter_complex', 'amix=duration=longest:normalize=0,volume=-3dB', path],
      ]),
    )
    const words = (await hear(both)).items.flatMap((item) => item.words)
    assert.ok(words.length > 0 && words.length <= `${SENTENCE} ${other}`.split(' ').length, String(words.length))
  })

  test('with a cough between two words has the words, and none of the cough', async () => {
    const cough = await synthesize("aevalsrc='0.7*(2*random(0)-1)*exp(-9*t)':s=16000", 0.5)
    const text = textOf(
      await hear(await behind([await speak('I take aspirin'), cough, await speak('every morning', 'slt')])),
    )
    assert.match(text, /^I take aspirin\b.{0,6}every morning\.?$/i)
  })
})

describe('a recording that changes its language', () => {
  test('in the middle has what was said in both', async (t) => {
    if (!(await hasPico())) return t.skip('there is no pico2wave here to speak French')
    const english = await speakIn(
      'en-GB',
      'Good morning. I have had a headache for three days. I take aspirin every morning.',
    )
    const french = await speakIn(
      'fr-FR',
      "Bonjour docteur. J'ai mal à la tête depuis trois jours. Je suis allergique à la pénicilline.",
    )
    const hearing = await openHearing('whisper-base')
    await using _ = hearing.recognizer
    const transcript = await hearFile(hearing, await behind([english, french]), 'en')
    const text = textOf(transcript)
    assert.match(text, /headache for (three|3) days/)
    assert.match(text, /mal à la tête/, text)
  })
})
