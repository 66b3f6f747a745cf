import { sql } from 'kysely'
import type { Measured } from '../domain/capacity.ts'
import { OslerError } from '../domain/errors.ts'
import { openDatabase } from '../store/database.ts'
import { listProcesses, type ProcessRow } from '../store/processes.ts'
import { type QueueDepth, readQueueDepths } from '../store/queue-depth.ts'
import type { Handle } from '../store/tables.ts'
import type { Config } from './settings.ts'

/** All processes that share a database, and what waits for them. */
export interface Fleet {
  /** Of the last week. */
  processes: (ProcessRow & { isThere: boolean })[]
  queues: QueueDepth[]
  connections: { open: number; most: number }
  /** Mean length of what was heard in the last week; undefined where nothing was. */
  meanMinutes: number | undefined
}

/** Looks into the database, and needs no server. Throws `request_invalid` where there is no PostgreSQL. */
export async function readFleet({ databaseUrl, databaseDirectUrl: directUrl }: Config): Promise<Fleet> {
  if (!databaseUrl) {
    const message = 'Several processes share PostgreSQL alone: set OSLER_DATABASE_URL to look at them.'
    throw new OslerError('request_invalid', message)
  }
  await using database = await openDatabase({ url: databaseUrl, directUrl, folder: '' })
  const { db } = database
  return {
    processes: await listProcesses(db),
    queues: await readQueueDepths(db),
    connections: await countConnections(db),
    meanMinutes: await findMeanMinutes(db),
  }
}

/** What the machines that transcribe are and have measured in the last week. Several processes of one host share its cores. */
export function measureHearing({ processes, meanMinutes = 0 }: Fleet): Measured {
  const hearing = processes.filter(({ tasks }) => tasks.split(',').includes('transcribe'))
  const sumOf = (read: (one: ProcessRow) => number) => hearing.reduce((sum, one) => sum + read(one), 0)
  const coresOf = new Map(hearing.filter(({ isThere }) => isThere).map(({ host, cores }) => [host, cores]))
  return {
    cores: [...coresOf.values()].reduce((sum, cores) => sum + cores, 0),
    coreSeconds: sumOf(({ core_seconds }) => core_seconds),
    heardSeconds: sumOf(({ heard_seconds }) => heard_seconds),
    meanMinutes,
  }
}

async function countConnections(db: Handle): Promise<Fleet['connections']> {
  const { rows } = await sql<Fleet['connections']>`
    select count(*)::int as open, current_setting('max_connections')::int as most from pg_stat_activity`.execute(db)
  return rows[0] ?? { open: 0, most: 0 }
}

async function findMeanMinutes(db: Handle): Promise<number | undefined> {
  const { rows } = await sql<{ minutes: number | null }>`
    select (avg(duration_ms) / 60000)::float8 as minutes
    from jobs where task = 'run' and finished_at > now() - interval '7 days'`.execute(db)
  return rows[0]?.minutes ?? undefined
}
