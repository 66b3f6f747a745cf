import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface BenchServer extends AsyncDisposable {
  address: string
  headers: { authorization: string }
  process: ChildProcess
  /** Resident memory of the serving process, without its children. */
  residentBytes(): Promise<number>
}

const KEY = 'the-key-of-this-bench'
const OSLER = join(import.meta.dirname, '../bin/osler')

/** `osler serve` as users start it, on a free port and a data folder of its own unless one is given. */
export async function startServer(dataFolder?: string): Promise<BenchServer> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'osler-bench-')))
  const environment = { ...process.env, OSLER_DATA: folder, OSLER_PORT: '0', OSLER_API_KEY: KEY, OSLER_LOG: 'warn' }
  const server = spawn(OSLER, ['serve'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await readAddress(server)
  return {
    address,
    headers: { authorization: `Bearer ${KEY}` },
    process: server,
    residentBytes: () => residentBytes(server.pid),
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM')
      await once(server, 'exit')
      if (dataFolder === undefined) await rm(folder, { recursive: true })
    },
  }
}

async function readAddress(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: server.stdout })) {
    const [, address] = /listens on (\S+)/.exec(line) ?? []
    if (address) return address
  }
  throw new Error('The server ended before it listened.')
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}
