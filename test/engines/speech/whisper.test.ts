import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { decode } from '../../../src/audio/decode.ts'
import { detectSpeech } from '../../../src/pipeline/transcribe/detect-speech.ts'
import { recognizerSuite, type SpokenAudio } from '../../ports/recognizer.suite.ts'
import { openHearing } from '../../support/hearing.ts'
import { speakTurns } from '../../support/recordings.ts'

const { recognizer, detectors } = await openHearing()
const scratch = await mkdtemp(join(tmpdir(), 'osler-test-whisper-'))
after(async () => {
  await recognizer[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true })
})
const { signal } = new AbortController()

const LINES: [voice: string, text: string][] = [
  ['rms', 'good morning. what can I do for you today'],
  ['slt', 'I have had a bad cough and a sore throat for five days now'],
  ['rms', 'are you taking any medicine at the moment'],
  ['slt', 'I take aspirin for the pain, and I am allergic to penicillin'],
]

async function speakOnce(): Promise<SpokenAudio> {
  const { path } = await speakTurns(LINES)
  const audio = await decode(path, scratch, { minMs: 0, maxMs: 600_000 }, signal)
  return { audio, segments: (await detectSpeech(audio, detectors, signal)).segments }
}

const spoken = speakOnce()

/** One for all tests of the suite: its model is loaded once. */
const shared = { ...recognizer, [Symbol.asyncDispose]: async () => {} }

recognizerSuite(
  'Whisper',
  () => shared,
  () => spoken,
)
