import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Capabilities } from '../api/capabilities.ts'
import type { Door } from '../api/door.ts'
import { OslerError } from '../domain/errors.ts'
import { DOORS, type Doors } from './doors.ts'

const CAPABILITIES: Readonly<Record<keyof Capabilities, true>> = {
  intake: true,
  jobs: true,
  consultations: true,
  sessions: true,
  live: true,
  patients: true,
  playback: true,
  uploads: true,
  attachments: true,
  lists: true,
  tokens: true,
  keys: true,
  accounts: true,
  offers: true,
}

const isFunction = (value: unknown) => typeof value === 'function'
const Method = z.custom(isFunction, 'is no function')
const Schema = z.custom<z.ZodType>(
  (value) => isFunction((value as z.ZodType | undefined)?.safeParse),
  'is no schema of zod',
)
const Path = z.string().regex(/^(\/[^/]+)+$/, 'begins with / and does not end with one')

/** What a door from elsewhere must have before it is mounted; that its types are right was seen when it was written. */
const Manifest = z.object({
  // Variables and records carry it.
  name: z.string().regex(/^[a-z][a-z0-9]{0,30}$/, 'has letters from a to z and digits'),
  bases: z.array(Path),
  prefixes: z.array(Path),
  needs: z.array(z.enum(Object.keys(CAPABILITIES), `must be of ${Object.keys(CAPABILITIES).join(', ')}`)),
  settings: Schema.refine((settings) => 'shape' in settings, 'is no object schema'),
  state: Schema,
  respell: Method.optional(),
  routes: Method,
  formatError: Method,
  formatCallback: Method.optional(),
  signCallback: Method.optional(),
})

/** The doors of these names, in their order: built-in ones, files and packages. Throws `request_invalid`. */
export async function openDoors(names: readonly string[], folder: string = process.cwd()): Promise<Doors> {
  const doors: Door[] = []
  for (const name of names) doors.push(DOORS.find((door) => door.name === name) ?? (await loadDoor(name, folder)))
  const [first, ...others] = doors
  if (first === undefined) throw refused('names no door.')
  refuseTwice(
    'are called',
    doors.map((door) => door.name),
  )
  refuseTwice(
    'have the base',
    doors.flatMap((door) => door.bases),
  )
  return [first, ...others]
}

function refuseTwice(what: string, all: readonly string[]): void {
  const again = all.find((each, at) => all.indexOf(each) !== at)
  if (again !== undefined) throw refused(`names two doors that ${what} "${again}".`)
}

/** A door that came from elsewhere, once it is seen to be one. */
async function loadDoor(name: string, folder: string): Promise<Door> {
  const { door } = await importFrom(folder, name).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const builtIn = DOORS.map((each) => each.name).join(', ')
    throw refused(
      `names "${name}": it is none of ${builtIn}, and cannot be loaded as a file or package: ${reason}`,
      cause,
    )
  })
  const read = Manifest.safeParse(door)
  if (read.success) return door as Door
  const { path = [], message = '' } = read.error.issues[0] ?? {}
  throw refused(`names "${name}", which is no door: its export ${['door', ...path].join('.')} ${message}.`)
}

const refused = (sentence: string, cause?: unknown) =>
  new OslerError('request_invalid', `OSLER_DOORS ${sentence}`, {}, { cause })

const SCHEME = 'osler-door:'

/**
 * Imports a file or package as the folder names it. From there on `osler/…` is this server wherever it is named, with its
 * one class of errors.
 */
async function importFrom(folder: string, name: string): Promise<{ door?: unknown }> {
  const parentURL = pathToFileURL(`${folder}/`).href
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.startsWith(SCHEME)) return next(specifier.slice(SCHEME.length), { ...context, parentURL })
      return next(specifier, specifier.startsWith('osler/') ? { ...context, parentURL: import.meta.url } : context)
    },
  })
  return import(SCHEME + name)
}
