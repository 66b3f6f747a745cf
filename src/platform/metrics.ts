import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const STEP_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800]
/** Of what is to take a moment. */
const ANSWER_SECONDS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60]

export type Metrics = ReturnType<typeof openMetrics>

/** Counters for Prometheus. PATIENT DATA: labels are routes, doors and outcomes, never ids or texts. */
export function openMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({
      name: 'osler_http_requests_total',
      help: 'Answered HTTP requests',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    jobs: new Counter({
      name: 'osler_jobs_total',
      help: 'Jobs that ended or are tried again',
      labelNames: ['door', 'outcome'],
      registers,
    }),
    stepSeconds: new Histogram({
      name: 'osler_step_seconds',
      help: 'Seconds that each step of the pipeline took',
      labelNames: ['step'],
      buckets: STEP_SECONDS,
      registers,
    }),
    ...openAnswerTimes(registers),
    heardSeconds: new Counter({
      name: 'osler_heard_seconds_total',
      help: 'Seconds of sound that were decoded to be heard in this process',
      registers,
    }),
    deliveries: new Counter({
      name: 'osler_deliveries_total',
      help: 'Attempts to deliver a callback',
      labelNames: ['outcome'],
      registers,
    }),
    tasksThrown: new Counter({
      name: 'osler_tasks_thrown_total',
      help: 'Tasks of the queue that ended in an error and come again',
      labelNames: ['task'],
      registers,
    }),
    ...openQueueGauges(registers),
    ...openFleetGauges(registers),
    upkeep: new Counter({
      name: 'osler_upkeep_total',
      help: 'Runs of the upkeep in this process',
      labelNames: ['task', 'outcome'],
      registers,
    }),
  }
}

/** What this process waited for, and who speaks waited for. */
function openAnswerTimes(registers: Registry[]) {
  const buckets = ANSWER_SECONDS
  return {
    databaseSeconds: new Histogram({
      name: 'osler_database_seconds',
      help: 'Seconds that the database took for a statement',
      ...{ buckets, registers },
    }),
    bucketSeconds: new Histogram({
      name: 'osler_bucket_seconds',
      help: 'Seconds that the store took until it answered a request, tries that failed among them',
      ...{ buckets, registers },
    }),
    liveLagSeconds: new Histogram({
      name: 'osler_live_lag_seconds',
      help: 'Seconds of sound that had come behind a sentence of a live recording when its text was final',
      ...{ buckets, registers },
    }),
  }
}

/** Of the queue, over all processes: whoever is asked for metrics looks. */
function openQueueGauges(registers: Registry[]) {
  const labelNames = ['queue'] as const
  return {
    tasksWaiting: new Gauge({
      name: 'osler_tasks_waiting',
      help: 'Tasks of the queue that wait, of all processes',
      ...{ labelNames, registers },
    }),
    tasksUnderWay: new Gauge({
      name: 'osler_tasks_under_way',
      help: 'Tasks of the queue that are worked on, by all processes',
      ...{ labelNames, registers },
    }),
    oldestTaskSeconds: new Gauge({
      name: 'osler_oldest_task_seconds',
      help: 'How long the task that waits longest has waited',
      ...{ labelNames, registers },
    }),
  }
}

/** Of all processes that share the database, by what they take on, as each told last: whoever is asked for metrics looks. */
function openFleetGauges(registers: Registry[]) {
  const labelNames = ['tasks'] as const
  return {
    processes: new Gauge({
      name: 'osler_processes',
      help: 'Processes that are there',
      ...{ labelNames, registers },
    }),
    cores: new Gauge({
      name: 'osler_cores',
      help: 'Cores of the machines of these processes',
      ...{ labelNames, registers },
    }),
    coresBusy: new Gauge({
      name: 'osler_cores_busy',
      help: 'Cores that these processes and what they started were busy on in the last half minute',
      ...{ labelNames, registers },
    }),
    coreSecondsPerSecond: new Gauge({
      name: 'osler_core_seconds_per_second_heard',
      help: 'Seconds of a core that a second of sound took, over the last week',
      ...{ labelNames, registers },
    }),
  }
}
