import { Command } from 'commander'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'

/** `osler seal` */
export function seal(config: Config): Command {
  return new Command('seal')
    .description(
      'Seal all that is kept in the plain or under an older master key, with the newest of OSLER_MASTER_KEY.',
    )
    .option('--all', 'all of it, which is what there is')
    .action(async () => {
      const { texts, recordings } = await withOperator(config, (ask) =>
        ask<Record<'texts' | 'recordings', number>>('POST', '/api/operator/seal'),
      )
      console.log(
        `${texts} texts and ${recordings} recordings are sealed now; all others were. Older keys are not needed any more,`,
      )
      console.log('but for backups. What was deleted lies in the files of the database until its space is used again.')
    })
}
