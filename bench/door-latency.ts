import { openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import { execa } from 'execa'
import { run } from '../src/pipeline/transcribe/run.ts'
import { withScratch } from '../src/platform/scratch.ts'
import { openEngines } from '../src/server/open-engines.ts'
import { readConfig } from '../src/server/settings.ts'
import { makeConsultation } from './consultation.ts'
import { median, printFigure } from './figures.ts'
import { type BenchServer, startServer } from './server.ts'

const CLIP_SECONDS = 10
const LIMITS = { minMs: 0, maxMs: 600_000 }

/** The synchronous routes with their forms. */
const DOORS: Record<string, { path: string; file: string; fields: Record<string, string> }> = {
  Intron: { path: '/file/v1/upload/sync', file: 'audio_file_blob', fields: { audio_file_name: 'clip' } },
  Nabla: {
    path: '/v1/copilot-api/server/listen',
    file: 'file',
    fields: { request_parameters: '{"output_objects":["transcript_item"],"language":"en-US"}' },
  },
  OpenAI: { path: '/v1/audio/transcriptions', file: 'file', fields: { model: 'whisper-1' } },
}

/**
 * What a door adds to the work itself, for a clip of ten seconds: the same pipeline is run as `osler listen` runs it, in
 * this process with its decoder warm, so that no start of a program is counted in the door's favour. Both take turns.
 */
export async function measureDoorLatency(rounds: number): Promise<void> {
  const { wav } = await makeConsultation()
  const clip = wav.replace(/\.wav$/, '.clip.wav')
  await execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-t', String(CLIP_SECONDS), '-i', wav, clip])
  await using server = await startServer()
  const engines = await openEngines(readConfig({}))
  await using opened = new AsyncDisposableStack()
  for (const recognizer of engines.recognizers) opened.use(recognizer)
  const [recognizer] = engines.recognizers
  if (recognizer === undefined) throw new Error('No recogniser is installed.')

  const listen = () =>
    withScratch(tmpdir(), 'osler-bench', (scratch) =>
      run(
        { file: clip, scratch, language: 'en', limits: LIMITS },
        { ...engines, recognizer },
        { recognized: [], async decoded() {}, async segment() {}, step() {} },
        new AbortController().signal,
      ),
    )
  const added = new Map<string, number[]>(Object.keys(DOORS).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, door] of Object.entries(DOORS)) {
      const alone = await time(listen)
      const through = await time(() => ask(server, door, clip))
      // The first round loads decoders on both sides.
      if (round > 0) added.get(name)?.push(through - alone)
    }
  }
  for (const [name, ms] of added) {
    printFigure(
      `time that ${name}'s synchronous route adds to a clip of 10 s`,
      `${median(ms).toFixed(0)} ms`,
      '≤ 150 ms',
    )
  }
}

async function ask(server: BenchServer, { path, file, fields }: (typeof DOORS)[string], clip: string): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append(file, await openAsBlob(clip), 'clip.wav')
  const response = await fetch(server.address + path, { method: 'POST', headers: server.headers, body: form })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  await response.text()
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

if (import.meta.main) await measureDoorLatency(7)
