// How speech is heard while it is said: a server as users start it, over loopback, in real time.
// Usage: node bench/live/run.ts [latency|hurried|streams|ends|kills|hour …] [--recording FILE] [--times 5] [--minutes 60]
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openLiveClient } from '../../test/support/live-client.ts'
import { ffmpeg, make, speak } from '../../test/support/recordings.ts'
import { median, printFigure, quantile } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { type BenchServer, startServer } from '../server.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'
import { measureHour } from './hour.ts'
import { begin, type Heard, keyOf, listen } from './listen.ts'
import { countChanged, findFirst, findLate, firstTexts, lastTexts } from './read-told.ts'
import { speakLines, toPcm } from './spoken-lines.ts'

const STREAMS = 4
const BYTES_PER_SECOND = 32_000
const inMs = (ms: number) => `${Math.round(ms)} ms`

const { values, positionals } = parseArgs({
  options: {
    recording: { type: 'string' },
    times: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '60' },
  },
  allowPositionals: true,
})
const TIMES = Number(values.times)

async function latency(server: BenchServer): Promise<void> {
  const { pcm, lines } = await speakLines()
  const heard = await listen(server, pcm)
  const late = lines.flatMap((line) => findLate(heard.told, line) ?? [])
  printFigure('end of speech to final text, median', inMs(median(late)), '<= 900 ms')
  printFigure('end of speech to final text, P95', inMs(quantile(late, 0.95)), '<= 1500 ms')
  const first = lines.flatMap((line) => findFirst(heard.told, line) ?? [])
  printFigure(`first partial text after speech begins, median of ${first.length}`, inMs(median(first)), '<= 1000 ms')
  const { changed, shown } = countChanged(heard.told)
  printFigure(`words of partial text that changed, of ${shown}`, `${((100 * changed) / shown).toFixed(1)} %`, '<= 10 %')
  await compare(server, heard, pcm)
}

/** The same for a client that asks for speed: what is told at once, and what it is worth. */
async function hurried(server: BenchServer): Promise<void> {
  const { pcm, lines } = await speakLines()
  const { told } = await listen(server, pcm, 1, { pauseMs: 200 })
  const late = lines.flatMap((line) => findLate(told, line) ?? [])
  printFigure('asked for speed: end of speech to final text, median', inMs(median(late)), '<= 400 ms')
  printFigure('asked for speed: end of speech to final text, P95', inMs(quantile(late, 0.95)), '')
  const first = lines.flatMap((line) => findFirst(told, line) ?? [])
  printFigure(`asked for speed: first partial text, median of ${first.length}`, inMs(median(first)), '<= 1000 ms')
  const said = lines.map(({ text }) => text).join(' ')
  for (const [name, items] of Object.entries({ 'at once': firstTexts(told), 'in the end': lastTexts(told) })) {
    const errors = wordErrorRate(normalizeWords(said), normalizeWords(items.join(' ')))
    printFigure(`asked for speed: words that are wrong ${name}`, `${(100 * errors).toFixed(1)} %`, '')
  }
}

/** The end of a live recording against the same sound uploaded. */
async function compare(server: BenchServer, { consultation }: Heard, pcm: Buffer): Promise<void> {
  const file = await make('wav', `bench live ${pcm.length} ${Date.now()}`, async (path) => {
    await writeFile(`${path}.pcm`, pcm)
    await ffmpeg(['-f', 's16le', '-ar', '16000', '-ac', '1', '-i', `${path}.pcm`, path])
  })
  const uploaded = await send(server, file, 'soap_note')
  await Promise.all([consultation, uploaded].map((id) => waitUntilDone(server, id)))
  const read = async (id: string, what: string) =>
    (await fetch(`${server.address}/api/consultations/${id}/${what}`, { headers: server.headers })).text()
  const textOf = async (id: string) => normalizeWords(await read(id, 'transcript?format=text'))
  const errors = wordErrorRate(await textOf(uploaded), await textOf(consultation))
  printFigure(
    'words of the transcript at the end that differ from the upload’s',
    `${(100 * errors).toFixed(1)} %`,
    '<= 2 %',
  )
  const noteOf = async (id: string) => {
    const { sections } = JSON.parse(await read(id, 'documents/soap_note')) as {
      sections: { statements: { text: string }[] }[]
    }
    return sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  }
  const [live, upload] = [await noteOf(consultation), await noteOf(uploaded)]
  const same = live.filter((text) => upload.includes(text)).length
  printFigure('statements of the note that are the upload’s', `${same} of ${upload.length}`, 'all')
}

