// Nabla: transcript and note from an address, delivered to a callback (https://docs.nabla.com).
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const { ADDRESS = 'https://api.nabla.com', KEY = '' } = process.env
const [file = ''] = process.argv.slice(2)
const BASE = `${ADDRESS}/v1/copilot-api/server`
const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' }

interface Result {
  request_id: string
  client_request_id?: string
  transcript: { text: string; speaker: string; start_offset_ms: number }[]
  note: { sections: { key: string; title: string; text: string }[] }
}

// This customer keeps recordings on a server of its own, which also takes the callbacks.
const audio = await readFile(file)
const { promise: called, resolve: take } = Promise.withResolvers<string>()
const server = createServer(async (request, response) => {
  if (request.method === 'GET') return response.setHeader('content-type', 'audio/ogg').end(audio)
  take(await text(request))
  response.end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const listen = await fetch(`${BASE}/copilot/listen-async`, {
  method: 'POST',
  headers,
  body: JSON.stringify({
    file_url: `${own}/consultation.ogg`,
    output_objects: ['transcript_item', 'note'],
    language: 'en-US',
    split_by_sentence: true,
    note_generation_mode: 'highest_quality',
    note_template: 'GENERAL_MEDICINE',
    callback_url: `${own}/callback`,
    client_request_id: crypto.randomUUID(),
  }),
})
const accepted = (await listen.json()) as { request_id?: string; message?: string }
if (!listen.ok) throw new Error(accepted.message)

const result = JSON.parse(await called) as Result
if (result.request_id !== accepted.request_id) throw new Error('Another request was answered.')
console.log(`${result.transcript.length} transcript items; the first: ${result.transcript[0]?.text}`)
for (const section of result.note.sections) console.log(`\n${section.key}\n${section.text}`)

// Polling, for who cannot take a callback.
const asked = await fetch(`${BASE}/transcribe-async`, {
  method: 'POST',
  headers,
  body: JSON.stringify({ file_url: `${own}/consultation.ogg`, speech_locale: 'ENGLISH_US' }),
})
let job = (await asked.json()) as { id: string; status: string; payload?: { transcript: unknown[] } }
while (job.status === 'ongoing') {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  job = (await (await fetch(`${BASE}/transcribe-async/${job.id}`, { headers })).json()) as typeof job
}
console.log(`\n${job.status}: ${job.payload?.transcript.length} transcript items`)
server.close()
