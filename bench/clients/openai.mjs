// OpenAI's package, of the major version that is named: every form of a transcription, a stream, models and an error.
import { createReadStream } from 'node:fs'
import { print } from './print.mjs'

const { OSLER_BASE: baseURL, OSLER_KEY: apiKey, OSLER_RECORDING: recording } = process.env
const { default: OpenAI } = await import(process.argv[2])
const openai = new OpenAI({ baseURL, apiKey, maxRetries: 0 })
const ask = (more) =>
  openai.audio.transcriptions.create({ file: createReadStream(recording), model: 'gpt-4o-transcribe', ...more })

print('json', (await ask({})).text)
print('text', (await ask({ response_format: 'text' })).trim())
const verbose = await ask({ response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'] })
print(
  'verbose_json, segments',
  verbose.segments
    .map(({ text }) => text)
    .join('')
    .trim(),
)
print('verbose_json, words', verbose.words.map(({ word }) => word).join(' '), 'words')
const diarized = await ask({ response_format: 'diarized_json', chunking_strategy: 'auto' })
print('diarized_json', diarized.segments.map(({ text }) => text).join(' '))
let streamed = ''
for await (const event of await ask({ stream: true })) {
  if (event.type === 'transcript.text.delta') streamed += event.delta
}
print('stream', streamed)
print('keywords, languages', (await ask({ model: 'gpt-transcribe', keywords: ['Xarelto'], languages: ['en'] })).text)
const { id } = await openai.models.retrieve('gpt-4o-transcribe')
print('models', id, 'gpt-4o-transcribe')
const refused = await new OpenAI({ baseURL, apiKey: 'wrong', maxRetries: 0 }).models.list().catch((error) => error)
print('a wrong key', `${refused instanceof OpenAI.AuthenticationError} ${refused.requestID?.length}`, 'true 36')
