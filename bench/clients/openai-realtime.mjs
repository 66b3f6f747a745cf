// The realtime class of OpenAI's package, which speaks TLS alone: a proxy with a certificate of its own stands before the server.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createServer } from 'node:tls'
import { print } from './print.mjs'
import { readSound, speak, waitForQuiet } from './sound.mjs'

const { OSLER_BASE: base, OSLER_KEY: apiKey } = process.env
const [name] = process.argv.slice(2)
const { default: OpenAI } = await import(name)
const { OpenAIRealtimeWS } = await import(`${name}/realtime/ws`)
const RATE = 24_000

const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost']
const written = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', 'key.pem', '-out', 'certificate.pem']
execFileSync('openssl', ['req', ...made, ...written], { stdio: 'ignore' })
const [key, cert] = ['key.pem', 'certificate.pem'].map((file) => readFileSync(file))
const { hostname, port } = new URL(base)
const proxy = createServer({ key, cert }, (client) => {
  const server = connect(Number(port), hostname)
  client.pipe(server).pipe(client)
  for (const socket of [client, server]) socket.on('error', () => client.destroy())
})
await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening))
const baseURL = `https://localhost:${proxy.address().port}/v1`
const sound = await readSound(RATE)

/** What comes of the sound in a session whose turns silence ends, or its client. */
async function transcribe(turn_detection) {
  const wanted = name.endsWith('6') ? { model: 'gpt-4o-transcribe' } : { intent: 'transcription' }
  const socket = new OpenAIRealtimeWS({ ...wanted, options: { ca: cert } }, new OpenAI({ baseURL, apiKey }))
  const texts = []
  const turns = new Set()
  socket.on('input_audio_buffer.committed', ({ item_id }) => turns.add(item_id))
  socket.on('conversation.item.input_audio_transcription.completed', ({ item_id, transcript }) => {
    texts.push(transcript)
    turns.delete(item_id)
  })
  await new Promise((open) => socket.socket.once('open', open))
  const input = { transcription: { model: 'gpt-4o-transcribe', language: 'en' }, turn_detection }
  socket.send({ type: 'session.update', session: { type: 'transcription', audio: { input } } })
  for await (const piece of speak(sound, RATE))
    socket.send({ type: 'input_audio_buffer.append', audio: piece.toString('base64') })
  socket.send({ type: 'input_audio_buffer.commit' })
  await waitForQuiet(
    () => texts.length + turns.size,
    () => turns.size === 0,
  )
  socket.close()
  return texts.join(' ')
}

print('a session that its client commits', await transcribe(null), 'nearly')
print('a session whose turns silence ends', await transcribe({ type: 'server_vad' }), 'nearly')
process.exit()
