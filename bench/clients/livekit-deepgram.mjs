// LiveKit's agents: their Deepgram plugin.
import { STT } from '@livekit/agents-plugin-deepgram'
import { hearInStream } from './livekit-stream.mjs'
import { print } from './print.mjs'

const { OSLER_BASE: base, OSLER_KEY: apiKey } = process.env
const baseUrl = new URL(base).origin.replace('http', 'ws')
print('a stream', await hearInStream(() => new STT({ apiKey, baseUrl }), 16_000), 'nearly')
process.exit()
