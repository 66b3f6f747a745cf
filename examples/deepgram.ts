// Deepgram: a recording as a whole, and the same as speech that goes on (https://developers.deepgram.com/reference).
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'

const { ADDRESS = 'https://api.deepgram.com', KEY = '' } = process.env
const [path = ''] = process.argv.slice(2)

interface Heard {
  channel: { alternatives: { transcript: string }[] }
  is_final?: boolean
}

const response = await fetch(`${ADDRESS}/v1/listen?model=nova-3&smart_format=true&utterances=true`, {
  method: 'POST',
  headers: { authorization: `Token ${KEY}`, 'content-type': 'audio/ogg' },
  body: await readFile(path),
})
const { results } = (await response.json()) as { results: { utterances: { start: number; transcript: string }[] } }
for (const { start, transcript } of results.utterances) console.log(start, transcript)

const socket = new WebSocket(`${ADDRESS.replace('http', 'ws')}/v1/listen?model=nova-3&smart_format=true`, [
  'token',
  KEY,
])
socket.onmessage = ({ data }) => {
  const { is_final, channel } = JSON.parse(data) as Heard
  if (is_final) console.log(`live: ${channel.alternatives[0]?.transcript}`)
}
socket.onopen = async () => {
  for await (const bytes of createReadStream(path, { highWaterMark: 4096 })) socket.send(bytes)
  socket.send(JSON.stringify({ type: 'CloseStream' }))
}
