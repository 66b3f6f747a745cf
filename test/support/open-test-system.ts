import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSystem, type System } from '../../src/server/open-system.ts'
import { type Config, readConfig } from '../../src/server/settings.ts'
import { copyPostgresDatabase } from './databases.ts'
import { copyEmbeddedTemplate } from './embedded-template.ts'
import { TEST_MODEL } from './hearing.ts'
import { openRemembering } from './remember-hearing.ts'
import { openTestLog } from './test-log.ts'

export interface TestSystem extends AsyncDisposable {
  system: System
  address: string
  folder: string
  /** fetch with the key of the tenant `default`, or with another. */
  ask(path: string, init?: RequestInit & { key?: string }): Promise<Response>
}

export const TEST_KEY = 'test-key-of-these-tests'

/**
 * Osler as it is served, on a free port and a folder of its own, hearing with the smallest model, with work going on unless
 * `works` is false. Each sound is heard once in a test run, unless `open` says otherwise. The database is one of the test
 * run's PostgreSQL; whoever gives a folder, or is run alone, has the embedded one in it, which takes seconds of a processor.
 */
export async function openTestSystem(
  changes: Partial<Config> = {},
  works = true,
  open = openRemembering,
): Promise<TestSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-'))
  const settings = readConfig(
    { OSLER_LOG: 'silent', OSLER_API_KEY: TEST_KEY, OSLER_SPEECH_MODEL: TEST_MODEL },
    changes.doors,
  )
  const own = Object.entries(settings.doorSettings).map(([name, byDefault]) => [
    name,
    { ...byDefault, ...changes.doorSettings?.[name] },
  ])
  const hasRun = process.env.OSLER_TEST_POSTGRES !== undefined && changes.data === undefined
  const databaseUrl = hasRun && !('databaseUrl' in changes) ? await copyPostgresDatabase() : undefined
  const config = { ...settings, databaseUrl, data: folder, ...changes, doorSettings: Object.fromEntries(own) }
  if (!config.databaseUrl && !existsSync(join(config.data, 'database')))
    await copyEmbeddedTemplate(join(config.data, 'database'))
  const system = await openSystem(config, openTestLog(), open)
  const app = await system.openApp()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  if (works) await system.startWork()
  return {
    ...{ system, address, folder },
    ask: (path, { key = TEST_KEY, headers, ...init } = {}) =>
      fetch(address + path, { ...init, headers: { authorization: `Bearer ${key}`, ...headers } }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await system[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
