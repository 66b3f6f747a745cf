import type { Metrics } from '../../platform/metrics.ts'
import type { App } from '../door.ts'

/**
 * Logs and counts every request by the pattern of its route.
 * PATIENT DATA: never the address itself, whose query may hold anything.
 */
export function observeRequests(app: App, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { method } = request
    metrics.requests.inc({ method, route, status: reply.statusCode })
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
