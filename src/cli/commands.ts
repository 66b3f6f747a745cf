import { Command, CommanderError } from 'commander'
import { asOslerError } from '../domain/errors.ts'
import { formatError } from '../platform/format-error.ts'
import type { Doors } from '../server/doors.ts'
import { openDoors } from '../server/open-doors.ts'
import { type Config, readConfig, readDoorNames, unknownSettings } from '../server/settings.ts'

/** Exit codes that scripts can use: 0 done, 1 failed, 2 wrongly called, 69 something is not installed. */
const EXIT = { failed: 1, usage: 2, unavailable: 69 }

type MakeCommand = (config: Config) => Command

/** Every command. What one needs is loaded when it is called: a server's parts take seconds. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  worker: async () => (await import('./worker.ts')).worker,
  listen: async () => (await import('./listen.ts')).listen,
  keys: async () => (await import('./keys.ts')).keys,
  accounts: async () => (await import('./accounts.ts')).accounts,
  requests: async () => (await import('./requests.ts')).requests,
  callbacks: async () => (await import('./callbacks.ts')).callbacks,
  patient: async () => (await import('./patient.ts')).patient,
  audit: async () => (await import('./audit.ts')).audit,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  seal: async () => (await import('./seal.ts')).seal,
  blobs: async () => (await import('./blobs.ts')).blobs,
  migrate: async () => (await import('./migrate.ts')).migrate,
  models: async () => (await import('./models.ts')).models,
  codes: async () => (await import('./codes.ts')).codes,
  capacity: async () => (await import('./capacity.ts')).capacity,
  doctor: async () => (await import('./doctor.ts')).doctor,
}

/** Osler with the command that is named, or with all of them where none is. */
async function openProgram(named: string | undefined, doors: Doors): Promise<Command> {
  const osler = new Command('osler')
    .description('Clinical speech to transcript and note, on your own machine.')
    .exitOverride()
  const config = readConfig(process.env, doors)
  const only = Object.hasOwn(COMMANDS, named ?? '') ? COMMANDS[named ?? ''] : undefined
  for (const load of only ? [only] : Object.values(COMMANDS)) {
    const command = (await load())(config)
    for (const part of [command, ...command.commands]) part.copyInheritedSettings(osler)
    osler.addCommand(command)
  }
  return osler
}

/** Runs one command line and answers its exit code; what went wrong is said in one sentence on stderr. */
export async function runCommand(words: string[]): Promise<number> {
  try {
    const doors = await openDoors(readDoorNames(process.env))
    for (const name of unknownSettings(process.env, doors))
      console.error(`${name} is no setting of Osler; see docs/settings.md.`)
    await (await openProgram(words[0], doors)).parseAsync(words, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    // Commander has already printed what was wrong with the call, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage
    return printFailure(error)
  }
}

/** PATIENT DATA: a foreign error's message may quote what was said, and secrets: the sentence is ours, beside it only frames. */
function printFailure(error: unknown): number {
  const known = asOslerError(error)
  console.error(known.message)
  if (known.code === 'internal') console.error(JSON.stringify(formatError(error), undefined, 2))
  return known.code === 'engine_missing' ? EXIT.unavailable : EXIT.failed
}
