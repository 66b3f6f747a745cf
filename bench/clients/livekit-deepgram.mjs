// LiveKit's agents: their Deepgram plugin.
import { initializeLogger, stt } from '@livekit/agents'
import { STT } from '@livekit/agents-plugin-deepgram'
import { AudioFrame } from '@livekit/rtc-node'
import { print } from './print.mjs'
import { readSound, speak } from './sound.mjs'

const { OSLER_BASE: base, OSLER_KEY: apiKey } = process.env
const RATE = 16_000
initializeLogger({ pretty: false, level: 'silent' })
const stream = new STT({ apiKey, baseUrl: new URL(base).origin.replace('http', 'ws') }).stream()
const texts = []
const listening = (async () => {
  for await (const { type, alternatives } of stream)
    if (type === stt.SpeechEventType.FINAL_TRANSCRIPT) texts.push(alternatives[0].text)
})()
const sound = Buffer.concat([await readSound(RATE), Buffer.alloc(4 * RATE)])
for await (const piece of speak(sound, RATE)) {
  const samples = new Int16Array(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length))
  stream.pushFrame(new AudioFrame(samples, RATE, 1, samples.length))
}
await new Promise((heard) => setTimeout(heard, 2000))
stream.close()
await Promise.race([listening, new Promise((late) => setTimeout(late, 2000))])
print('a stream', texts.join(' '), 'nearly')
process.exit()
