import { recognizerSuite } from '../../test/ports/recognizer.suite.ts'
import { type HearSegment, openSample } from './recognizer.ts'

const SEGMENTS = [0, 2000, 4000].map((startMs) => ({ channel: 0, startMs, endMs: startMs + 1000 }))

/** Begin with words that are known; then let the engine hear a recording of test/support/recordings.ts. */
const hear: HearSegment = async (_, { startMs, endMs }) => [{ text: 'hello', startMs, endMs }]

recognizerSuite(
  'sample',
  () => openSample(hear),
  async () => ({ audio: { channels: ['sound.pcm'], durationMs: 5000 }, segments: SEGMENTS }),
)
