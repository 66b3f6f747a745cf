import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { KeptRecording, KeptSegment, Series } from '../../web/src/kept-recording.ts'

// What the page's modules find in a browser when they are loaded: import this before them.
const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}
Object.defineProperty(globalThis, 'localStorage', { value: storage() })
Object.defineProperty(globalThis, 'sessionStorage', { value: storage() })

/** Keeps a recording in memory, in place of the browser's database. */
export function keepInMemory(segments: readonly KeptSegment[] = []): KeptRecording & { segments: KeptSegment[] } {
  const kept: KeptSegment[] = [...segments]
  let series: Series | undefined
  return {
    segments: kept,
    readSeries: async () => series,
    async keepSeries(next) {
      series = next
    },
    async keepSecond(number, second, sound) {
      const found = kept.find((segment) => segment.number === number) ?? { number, seconds: [] }
      if (!kept.includes(found)) kept.push(found)
      found.seconds[second] = sound
    },
    readSegments: async () => [...kept],
    async forgetSegment(number) {
      kept.splice(0, kept.length, ...kept.filter((segment) => segment.number !== number))
    },
    async forgetAll() {
      kept.length = 0
      series = undefined
    },
    async countSeconds() {
      const seconds = kept.reduce((sum, segment) => sum + segment.seconds.length, 0)
      return seconds === 0 && series === undefined ? undefined : seconds
    },
  }
}

export interface PageServer extends AsyncDisposable {
  /** What was asked: "POST /api/series". */
  asked: string[]
}

/** A server on the loopback that the page's relative paths lead to; it answers what `answer` says. */
export async function openPageServer(
  answer: (asked: string, time: number) => { status: number; body: object },
): Promise<PageServer> {
  const asked: string[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume().on('end', () => {
      const what = `${request.method} ${request.url}`
      asked.push(what)
      const { status, body } = answer(what, asked.filter((other) => other === what).length)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const fetchOf = globalThis.fetch
  globalThis.fetch = (path, init) => fetchOf(new URL(String(path), `http://127.0.0.1:${port}`), init)
  return {
    asked,
    async [Symbol.asyncDispose]() {
      globalThis.fetch = fetchOf
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
