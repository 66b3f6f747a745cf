import { OslerError } from '../../domain/errors.ts'
import type { Handle } from '../../store/tables.ts'
import { listUpkeep } from '../../store/upkeep.ts'
import type { EngineOffer } from '../capabilities.ts'
import type { App } from '../door.ts'

/**
 * For process supervisors: alive means the process answers; ready means it can take work, and do it where it works at all.
 * Upkeep that fails is told and leaves it ready: to take a server from its clients mends nothing.
 */
export function healthRoutes(
  app: App,
  { db, offers, works }: { db: Handle; offers: readonly EngineOffer[]; works: boolean },
): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }))

  app.get('/health/ready', { schema: { hide: true } }, async () => {
    if (isStopping) throw new OslerError('stopping')
    const failing = (await listUpkeep(db)).filter(({ failingSince }) => failingSince).map(({ task }) => task)
    if (works && !offers.some(({ task }) => task === 'speech'))
      throw new OslerError('engine_missing', 'No recogniser is installed: run `osler doctor`.')
    return { status: 'ready', ...(failing.length > 0 && { failing }) }
  })
}
