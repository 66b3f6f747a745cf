import type { Metrics } from '../../platform/metrics.ts'
import { readQueueDepths } from '../../store/queue-depth.ts'
import type { Handle } from '../../store/tables.ts'
import type { App } from '../door.ts'

/**
 * Logs and counts every request by the pattern of its route.
 * PATIENT DATA: never the address itself, whose query may hold anything.
 */
export function observeRequests(app: App, metrics: Metrics, db: Handle): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { method } = request
    metrics.requests.inc({ method, route, status: reply.statusCode })
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Without the database the rest is told all the same.
    await measureQueues(metrics, db).catch((error) => request.log.warn({ error }, 'queue depth'))
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

async function measureQueues({ tasksWaiting, tasksUnderWay, oldestTaskSeconds }: Metrics, db: Handle): Promise<void> {
  const depths = await readQueueDepths(db)
  for (const gauge of [tasksWaiting, tasksUnderWay, oldestTaskSeconds]) gauge.reset()
  for (const { queue, waiting, underWay, oldestSeconds } of depths) {
    tasksWaiting.set({ queue }, waiting)
    tasksUnderWay.set({ queue }, underWay)
    oldestTaskSeconds.set({ queue }, oldestSeconds)
  }
}
