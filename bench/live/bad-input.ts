import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { type BenchServer, startServer } from '../server.ts'
import { keyOf } from './listen.ts'
import { speakLines } from './spoken-lines.ts'

/**
 * Says at every socket what no client should, and prints what it is told and with which code it is closed; behind each the server
 * must answer, and hear a client that is right. `node bench/live/bad-input.ts`
 */
interface Protocol {
  path: string
  begin: object[]
  sound(pcm: Buffer, number: number): string | Buffer
  end: object
  /** A beginning that is none. */
  wrong: object
}

const text = (message: object) => JSON.stringify(message)
const base64 = (pcm: Buffer) => pcm.toString('base64')
const streams = [{ id: 'one', speaker_type: 'DOCTOR' }]
const nabla = { type: 'CONFIG', encoding: 'PCM_S16LE', sample_rate: 16000, speech_locales: ['ENGLISH_US'], streams }
const transcription = { type: 'transcription', audio: { input: { turn_detection: { type: 'server_vad' } } } }

const PROTOCOLS: Record<string, Protocol> = {
  native: {
    path: '/api/live',
    begin: [{ type: 'start' }],
    sound: (pcm) => pcm,
    end: { type: 'end' },
    wrong: { type: 'start', sampleRate: 'fast' },
  },
  nabla: {
    path: '/v1/core/server/transcribe-ws?nabla-api-version=2025-05-21',
    begin: [nabla],
    sound: (pcm, seq_id) => text({ type: 'AUDIO_CHUNK', stream_id: 'one', seq_id, payload: base64(pcm) }),
    end: { type: 'END' },
    wrong: { ...nabla, encoding: 'MP7' },
  },
  intron: {
    path: '/stt/v1/stream?use_language_asr_input=en&sample_rate=16000',
    begin: [],
    sound: (pcm) => text({ message_type: 'INPUT_AUDIO_CHUNK', audio_base_64: base64(pcm) }),
    end: { message_type: 'COMMIT' },
    wrong: { message_type: 'BEGIN' },
  },
  deepgram: {
    path: '/v1/listen?encoding=linear16&sample_rate=16000',
    begin: [],
    sound: (pcm) => pcm,
    end: { type: 'CloseStream' },
    wrong: { type: 'Configure', thresholds: 7 },
  },
  openai: {
    path: '/v1/realtime?intent=transcription',
    begin: [{ type: 'session.update', session: transcription }],
    sound: (pcm) => text({ type: 'input_audio_buffer.append', audio: base64(pcm) }),
    end: { type: 'input_audio_buffer.commit' },
    wrong: {
      type: 'session.update',
      session: { type: 'transcription', audio: { input: { format: { type: 'mp7' } } } },
    },
  },
}

type Messages = (protocol: Protocol, speech: Buffer) => (string | Buffer)[]
const PIECE = 8192
const MANY = 10_000
const pieces = (speech: Buffer) =>
  Array.from({ length: Math.ceil(speech.length / PIECE) }, (_, at) => speech.subarray(at * PIECE, (at + 1) * PIECE))
const said = ({ begin, sound, end }: Protocol, speech: Buffer) => [
  ...begin.map(text),
  ...pieces(speech).map(sound),
  text(end),
]

