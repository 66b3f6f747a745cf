// LiveKit's agents: their OpenAI plugin hears a session as it goes on.
import { initializeLogger, stt } from '@livekit/agents'
import { STT } from '@livekit/agents-plugin-openai'
import { AudioFrame } from '@livekit/rtc-node'
import { print } from './print.mjs'
import { readSound, speak } from './sound.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey } = process.env
const RATE = 24_000
initializeLogger({ pretty: false, level: 'silent' })
const stream = new STT({ baseURL, apiKey, model: 'gpt-4o-transcribe', language: 'en', useRealtime: true }).stream()
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
await new Promise((heard) => setTimeout(heard, 6000))
stream.close()
await Promise.race([listening, new Promise((late) => setTimeout(late, 2000))])
print('a session', texts.join(' '), 'nearly')
process.exit()
