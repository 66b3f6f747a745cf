import { openAsBlob } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { type BenchServer, startServer } from '../server.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'

// Clients from npm, as they are published today, against a server of this machine: only address and key are ours. They are
// installed into a scratch folder, and are no dependencies of Osler.
// Usage: node bench/clients/run.ts [realtime|livekit|…]: those whose name or script has one of the words
const PACKAGES = [
  ...['openai6@npm:openai@6', 'openai7@npm:openai@7', 'openai@6', 'ai', '@ai-sdk/openai'],
  ...['@langchain/core', '@langchain/community'],
  ...['@livekit/agents', '@livekit/agents-plugin-openai', '@livekit/agents-plugin-deepgram', '@livekit/rtc-node'],
  '@deepgram/sdk@5',
]
const CLIENTS: [name: string, script: string, ...words: string[]][] = [
  ['openai 6', 'openai.mjs', 'openai6'],
  ['openai 7', 'openai.mjs', 'openai7'],
  ['openai 6, realtime', 'openai-realtime.mjs', 'openai6'],
  ['openai 7, realtime', 'openai-realtime.mjs', 'openai7'],
  ['@ai-sdk/openai', 'ai-sdk.mjs'],
  ['LangChain', 'langchain.mjs'],
  ['LiveKit', 'livekit.mjs'],
  ['LiveKit, realtime', 'livekit-realtime.mjs'],
  ['@deepgram/sdk', 'deepgram.mjs'],
  ['LiveKit, Deepgram', 'livekit-deepgram.mjs'],
]
const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')
const SECONDS = 12

interface Call {
  what: string
  got: string
  wanted: string
}

const folder = await mkdtemp(join(tmpdir(), 'osler-clients-'))
await cp(import.meta.dirname, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })
await install()
const recording = join(folder, 'recording.wav')
await execa('ffmpeg', ['-v', 'error', '-t', String(SECONDS), '-i', SAMPLE, '-ar', '16000', '-ac', '1', recording])
await using server = await startServer()
const transcript = await transcribe(server)
let failed = 0
const words = process.argv.slice(2)
const isWanted = (client: readonly string[]) =>
  words.length === 0 || words.some((word) => client.join(' ').includes(word))
for (const client of CLIENTS.filter(isWanted)) failed += await tryClient(client, server)
await rm(folder, { recursive: true })
console.log(failed === 0 ? 'all clients work' : `${failed} calls are wrong`)
process.exitCode = failed === 0 ? 0 : 1

async function install(): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const quietly = ['--no-fund', '--no-audit', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error']
  await execa('npm', ['install', ...quietly, ...PACKAGES], { cwd: folder, stdio: 'inherit' })
}

/** What a plain request gets: every client must get the same. */
async function transcribe({ address, headers }: BenchServer): Promise<string> {
  const body = new FormData()
  body.append('model', 'whisper-1')
  body.append('file', await openAsBlob(recording), 'recording.wav')
  const response = await fetch(`${address}/v1/audio/transcriptions`, { method: 'POST', headers, body })
  return ((await response.json()) as { text: string }).text
}

/** How many of a client's calls were wrong; one that breaks off counts as one. */
async function tryClient(
  [name, script, ...words]: (typeof CLIENTS)[number],
  { address }: BenchServer,
): Promise<number> {
  const env = { OSLER_BASE: `${address}/v1`, OSLER_KEY: 'the-key-of-this-bench', OSLER_RECORDING: recording }
  const { stdout, stderr, exitCode } = await execa(process.execPath, [script, ...words], {
    cwd: folder,
    env,
    reject: false,
  })
  const calls = stdout.split('\n').flatMap((line): Call[] => (line.startsWith('{"what"') ? [JSON.parse(line)] : []))
  const wrong = calls.filter((call) => !isRight(call))
  for (const call of calls) console.log(`${isRight(call) ? 'right' : 'WRONG'}  ${name}: ${call.what}`)
  for (const { what, got } of wrong) console.log(`       ${what} got: ${got}`)
  if (exitCode !== 0) console.log(`WRONG  ${name} broke off: ${stderr.trim().split('\n').slice(-8).join('\n')}`)
  return wrong.length + (exitCode === 0 && calls.length > 0 ? 0 : 1)
}

function isRight({ got, wanted }: Call): boolean {
  if (wanted === 'transcript') return got === transcript
  // What is heard while it is said may differ in a word from what is heard of the whole.
  if (wanted === 'nearly') return wordErrorRate(normalizeWords(transcript), normalizeWords(got)) <= 0.1
  return got === (wanted === 'words' ? transcript.replace(/[.,?!;:"]+(?=\s|$)/g, '') : wanted)
}
