// LiveKit's agents: their OpenAI plugin hears a session as it goes on.
import { STT } from '@livekit/agents-plugin-openai'
import { hearInStream } from './livekit-stream.mjs'
import { print } from './print.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey } = process.env
const plugin = () => new STT({ baseURL, apiKey, model: 'gpt-4o-transcribe', language: 'en', useRealtime: true })
print('a session', await hearInStream(plugin, 24_000), 'nearly')
process.exit()
