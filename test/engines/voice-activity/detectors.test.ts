import { openPythons } from '../../../src/engines/runtime/python/open-pythons.ts'
import { openSilero } from '../../../src/engines/voice-activity/silero.ts'
import { openWebrtc } from '../../../src/engines/voice-activity/webrtc.ts'
import { detectorSuite, type SpokenTurns } from '../../ports/detector.suite.ts'
import { convert, durationMs, speakTurns } from '../../support/recordings.ts'

const LINES: [voice: string, text: string][] = [
  ['rms', 'good morning. what can I do for you today'],
  ['slt', 'I have had a bad cough and a sore throat for five days now'],
  ['rms', 'are you taking any medicine'],
  ['slt', 'no'],
]

async function speakOnce(): Promise<SpokenTurns> {
  const { path, times } = await speakTurns(LINES)
  const pcm = await convert(path, 'pcm', ['-f', 's16le', '-ac', '1', '-ar', '16000'])
  return { path: pcm, durationMs: await durationMs(path), turns: times }
}

const spoken = speakOnce()
const speak = () => spoken

detectorSuite('Silero', openSilero(openPythons('cpu')()), speak)
detectorSuite("WebRTC's detector", openWebrtc(), speak)
