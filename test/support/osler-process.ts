import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { execa } from 'execa'
import { copyEmbeddedTemplate } from './embedded-template.ts'
import { TEST_MODEL } from './hearing.ts'
import { TEST_KEY } from './open-test-system.ts'

export interface OslerProcess {
  process: ChildProcess
  address: string
  /** What it wrote to stdout so far. */
  output: string[]
}

export const OSLER = join(import.meta.dirname, '../../bin/osler')

/** What a command of its own is started with, so that it hears with the smallest model. */
export const TEST_SETTINGS = { OSLER_LOG: 'silent', OSLER_SPEECH_MODEL: TEST_MODEL }

/** `osler serve` as a process of its own that can be killed, on a free port. */
export async function startOsler(folder: string, environment: Record<string, string> = {}): Promise<OslerProcess> {
  const database = join(folder, 'database')
  if (!environment.OSLER_DATABASE_URL && !existsSync(database)) await copyEmbeddedTemplate(database)
  const env = { ...process.env, OSLER_DATA: folder, OSLER_PORT: '0', OSLER_API_KEY: TEST_KEY, ...TEST_SETTINGS }
  const server = spawn(OSLER, ['serve'], { env: { ...env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  const output: string[] = []
  for await (const line of createInterface({ input: server.stdout })) {
    output.push(line)
    const [, address] = /listens on (\S+)/.exec(line) ?? []
    if (address) return { process: server, address, output }
  }
  throw new Error('Osler ended before it listened.')
}

/** Ends a process at once, as the kernel or a power cut would. */
export async function killHard(server: OslerProcess): Promise<void> {
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
}

/** What a command wrote, to either stream, and how it ended. */
export interface Called {
  printed: string
  exitCode: number
}

const COMMANDS = new URL('../../src/cli/commands.ts', import.meta.url)
const ENDED = '\0'

/** Calls `osler` with each list of words, one behind the other in one process: to load a command takes a second. */
export async function callOsler(env: Record<string, string>, ...calls: string[][]): Promise<Called[]> {
  const script = `
    import { runCommand } from ${JSON.stringify(COMMANDS)}
    process.stderr.write = process.stdout.write.bind(process.stdout)
    for (const words of ${JSON.stringify(calls)}) {
      process.exitCode = 0
      process.stdout.write(await runCommand(words) + ${JSON.stringify(ENDED)})
    }
    process.exitCode = 0`
  const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', script], { env })
  return stdout
    .split(ENDED)
    .slice(0, -1)
    .map((text) => ({ printed: text.replace(/\d+$/, ''), exitCode: Number(/\d+$/.exec(text)) }))
}
