import { resolve } from 'node:path'
import { Command } from 'commander'
import { blobsFolder, moveBlobs } from '../server/move-blobs.ts'
import type { Config } from '../server/settings.ts'
import { printJson } from './print.ts'

/** `osler blobs move` */
export function blobs(config: Config): Command {
  const command = new Command('blobs').description('Where recordings are kept.')

  command
    .command('move')
    .description(
      'Copy all recordings from where the settings keep them to another place, and compare each. Stop every server and worker first; called again, it goes on.',
    )
    .argument('<target>', 's3://bucket/prefix?endpoint=…&region=…, or a folder')
    .option('--json', 'print JSON')
    .action((target: string, { json = false }: { json?: boolean }) => move(config, target, json))

  return command
}

async function move(config: Config, target: string, json: boolean): Promise<void> {
  const moved = await moveBlobs(config, target)
  if (json) return printJson(moved)
  const { copied, wereThere } = moved
  const isHome = resolve(target) === blobsFolder(config)
  console.log(`${copied} recordings were copied and compared; ${wereThere} were there already, and are the same.`)
  console.log(isHome ? 'Unset OSLER_BLOBS_URL, then start.' : `Set OSLER_BLOBS_URL=${target}, then start.`)
  console.log('Where they were they still are, marked as moved: delete them when you have seen that all is well.')
}