const CASES: Record<string, Messages> = {
  'as it should be': said,
  'a beginning that is none': ({ wrong, ...protocol }, speech) => said({ ...protocol, wrong, begin: [wrong] }, speech),
  'a second beginning in the midst': (protocol, speech) => said(protocol, speech).toSpliced(4, 0, text(protocol.wrong)),
  'a text that is no JSON': (protocol, speech) => said(protocol, speech).toSpliced(4, 0, 'hello?'),
  'a message that nobody knows': (protocol, speech) => said(protocol, speech).toSpliced(4, 0, text({ type: 'x' })),
  'base64 that is none': (protocol, speech) => {
    const sound = protocol.sound(speech.subarray(0, PIECE), 0)
    const broken = typeof sound === 'string' ? sound.replace(/"[A-Za-z0-9+/=]{100,}"/, '"!!!"') : 'AAAA===='
    return said(protocol, speech).toSpliced(4, 0, broken)
  },
  'an odd number of bytes in each piece': (protocol, speech) => {
    const odd = pieces(speech).map((piece, at) => protocol.sound(piece.subarray(0, PIECE - 1), at))
    return [...protocol.begin.map(text), ...odd, text(protocol.end)]
  },
  'a frame of 3 MiB': ({ begin, sound }) => [...begin.map(text), sound(Buffer.alloc(3 << 20), 0)],
  'ten thousand frames at once': ({ begin, sound, end }, speech) => [
    ...begin.map(text),
    ...Array.from({ length: MANY }, (_, at) => sound(speech.subarray(at * 20, at * 20 + 20), at)),
    text(end),
  ],
  'a minute of silence': (protocol) => said(protocol, Buffer.alloc(60 * 32_000)),
  'sound of 48 kHz, said to be of 16': (protocol, speech) => {
    const samples = new Int16Array(speech.buffer, speech.byteOffset, speech.length / 2)
    return said(
      protocol,
      Buffer.from(Int16Array.from({ length: samples.length * 3 }, (_, at) => samples[Math.floor(at / 3)] ?? 0).buffer),
    )
  },
  'bytes where text belongs, text where bytes belong': ({ begin, sound, end }, speech) => {
    const turned = pieces(speech).map((piece, at) => {
      const right = sound(piece, at)
      return typeof right === 'string' ? Buffer.from(right) : base64(right)
    })
    return [...begin.map(text), ...turned, text(end)]
  },
}

const PATIENCE_MS = 30_000

interface Outcome {
  told: Record<string, unknown>[]
  code: number | undefined
}

async function say(server: BenchServer, { path }: Protocol, messages: readonly (string | Buffer)[]): Promise<Outcome> {
  const headers = { authorization: `Bearer ${keyOf(server)}` }
  const socket = new WebSocket(server.address.replace('http', 'ws') + path, { headers })
  const told: Outcome['told'] = []
  let code: number | undefined
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  socket.on('message', (data) => told.push(JSON.parse(String(data))))
  socket.on('error', () => {})
  socket.on('close', (closedWith) => {
    code = closedWith
    resolve()
  })
  await new Promise((open) => socket.once('open', open).once('close', open))
  for (const message of messages) socket.send(message, () => {})
  // OpenAI's socket stays open behind a commit.
  const isDone = () => told.some(({ type }) => String(type).endsWith('transcription.completed'))
  const waited = async () => {
    for (const endMs = Date.now() + PATIENCE_MS; Date.now() < endMs && !isDone(); ) await sleep(200)
  }
  await Promise.race([closed, waited()])
  socket.terminate()
  return { told, code }
}

const isError = (message: object) => /error|refus|invalid|unknown/i.test(JSON.stringify(message).slice(0, 120))
const speech = (await speakLines()).pcm.subarray(0, 8 * 32_000)
await using server = await startServer()
for (const [name, protocol] of Object.entries(PROTOCOLS)) {
  for (const [what, messages] of Object.entries(CASES)) {
    const { told, code } = await say(server, protocol, messages(protocol, speech))
    const error = told.findLast(isError)
    const live = await fetch(`${server.address}/health/live`)
    console.log(
      `${name.padEnd(9)} ${what.padEnd(50)} ${String(code ?? 'open').padEnd(5)} ${String(told.length).padStart(4)} told ` +
        `${live.status === 200 ? '' : 'NOT ALIVE '}${error ? JSON.stringify(error).slice(0, 150) : ''}`,
    )
  }
  const { told } = await say(server, protocol, said(protocol, speech))
  console.log(
    `${name.padEnd(9)} behind all of it: ${/morning|cough/i.test(JSON.stringify(told)) ? 'heard' : 'NOT HEARD'}`,
  )
}
