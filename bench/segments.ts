// The sample in segments of ten seconds, cut at every offset of 0 to 9 s, against the same sound uploaded.
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { execa } from 'execa'
import { printFigure } from './figures.ts'
import { send, waitUntilDone } from './native-client.ts'
import { type BenchServer, startServer } from './server.ts'

const SAMPLE = join(import.meta.dirname, '../samples/consultation.ogg')
const SEGMENT_SECONDS = 10
const OFFSETS = Array.from({ length: SEGMENT_SECONDS }, (_, offset) => offset)

const ffmpeg = (words: string[]) => execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...words])

async function ask<Body>({ address, headers }: BenchServer, path: string, init: RequestInit = {}): Promise<Body> {
  const answer = await fetch(address + path, { ...init, headers: { ...headers, ...init.headers } })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Body
}

/** The sample in segments of which the first ends at `offset` seconds; answers its consultation. */
async function record(server: BenchServer, whole: string, seconds: number, offset: number): Promise<string> {
  const begun = await ask<Record<'id' | 'consultationId', string>>(server, '/api/series', { method: 'POST' })
  let number = 0
  for (let from = 0; from < seconds; number++) {
    const to = from === 0 && offset > 0 ? offset : from + SEGMENT_SECONDS
    const segment = `${whole}.${number}.wav`
    await ffmpeg(['-ss', String(from), '-to', String(to), '-i', whole, segment])
    const form = new FormData()
    form.append('file', await openAsBlob(segment), 'segment.wav')
    await ask(server, `/api/series/${begun.id}/segments/${number}`, { method: 'POST', body: form })
    from = to
  }
  const body = JSON.stringify({ documents: 'soap_note' })
  const headers = { 'content-type': 'application/json' }
  await ask(server, `/api/series/${begun.id}/finish`, { method: 'POST', headers, body })
  await waitUntilDone(server, begun.consultationId)
  return begun.consultationId
}

async function noteOf(server: BenchServer, id: string): Promise<string[][]> {
  const { sections } = await ask<{ sections: { key: string; statements: { text: string }[] }[] }>(
    server,
    `/api/consultations/${id}/documents/soap_note`,
  )
  return sections.map(({ key, statements }) => [key, ...statements.map(({ text }) => text)])
}

const folder = await mkdtemp(join(tmpdir(), 'osler-bench-segments-'))
await using server = await startServer()
const whole = join(folder, 'whole.wav')
await ffmpeg(['-i', SAMPLE, '-ar', '16000', '-ac', '1', whole])
const { stdout } = await execa('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', whole])
const uploaded = await send(server, whole, 'soap_note')
await waitUntilDone(server, uploaded)
const wanted = await noteOf(server, uploaded)
let same = 0
for (const offset of OFFSETS) {
  const note = await noteOf(server, await record(server, whole, Number(stdout), offset))
  if (isDeepStrictEqual(note, wanted)) same++
}
printFigure("the sample in segments: notes that are the upload's", `${same} of ${OFFSETS.length}`, 'all')
await rm(folder, { recursive: true })
