// Vercel's AI SDK with its OpenAI provider.
import { readFile } from 'node:fs/promises'
import { createOpenAI } from '@ai-sdk/openai'
import * as ai from 'ai'
import { print } from './print.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey, OSLER_RECORDING: recording } = process.env
const openai = createOpenAI({ baseURL, apiKey })
const transcribe = ai.transcribe ?? ai.experimental_transcribe
const audio = await readFile(recording)

for (const model of ['whisper-1', 'gpt-4o-transcribe']) {
  print(model, (await transcribe({ model: openai.transcription(model), audio, maxRetries: 0 })).text)
}
const { segments, durationInSeconds } = await transcribe({ model: openai.transcription('whisper-1'), audio })
print('segments', segments.map(({ text }) => text.trim()).join(' '))
print('duration', String(durationInSeconds > 9), 'true')
