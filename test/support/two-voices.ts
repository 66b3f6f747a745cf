import { decode } from '../../src/audio/decode.ts'
import { openWebrtc } from '../../src/engines/voice-activity/webrtc.ts'
import { detectSpeech } from '../../src/pipeline/transcribe/detect-speech.ts'
import type { TwoVoices } from '../ports/diarizer.suite.ts'
import { speakTurns } from './recordings.ts'

const LINES: [voice: string, text: string][] = [
  ['rms', 'good morning. what can I do for you today. please take a seat.'],
  ['slt', 'I have had a bad cough and a sore throat for five days now.'],
  ['rms', 'do you have a fever or any pain in the chest when you breathe in.'],
  ['slt', 'yes, I had a fever last night and it was quite high. I could not sleep.'],
  ['rms', 'and are you taking any medicine at the moment, or are you allergic to anything.'],
  ['slt', 'I am taking aspirin for the pain, and I am allergic to penicillin.'],
]

/** A man and a woman who take turns, decoded into a scratch folder. */
export async function speakTwoVoices(scratch: string): Promise<TwoVoices> {
  const { path, times } = await speakTurns(LINES)
  const { signal } = new AbortController()
  const audio = await decode(path, scratch, { minMs: 0, maxMs: 600_000 }, signal)
  const truth = times.map((time, at) => ({ ...time, voice: at % 2 }))
  const { segments } = await detectSpeech(audio, [openWebrtc()], signal)
  return { audio, segments, truth }
}
