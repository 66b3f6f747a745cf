import { Command } from 'commander'
import type { Orphans } from '../domain/orphans.ts'
import type { UpkeepTask } from '../domain/upkeep.ts'
import { findServer } from '../platform/server-file.ts'
import { checkCluster } from '../server/check-cluster.ts'
import { checkMachine } from '../server/check-machine.ts'
import type { Finding } from '../server/finding.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'
import { printJson } from './print.ts'

const SIGNS = { good: '✓', advice: '·', bad: '✗' }

interface Options {
  repair?: boolean
  deleteHeld?: boolean
  json?: boolean
  cluster?: boolean
}

/** `osler doctor` */
export function doctor(config: Config): Command {
  return new Command('doctor')
    .description('Say what is installed, what will serve which language, what is missing and what to do about it.')
    .option('--repair', 'mend what database and store say of one another that is not so')
    .option('--delete-held', 'delete what retention and sweep hold back: the clock is right, and it may go')
    .option(
      '--cluster',
      'say what all processes on the same PostgreSQL say of themselves, and what is amiss between them',
    )
    .option('--json', 'print JSON')
    .action((options: Options) => run(config, options))
}

async function run(config: Config, { json = false, ...options }: Options): Promise<void> {
  const findings = options.cluster ? await checkCluster(config) : await check(config, options)
  if (json) printJson(findings)
  else for (const finding of findings) print(finding)
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1
}

async function check(config: Config, { repair = false, deleteHeld = false }: Options): Promise<Finding[]> {
  const deleted = deleteHeld ? [await letGo(config)] : []
  return [
    ...(await checkMachine(config)),
    ...(await checkStore(config, repair)),
    ...deleted,
    ...(await checkUpkeep(config)),
  ]
}

async function letGo(config: Config): Promise<Finding> {
  const { consultations, recordings, files } = await withOperator(config, (ask) =>
    ask<Record<'consultations' | 'recordings' | 'files', number>>('POST', '/api/operator/delete-held'),
  )
  const says = `${consultations} consultations and ${recordings} recordings that were kept long enough, and ${files} files that nothing names`
  return { subject: 'Deleted', state: 'advice', says }
}

/** Only a server that runs can tell, or one that is opened to mend. */
async function checkStore(config: Config, mends: boolean): Promise<Finding[]> {
  const subject = 'Recordings'
  if (!mends && !(await findServer(config.data))) return []
  const { blobs, recordings, documents } = await withOperator(config, (ask) =>
    mends ? ask<Orphans>('POST', '/api/operator/repair') : ask<Orphans>('GET', '/api/operator/orphans'),
  )
  const says = `${recordings} recordings and ${documents} documents are named and not there, ${blobs} files are there and named by nothing`
  if (blobs + recordings + documents === 0)
    return [{ subject, state: 'good', says: 'all that are named are there, and no others' }]
  if (mends) return [{ subject, state: 'advice', says: `mended: ${says}` }]
  return [{ subject, state: 'bad', says, todo: 'osler doctor --repair; recordings that are gone may be in a backup' }]
}

/** As JSON carries it. */
type Told = Record<'task', UpkeepTask> & Partial<Record<'succeededAt' | 'failingSince' | 'failure', string>>

/** The hourly ones have then been missed thrice, and nobody does the upkeep. */
const LATE_MS = 3 * 3_600_000

/** Of the server that runs, and all processes beside it. */
async function checkUpkeep(config: Config): Promise<Finding[]> {
  const subject = 'Upkeep'
  if (!(await findServer(config.data))) return []
  const { upkeep } = await withOperator(config, (ask) => ask<{ upkeep: Told[] }>('GET', '/api/operator/upkeep'))
  const failing = upkeep.filter(({ failingSince }) => failingSince)
  if (failing.length > 0) {
    const says = failing.map(({ task, failure, failingSince }) => `${task} fails since ${failingSince} (${failure})`)
    const isHeld = failing.some(({ failure }) => failure === 'clock_jumped' || failure === 'deletion_held')
    const todo = isHeld
      ? 'nothing was deleted; when the clock is right and so much may go: osler doctor --delete-held'
      : 'the log says where; it is tried again by itself'
    return [{ subject, state: 'bad', says: says.join('; '), todo }]
  }
  const at = upkeep.find(({ task }) => task === 'retain')?.succeededAt
  if (at && Date.now() - Date.parse(at) < LATE_MS) return [{ subject, state: 'good', says: 'done when it is due' }]
  const says = at ? `was last done at ${at}` : 'was never done'
  return [{ subject, state: 'bad', says, todo: 'start `osler worker --tasks upkeep`, or a server with OSLER_WORKERS' }]
}

function print({ state, subject, says, todo }: Finding): void {
  console.log(`${SIGNS[state]} ${subject}: ${says}`)
  if (todo) console.log(`    → ${todo}`)
}
