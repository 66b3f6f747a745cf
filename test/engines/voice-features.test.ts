import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openWebrtc } from '../../src/engines/activity/webrtc.ts'
import { openVoiceFeatures } from '../../src/engines/speakers/voice-features.ts'
import { decode } from '../../src/pipeline/decode.ts'
import { findSpeech } from '../../src/pipeline/find-speech.ts'
import { speakerSplitterSuite, type TwoVoices } from '../ports/speaker-splitter.suite.ts'
import { speakTurns } from '../support/recordings.ts'

const scratch = await mkdtemp(join(tmpdir(), 'osler-voices-'))
after(() => rm(scratch, { recursive: true }))

const LINES: [voice: string, text: string][] = [
  ['rms', 'good morning. what can I do for you today. please take a seat.'],
  ['slt', 'I have had a bad cough and a sore throat for five days now.'],
  ['rms', 'do you have a fever or any pain in the chest when you breathe in.'],
  ['slt', 'yes, I had a fever last night and it was quite high. I could not sleep.'],
  ['rms', 'and are you taking any medicine at the moment, or are you allergic to anything.'],
  ['slt', 'I am taking aspirin for the pain, and I am allergic to penicillin.'],
]

async function speakOnce(): Promise<TwoVoices> {
  const { path, times } = await speakTurns(LINES)
  const { signal } = new AbortController()
  const audio = await decode(path, scratch, { minMs: 0, maxMs: 600_000 }, signal)
  const truth = times.map((time, at) => ({ ...time, voice: at % 2 }))
  const { stretches } = await findSpeech(audio, [openWebrtc()], signal)
  return { audio, stretches, truth }
}

const spoken = speakOnce()
speakerSplitterSuite('the splitter by voice features', openVoiceFeatures, () => spoken)
