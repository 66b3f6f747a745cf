// OpenAI: a transcription through its own package (https://platform.openai.com/docs/api-reference/audio).
import { createReadStream } from 'node:fs'
import OpenAI from 'openai'

const { ADDRESS = 'https://api.openai.com', KEY = '' } = process.env
const [path = ''] = process.argv.slice(2)
const openai = new OpenAI({ baseURL: `${ADDRESS}/v1`, apiKey: KEY })

const transcription = await openai.audio.transcriptions.create({
  file: createReadStream(path),
  model: 'whisper-1',
  response_format: 'verbose_json',
  timestamp_granularities: ['segment'],
})
for (const { start, end, text } of transcription.segments ?? []) console.log(start, end, text)
console.log(`${transcription.duration} s, ${transcription.language}`)
