import { Command } from 'commander'
import { OslerError } from '../domain/errors.ts'
import { TASK_CLASSES, type TaskClass } from '../domain/job.ts'
import { openSystem } from '../server/open-system.ts'
import type { Config } from '../server/settings.ts'
import { untilStopped } from './until-stopped.ts'

/** `osler worker` */
export function worker(config: Config): Command {
  return new Command('worker')
    .description('Work without serving, beside other processes on the same PostgreSQL and data folder.')
    .option('--tasks <list>', 'what it takes on, separated by commas', TASK_CLASSES.join(','))
    .action(({ tasks }: { tasks: string }) => run(config, readClasses(tasks)))
}

async function run(config: Config, classes: TaskClass[]): Promise<void> {
  if (!config.databaseUrl) {
    throw new OslerError(
      'request_invalid',
      'A worker needs PostgreSQL: set OSLER_DATABASE_URL. The embedded database serves one process.',
    )
  }
  if (config.workers === 0 && (classes.includes('transcribe') || classes.includes('write'))) {
    throw new OslerError('request_invalid', 'OSLER_WORKERS is 0: a worker that transcribes or writes needs 1 or more.')
  }
  const stopped = untilStopped()
  await using system = await openSystem(config)
  await system.startWork(classes)
  await system.tell(classes)
  console.log(`A worker is running: ${classes.join(', ')}, ${config.workers} recordings at once.`)
  await stopped
}

/** Throws `request_invalid` with the first name that is none. */
function readClasses(list: string): TaskClass[] {
  return list.split(',').map((name) => {
    const known = TASK_CLASSES.find((each) => each === name.trim())
    if (known) return known
    throw new OslerError('request_invalid', `--tasks has "${name.trim()}"; there are ${TASK_CLASSES.join(', ')}.`)
  })
}
