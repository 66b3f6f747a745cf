import { sql } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import type { App, DoorDependencies } from '../door.ts'

/** For process supervisors: alive means the process answers; ready means it can take and do work. */
export function healthRoutes(app: App, { db, offers }: DoorDependencies): void {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }))

  app.get('/health/ready', { schema: { hide: true } }, async () => {
    await sql`select 1`.execute(db)
    if (offers.some(({ task }) => task === 'speech')) return { status: 'ready' }
    throw new OslerError('engine_missing', 'No recogniser is installed: run `osler doctor`.')
  })
}
