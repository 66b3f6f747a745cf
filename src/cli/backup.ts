import { resolve } from 'node:path'
import { Command } from 'commander'
import { verifyBackup } from '../pipeline/upkeep/backup.ts'
import { restoreBackup } from '../server/restore-backup.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'

interface Options {
  after?: string
  verify?: boolean
}

/** `osler backup FOLDER` */
export function backup(config: Config): Command {
  return new Command('backup')
    .description(
      'Copy everything into a new folder: database, recordings, the key of the audit trail. The server goes on.',
    )
    .argument('<folder>', 'where to; it must not be there yet')
    .option('--after <folder>', 'a backup of before on the same disk: recordings that it has are linked, not copied')
    .option('--verify', 'read a backup that is there, and say whether every file is as it was written')
    .action((folder: string, options: Options) => (options.verify ? verify(folder) : make(config, folder, options)))
}

async function make(config: Config, folder: string, { after }: Options): Promise<void> {
  const target = resolve(folder)
  const wanted = { folder: target, ...(after && { earlier: resolve(after) }) }
  await withOperator(config, (ask) => ask('POST', '/api/operator/backup', wanted))
  const sealed = config.masterKey ? 'sealed under your master key, which it does not hold' : 'in the plain'
  const what = config.blobsUrl ? 'Everything but the recordings, which stay in their bucket,' : 'Everything'
  console.log(`${what} is in ${target}, ${sealed}: keep it as safe as the original.`)
}

async function verify(folder: string): Promise<void> {
  const { madeAt, files } = await verifyBackup(resolve(folder))
  console.log(`The backup of ${madeAt} is whole: ${files} files are as they were written.`)
}

/** `osler restore FOLDER` */
export function restore(config: Config): Command {
  return new Command('restore')
    .description('Put a backup into an empty data folder (OSLER_DATA), and an empty database where it is PostgreSQL.')
    .argument('<folder>', 'what `osler backup` made')
    .action(async (folder: string) => {
      const { madeAt } = await restoreBackup(config, resolve(folder))
      console.log(`The backup of ${madeAt} is in ${config.data}. Unfinished requests go on at the next start.`)
      console.log(
        'Its operator token and what signs tokens are made anew: users sign in again, API keys work as before.',
      )
    })
}
