import { Command, CommanderError } from 'commander'
import { asOslerError } from '../domain/errors.ts'
import { readConfig, unknownSettings } from '../server/settings.ts'
import { audit } from './audit.ts'
import { backup, restore } from './backup.ts'
import { callbacks } from './callbacks.ts'
import { codes } from './codes.ts'
import { doctor } from './doctor.ts'
import { keys } from './keys.ts'
import { listen } from './listen.ts'
import { models } from './models.ts'
import { requests } from './requests.ts'
import { serve } from './serve.ts'
import { worker } from './worker.ts'

/** Exit codes that scripts can use: 0 done, 1 failed, 2 wrongly called, 69 something is not installed. */
const EXIT = { failed: 1, usage: 2, unavailable: 69 }

function program(): Command {
  const osler = new Command('osler')
    .description('Clinical speech to transcript and note, on your own machine.')
    .exitOverride()
  const config = readConfig(process.env)
  for (const make of [
    serve,
    worker,
    listen,
    keys,
    requests,
    callbacks,
    audit,
    backup,
    restore,
    models,
    codes,
    doctor,
  ]) {
    const command = make(config)
    for (const part of [command, ...command.commands]) part.copyInheritedSettings(osler)
    osler.addCommand(command)
  }
  return osler
}

/** Runs one command line and answers its exit code; what went wrong is said in one sentence on stderr. */
export async function runCommand(words: string[]): Promise<number> {
  try {
    for (const name of unknownSettings(process.env))
      console.error(`${name} is no setting of Osler; see docs/settings.md.`)
    await program().parseAsync(words, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    // Commander has already printed what was wrong with the call, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage
    return printFailure(error)
  }
}

function printFailure(error: unknown): number {
  const known = asOslerError(error)
  console.error(known.message)
  if (known.code === 'internal') console.error(error)
  return known.code === 'engine_missing' ? EXIT.unavailable : EXIT.failed
}
