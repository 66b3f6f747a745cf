import { after } from 'node:test'
import { z } from 'zod'
import type { App, Door } from '../../src/api/door.ts'
import { native } from '../../src/api/doors/native/routes.ts'
import { buildApp } from '../../src/api/http/app.ts'
import type { JobResult } from '../../src/domain/consultation.ts'
import type { ErrorCode } from '../../src/domain/errors.ts'
import { quill } from '../support/door-clients.ts'
import { openDoorWorld } from '../support/door-world.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { type DoorWorld, doorSuite } from './door.suite.ts'
import { provesSuite } from './twins.ts'

const shared = await openDoorWorld({ doors: [native, quill.door] })
const apps: App[] = []
after(async () => {
  for (const app of apps) {
    app.server.closeAllConnections()
    await app.close()
  }
  await shared[Symbol.asyncDispose]()
})

/** The same system, served with this door. */
async function serve(door: Door): Promise<DoorWorld> {
  const { osler } = shared.world
  const app = await buildApp({ ...osler.system.forDoors, doors: [native, door] })
  apps.push(app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const ask: typeof osler.ask = (path, { key = TEST_KEY, headers, ...init } = {}) =>
    fetch(address + path, { ...init, headers: { authorization: `Bearer ${key}`, ...headers } })
  return { ...shared.world, osler: { ...osler, address, ask } }
}

/** The door with another answer to errors of one code. */
const answering = (door: Door, code: ErrorCode, formatError: Door['formatError']): Door => ({
  ...door,
  formatError: (error, requestId) => (error.code === code ? formatError : door.formatError)(error, requestId),
})

type ReadResult = (tenantId: string, id: string) => Promise<JobResult | undefined>

/** The door with another way to read what came of a job. */
const reading = (door: Door, change: (read: ReadResult) => ReadResult): Door => ({
  ...door,
  routes: (app, use, settings) =>
    door.routes(app, { ...use, jobs: { ...use.jobs, readResult: change(use.jobs.readResult) } }, settings),
})

provesSuite<Door>(
  'door',
  (open, check) => {
    const door = open()
    doorSuite({ ...quill, door }, () => serve(door), check)
  },
  () => quill.door,
  {
    'gets the capabilities that it names, and no other': (door) => ({ ...door, needs: [...door.needs, 'intake'] }),
    'asks for a key on each route that is not open': (door) => ({
      ...door,
      routes(app, use, settings) {
        const isOpen = (options: object) => ({ ...options, config: { isOpen: true } })
        const open = Object.fromEntries(
          (['get', 'post', 'put'] as const).map((method) => [
            method,
            (path: string, options: object, handle: () => unknown) => app[method](path, isOpen(options), handle),
          ]),
        )
        door.routes({ ...app, ...open } as App, use, settings)
      },
    }),
    'answers a path that there is none of in its own words': (door) => ({ ...door, prefixes: [] }),
    'refuses what is malformed in its own words, and repeats nothing of it': (door) =>
      answering(door, 'request_invalid', ({ message }) => ({ status: 400, body: { detail: message } })),
    'formats every error in its body, with a status that fits': (door) =>
      answering(door, 'engine_down', (error, id) => ({ ...door.formatError(error, id), status: 400 })),
    'tells of an internal error its request id, and nothing else': (door) =>
      answering(door, 'internal', ({ cause }) => ({
        status: 500,
        body: { problem: { code: 'internal', text: String(cause) } },
      })),
    'takes a recording and gives what was said in it': (door) =>
      reading(door, (read) => async (tenantId, id) => {
        const { transcript: _, ...result } = (await read(tenantId, id)) as JobResult
        return result
      }),
    'does not find what belongs to another tenant': (door) => reading(door, (read) => (_, id) => read('default', id)),
    'keeps with a job what its schema knows, and nothing that it loses': (door) => ({ ...door, state: z.object({}) }),
    'posts what people corrected, where it calls back': (door) => ({ ...door, formatCallback: ({ job }) => job.id }),
  },
)
