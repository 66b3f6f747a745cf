import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { openOpenAiRecognizer } from '../../src/engines/speech/openai.ts'
import { printFigure } from '../figures.ts'

const AT_ONCE = 32
const STRETCHES = 2000
const STRETCH_MS = 10_000
const ANSWER_MS = 100

/** How many segments a second one process forwards to a server that answers in 100 ms, 32 at once. */
export async function measureForwarding(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-forward-'))
  const server = execa(process.execPath, [join(import.meta.dirname, 'slow-server.ts')])
  try {
    const path = join(folder, 'sound.pcm')
    await writeFile(path, Buffer.alloc(STRETCH_MS * 32))
    const port = String(await once(server.stdout, 'data')).trim()
    const rate = await forward(path, `http://127.0.0.1:${port}/v1`)
    const limit = (AT_ONCE * 1000) / ANSWER_MS
    printFigure(
      `stretches a second to a server that answers in 100 ms, 32 at once (${rate.toFixed(0)} of ${limit})`,
      `${(rate / limit).toFixed(2)} ×`,
      '≥ 0.90 ×',
    )
  } finally {
    server.kill()
    await server.catch(() => {})
    await rm(folder, { recursive: true })
  }
}

async function forward(path: string, url: string): Promise<number> {
  await using recognizer = openOpenAiRecognizer({ urls: [url], model: 'm', languages: ['en'], atOnce: AT_ONCE })
  const segments = Array.from({ length: STRETCHES }, () => ({ channel: 0, startMs: 0, endMs: STRETCH_MS }))
  const audio = { channels: [path], durationMs: STRETCH_MS }
  const startedMs = performance.now()
  const { signal } = new AbortController()
  for await (const _ of recognizer.recognize(audio, segments, { language: 'en', vocabulary: [] }, signal)) {
  }
  return STRETCHES / ((performance.now() - startedMs) / 1000)
}
