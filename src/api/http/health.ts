import { setTimeout } from 'node:timers/promises'
import { OslerError } from '../../domain/errors.ts'
import type { Handle } from '../../store/tables.ts'
import { listUpkeep } from '../../store/upkeep.ts'
import type { EngineOffer } from '../capabilities.ts'
import type { App } from '../door.ts'

interface HealthTools {
  db: Handle
  offers: readonly EngineOffer[]
  works: boolean
  /** Sees that recordings can be had and are this database's, which this version can work with. Throws what is wrong. */
  checkStore(): Promise<void>
}

/** A store that is slow is still one; one that takes longer than this to say whose it is keeps nothing. */
const STORE_MS = 10_000

/**
 * For process supervisors: alive means the process answers; ready means it can take work, and do it where it works at all.
 * Ready means that recordings can be kept, too. Upkeep that fails is told and leaves it ready: to take a server from its clients mends nothing.
 */
export function healthRoutes(app: App, { db, offers, works, checkStore }: HealthTools): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }))

  app.get('/health/ready', { schema: { hide: true } }, async () => {
    if (isStopping) throw new OslerError('stopping')
    await Promise.race([checkStore(), giveUp()])
    const failing = (await listUpkeep(db)).filter(({ failingSince }) => failingSince).map(({ task }) => task)
    if (works && !offers.some(({ task }) => task === 'speech'))
      throw new OslerError('engine_missing', 'No recogniser is installed: run `osler doctor`.')
    return { status: 'ready', ...(failing.length > 0 && { failing }) }
  })
}

async function giveUp(): Promise<never> {
  await setTimeout(STORE_MS, undefined, { ref: false })
  const seconds = STORE_MS / 1000
  throw new OslerError('store_down', `The store of recordings has not answered for ${seconds} s: see whether it runs.`)
}