async function streams(server: BenchServer): Promise<void> {
  const { pcm, lines } = await speakLines()
  const all = Array.from({ length: STREAMS }, () => listen(server, pcm))
  await sleep(1000)
  const more = await openLiveClient(server.address, '/api/live', keyOf(server)).catch((error: Error) => error)
  const heard = await Promise.all(all)
  const late = heard.flatMap(({ told }) => lines.flatMap((line) => findLate(told, line) ?? []))
  printFigure(`${STREAMS} streams side by side: final text, P95`, inMs(quantile(late, 0.95)), '<= 3000 ms')
  printFigure(
    `${STREAMS} streams side by side: lines with final text`,
    `${late.length} of ${STREAMS * lines.length}`,
    'all',
  )
  printFigure('one stream more than OSLER_LIVE_STREAMS', more instanceof Error ? more.message.slice(-3) : 'open', '429')
}

/** Whether the last word is told when the end is sent right behind it. */
async function ends(server: BenchServer): Promise<void> {
  let there = 0
  for (let turn = 0; turn < TIMES; turn++) {
    const whole = await toPcm(await speak('I take one tablet of lisinopril every morning'))
    const cut = whole.subarray(0, whole.length - ((turn * 320) % 6400))
    const { told } = await listen(server, cut, 4)
    const text = told.flatMap(({ said }) => (said.type === 'item' ? String(said.text) : [])).join(' ')
    if (/every morning\W*$/i.test(text)) there++
  }
  printFigure('last words that are told when the end follows at once', `${there} of ${TIMES}`, 'all')
}

/** Kills the server at random points of a recording; its client comes back each time. */
async function kills(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-live-'))
  const { pcm } = await speakLines()
  let server = await startServer(folder)
  let { client, open } = await begin(server, { type: 'start', documents: 'soap_note' })
  let [position, lost] = [0, 0]
  for (let turn = 0; turn < TIMES; turn++) {
    const to = position + Math.floor(Math.random() * 5 * BYTES_PER_SECOND) * 2
    await client.speak(pcm.subarray(position, Math.min(to, pcm.length)), 2)
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    const kept = Math.max(0, ...client.told.map((said) => Number(said.type === 'ack' ? said.position : 0)))
    server = await startServer(folder)
    ;({ client, open } = await begin(server, { type: 'resume', recording: open.recording }))
    position = Number(open.position)
    if (position < kept) lost += kept - position
  }
  await client.speak(pcm.subarray(position), 2)
  client.send({ type: 'end' })
  await client.closed
  printFigure(`acknowledged bytes that ${TIMES} times kill -9 lost`, String(lost), '0')
  await compare(server, { told: [], consultation: String(open.consultation) }, pcm)
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
}

async function real(server: BenchServer, file: string): Promise<void> {
  const pcm = await toPcm(file)
  const heard = await listen(server, pcm)
  const { changed, shown } = countChanged(heard.told)
  printFigure(`words of partial text that changed, of ${shown}`, `${((100 * changed) / shown).toFixed(1)} %`, '<= 10 %')
  await compare(server, heard, pcm)
}

const wanted = positionals.length > 0 ? positionals : ['latency', 'hurried', 'streams', 'ends', 'kills']
{
  await using server = await startServer()
  // The model is loaded by the first sound.
  await listen(server, Buffer.alloc(BYTES_PER_SECOND), 1)
  if (values.recording) await real(server, values.recording)
  if (wanted.includes('latency')) await latency(server)
  if (wanted.includes('hurried')) await hurried(server)
  if (wanted.includes('streams')) await streams(server)
  if (wanted.includes('ends')) await ends(server)
  if (wanted.includes('hour')) await measureHour(server, (await speakLines()).pcm, 60 * Number(values.minutes))
}
if (wanted.includes('kills')) await kills()
