import { TASK_CLASSES } from '../domain/job.ts'
import { MOST_CONNECTIONS } from '../store/database.ts'
import type { Finding } from './finding.ts'
import { type Fleet, readFleet } from './read-fleet.ts'
import type { Config } from './settings.ts'

/** A clock that is further off lets tokens end early or late. */
const MOST_AHEAD_MS = 5_000
/** What is to be left for others. */
const SPARE_CONNECTIONS = 20
const LATE_SECONDS = 900

/** What the processes that share a database say of themselves, and what is amiss between them. */
export async function checkCluster(config: Config): Promise<Finding[]> {
  const fleet = await readFleet(config)
  const there = fleet.processes.filter(({ isThere }) => isThere)
  return [
    ...there.map(describe),
    ...checkTasks(there),
    checkSame(
      there,
      'Versions',
      ({ version }) => version,
      'is so while they are updated one by one; otherwise update the others',
    ),
    checkEngines(there),
    ...checkClocks(there),
    checkConnections(fleet, there.length),
    ...checkQueues(fleet),
  ]
}

type There = Fleet['processes']

function describe({ host, tasks, workers, cores, cores_busy, version }: There[number]): Finding {
  const says = `${tasks}, ${workers} at once, ${cores_busy.toFixed(1)} of ${cores} cores busy, version ${version}`
  return { subject: host, state: 'good', says }
}

function checkTasks(there: There): Finding[] {
  const taken = new Set(there.flatMap(({ tasks }) => tasks.split(',')))
  return ['serve', ...TASK_CLASSES]
    .filter((task) => !taken.has(task))
    .map((task) => {
      const todo = task === 'serve' ? 'start `osler serve`' : `start \`osler worker --tasks ${task}\``
      return { subject: 'Tasks', state: 'bad', says: `no process takes ${task}`, todo }
    })
}

/** Who hear, or write, with other engines than the rest. */
function checkEngines(there: There): Finding {
  const work = there.filter(({ tasks }) => /transcribe|write/.test(tasks))
  const todo = 'give all the same models and settings, or one recording is heard otherwise than the next'
  return checkSame(work, 'Engines', ({ engines }) => engines, todo)
}

function checkSame(there: There, subject: string, read: (one: There[number]) => string, todo: string): Finding {
  const found = [...new Set(there.map(read))]
  if (found.length <= 1) return { subject, state: 'good', says: found[0] || 'none' }
  const hosts = found.map(
    (each) =>
      `${each} (${there
        .filter((one) => read(one) === each)
        .map(({ host }) => host)
        .join(', ')})`,
  )
  return { subject, state: 'advice', says: `differ: ${hosts.join('; ')}`, todo }
}

function checkClocks(there: There): Finding[] {
  return there
    .filter(({ clock_ahead_ms }) => Math.abs(clock_ahead_ms) > MOST_AHEAD_MS)
    .map(({ host, clock_ahead_ms }) => {
      const says = `the one of ${host} is ${Math.abs(clock_ahead_ms) / 1000} s ${clock_ahead_ms > 0 ? 'ahead of' : 'behind'} the database's`
      return { subject: 'Clocks', state: 'bad', says, todo: 'set the clocks by NTP' }
    })
}

function checkConnections({ connections: { open, most } }: Fleet, processes: number): Finding {
  const [subject, needed] = ['Connections', MOST_CONNECTIONS * processes + SPARE_CONNECTIONS]
  const says = `${open} of ${most} are open; ${processes} processes may open ${MOST_CONNECTIONS * processes}`
  if (needed <= most) return { subject, state: 'good', says }
  return { subject, state: 'advice', says, todo: `set max_connections of PostgreSQL to ${needed}` }
}

function checkQueues({ queues }: Fleet): Finding[] {
  return queues.map(({ queue, waiting, underWay, oldestSeconds }) => {
    const says = `${waiting} wait, the oldest for ${Math.round(oldestSeconds)} s; ${underWay} are under way`
    const isLate = oldestSeconds > LATE_SECONDS
    return {
      subject: `Queue ${queue}`,
      state: isLate ? 'bad' : 'good',
      says,
      ...(isLate && { todo: 'add workers: osler capacity' }),
    }
  })
}
