import { resolve } from 'node:path'
import { Command } from 'commander'
import { restoreBackup } from '../server/restore-backup.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'

/** `osler backup FOLDER` */
export function backup(config: Config): Command {
  return new Command('backup')
    .description('Copy everything into a new folder: database, recordings, secrets. The server may go on meanwhile.')
    .argument('<folder>', 'where to; it must not be there yet')
    .action(async (folder: string) => {
      const target = resolve(folder)
      await withOperator(config, (ask) => ask('POST', '/api/operator/backup', { folder: target }))
      console.log(`Everything is in ${target}. It holds recordings and secrets: keep it as safe as the original.`)
    })
}

/** `osler restore FOLDER` */
export function restore(config: Config): Command {
  return new Command('restore')
    .description('Put a backup into an empty data folder (OSLER_DATA), and an empty database where it is PostgreSQL.')
    .argument('<folder>', 'what `osler backup` made')
    .action(async (folder: string) => {
      const { madeAt } = await restoreBackup(config, resolve(folder))
      console.log(`The backup of ${madeAt} is in ${config.data}. Unfinished requests go on at the next start.`)
    })
}
