// LiveKit's agents: their OpenAI plugin hears frames of sound.
import { readFile } from 'node:fs/promises'
import { initializeLogger } from '@livekit/agents'
import { STT } from '@livekit/agents-plugin-openai'
import { AudioFrame } from '@livekit/rtc-node'
import { print } from './print.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey, OSLER_RECORDING: recording } = process.env
const WAV_HEADER_BYTES = 44
const RATE = 16_000
initializeLogger({ pretty: false, level: 'silent' })
const bytes = (await readFile(recording)).subarray(WAV_HEADER_BYTES)
const sound = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
const frame = new AudioFrame(sound, RATE, 1, sound.length)

for (const model of ['whisper-1', 'gpt-4o-transcribe', 'gpt-transcribe']) {
  const event = await new STT({ baseURL, apiKey, model, language: 'en' }).recognize(frame)
  print(model, event.alternatives[0].text)
}
process.exit()
