import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { execa } from 'execa'

export const KEY = 'the-key-of-this-page'

export interface LiveServer {
  origin: string
  kill(): Promise<void>
}

const TEMPLATE = join(import.meta.dirname, '../support/embedded-template.ts')

/** A folder with a database in it, which takes seconds to make. */
export async function fillFolder(folder: string): Promise<void> {
  const script = `import(${JSON.stringify(TEMPLATE)}).then(({ copyEmbeddedTemplate: copy }) => copy(process.argv[1]))`
  await execa(process.execPath, ['-e', script, join(folder, 'database')])
}

/** Osler as it is started, hearing with the smallest model; at a port where it was before, or a free one. */
export async function startServer(folder: string, port = '0'): Promise<LiveServer> {
  const own = { OSLER_DATA: folder, OSLER_PORT: port, OSLER_API_KEY: KEY }
  const quick = { OSLER_LOG: 'silent', OSLER_SPEECH_MODEL: 'whisper-tiny.en' }
  const bin = join(import.meta.dirname, '../../bin/osler')
  const server: ChildProcess = spawn(bin, ['serve'], {
    env: { ...process.env, ...own, ...quick },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    const [, origin] = /listens on (http:\/\/[^/\s]+)/.exec(line) ?? []
    if (origin) return { origin, kill }
  }
  throw new Error('Osler ended before it listened.')
}
