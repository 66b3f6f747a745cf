// Deepgram's package: a recording as a whole, and speech that goes on.
import { readFile } from 'node:fs/promises'
import { DeepgramClient } from '@deepgram/sdk'
import { print } from './print.mjs'
import { readSound, speak } from './sound.mjs'

const { OSLER_BASE: base, OSLER_KEY: apiKey, OSLER_RECORDING: recording } = process.env
const RATE = 16_000
const baseUrl = new URL(base).origin
const deepgram = new DeepgramClient({ apiKey, baseUrl })

const whole = await deepgram.listen.v1.media.transcribeFile(await readFile(recording), {
  model: 'nova-3',
  smart_format: true,
})
print('a recording', whole.results.channels[0].alternatives[0].transcript)

const wanted = { model: 'nova-3', smart_format: 'true', interim_results: 'true', encoding: 'linear16' }
const socket = await deepgram.listen.v1.connect({ ...wanted, sample_rate: RATE, reconnectAttempts: 0 })
const texts = []
let ended
const done = new Promise((resolve) => {
  socket.on('message', ({ type, is_final, channel, duration }) => {
    if (type === 'Results' && is_final) texts.push(channel.alternatives[0].transcript)
    if (type === 'Metadata') ended = duration
  })
  socket.on('close', resolve)
})
socket.connect()
await socket.waitForOpen()
socket.sendKeepAlive({ type: 'KeepAlive' })
const sound = await readSound(RATE)
for await (const piece of speak(sound, RATE)) socket.sendMedia(piece)
socket.sendFinalize({ type: 'Finalize' })
socket.sendCloseStream({ type: 'CloseStream' })
const { code } = await done
print('a stream', texts.filter(Boolean).join(' '), 'nearly')
print('a stream, its end', `${code} ${Math.round(ended)}`, '1000 12')
process.exit()
