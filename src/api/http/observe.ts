import type { Metrics } from '../../platform/metrics.ts'
import { listProcesses, type ProcessRow } from '../../store/processes.ts'
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
    await measureFleet(metrics, db).catch((error) => request.log.warn({ error }, 'processes'))
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

async function measureFleet({ processes, cores, coresBusy, coreSecondsPerSecond }: Metrics, db: Handle): Promise<void> {
  const all = await listProcesses(db)
  for (const gauge of [processes, cores, coresBusy, coreSecondsPerSecond]) gauge.reset()
  for (const [tasks, told] of Map.groupBy(all, (one) => one.tasks)) {
    const there = told.filter(({ isThere }) => isThere)
    const hosts = new Map(there.map((one) => [one.host, one.cores]))
    const [spent, heard] = [sumOf(told, 'core_seconds'), sumOf(told, 'heard_seconds')]
    processes.set({ tasks }, there.length)
    cores.set(
      { tasks },
      [...hosts.values()].reduce((sum, count) => sum + count, 0),
    )
    coresBusy.set({ tasks }, sumOf(there, 'cores_busy'))
    if (heard > 0) coreSecondsPerSecond.set({ tasks }, spent / heard)
  }
}

const sumOf = (told: readonly ProcessRow[], what: 'core_seconds' | 'heard_seconds' | 'cores_busy') =>
  told.reduce((sum, one) => sum + one[what], 0)
