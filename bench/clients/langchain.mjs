// LangChain's loader of recordings.
import { OpenAIWhisperAudio } from '@langchain/community/document_loaders/fs/openai_whisper_audio'
import { print } from './print.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey, OSLER_RECORDING: recording } = process.env
const clientOptions = { baseURL, apiKey, maxRetries: 0 }
const [document] = await new OpenAIWhisperAudio(recording, { clientOptions }).load()
print('load', document.pageContent)
const transcriptionCreateParams = { language: 'en', prompt: 'A consultation.' }
const [second] = await new OpenAIWhisperAudio(recording, { clientOptions, transcriptionCreateParams }).load()
print('load with a language', second.pageContent)
