import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Job } from '../../src/domain/job.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../../test/support/open-test-system.ts'
import { type Cluster, startCluster } from '../../test/support/postgres-cluster.ts'
import { S3Server } from '../../test/support/s3-server.ts'
import { transcriptOf } from '../../test/support/spoken-words.ts'
import { submissionOf } from '../../test/support/submissions.ts'
import { openFakedEngines } from './faked-engines.ts'

export const KEY = 'the-key-of-this-bench'

/** A server in this process, which does no work, on a PostgreSQL of its own; and processes beside it, whose writer is faked. */
export interface Nodes extends AsyncDisposable {
  postgres: Cluster
  /** Where all keep recordings. */
  store: S3Server
  storeUrl: string
  server: TestSystem
  /** Starts `osler worker --tasks write`, one that takes all tasks, or `osler serve`; answers when it is ready. */
  start(role: 'worker' | 'hearer' | 'serve', settings?: Record<string, string>, version?: Version): Promise<Node>
}

/** `next` has added to the tables what this version does not know. */
export type Version = 'this' | 'next'

export interface Node {
  process: ChildProcess
  /** Of a server. */
  address: string
  stop(signal: NodeJS.Signals): Promise<void>
}

export async function openNodes(): Promise<Nodes> {
  await using opened = new AsyncDisposableStack()
  const root = await mkdtemp(join(tmpdir(), 'osler-bench-nodes-'))
  opened.defer(() => rm(root, { recursive: true, force: true }))
  const postgres = opened.use(await startCluster())
  const store = opened.use(await S3Server.open())
  const [storeUrl, { id, secret }] = [store.url('bench'), store.key]
  const blobs = { blobsUrl: storeUrl, blobsKeyId: id, blobsSecret: secret }
  const server = opened.use(await openTestSystem({ databaseUrl: postgres.url, ...blobs }, false, openFakedEngines))
  await ensureTenant(server.system.forDoors.db, 'default')
  const nodes: Node[] = []
  opened.defer(async () => {
    for (const node of nodes) await node.stop('SIGTERM')
  })
  const stack = opened.move()
  return {
    ...{ postgres, store, storeUrl, server },
    async start(role, settings = {}, version = 'this') {
      const own = {
        OSLER_DATA: join(root, String(nodes.length)),
        OSLER_DATABASE_URL: postgres.url,
        OSLER_BLOBS_URL: storeUrl,
        OSLER_BLOBS_KEY_ID: id,
        OSLER_BLOBS_SECRET: secret,
        OSLER_LOG: 'silent',
      }
      const env = { ...process.env, ...own, OSLER_API_KEY: KEY, OSLER_WORKERS: '1', ...settings }
      const program = join(import.meta.dirname, 'faked-node.ts')
      const child = spawn(process.execPath, [program, role, version], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      const [line] = await once(createInterface({ input: child.stdout }), 'line')
      const node = {
        process: child,
        address: String(line).split(' ').at(-1) ?? '',
        stop: (how: NodeJS.Signals) => stop(child, how),
      }
      nodes.push(node)
      return node
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGCONT')
  child.kill(signal)
  await once(child, 'exit')
}

/** Work that takes so long. */
export function sendWork({ system }: TestSystem, workMs: number, tenantId = 'default'): Promise<Job> {
  const transcript = { ...transcriptOf(['I have had a headache for three days.']), durationMs: Math.round(workMs) }
  const source = { type: 'transcript', transcript } as const
  return system.capabilitiesOf('native').intake.submit(tenantId, submissionOf({ source, kinds: ['summary'] }))
}

/** How many jobs have ended well. */
export async function countDone({ system }: TestSystem): Promise<number> {
  const { db } = system.forDoors
  const row = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('status', '=', 'succeeded')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
