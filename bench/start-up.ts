import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { printFigure } from './figures.ts'

/** How long `npm start` takes until it answers, when it is not the first time. */
export async function measureStartUp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-'))
  await startAndStop(folder)
  const seconds = await startAndStop(folder)
  await rm(folder, { recursive: true })
  printFigure('npm start the second time, until it answers', `${seconds.toFixed(1)} s`, '≤ 8 s')
}

/** Seconds from the command to the first answer. The first time, the sample is waited for, so that the folder is not empty. */
async function startAndStop(folder: string): Promise<number> {
  const startedMs = performance.now()
  const environment = { ...process.env, OSLER_DATA: folder, OSLER_PORT: '0', OSLER_LOG: 'warn' }
  const npm = spawn('npm', ['start'], { env: environment, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  let seconds = 0
  for await (const line of createInterface({ input: npm.stdout })) {
    const [, address] = /listens on (\S+)/.exec(line) ?? []
    if (address) {
      await fetch(`${address}/health/ready`)
      seconds = (performance.now() - startedMs) / 1000
    }
    if (line.startsWith('Stop with')) break
  }
  // The whole group: npm, the shell that it starts, and the server.
  if (npm.pid) process.kill(-npm.pid, 'SIGTERM')
  await once(npm, 'exit')
  return seconds
}

if (import.meta.main) await measureStartUp()
