import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { OslerError } from '../domain/errors.ts'
import { issuer, roleRules } from '../domain/provider-settings.ts'
import {
  list,
  oneOf,
  optional,
  origin,
  perTenant,
  readSettings,
  type Settings,
  secret,
  text,
  variableOf,
  wholeNumber,
} from '../domain/setting.ts'
import { DOORS, type Doors } from './doors.ts'

/** A hundred years. */
const MOST_DAYS = 36_500
/** Less could be guessed. */
const LEAST_KEY_LETTERS = 16
const MOST_OF_A_QUOTA = 1_000_000

/** Every setting but those of single doors. Adding one is one line here; docs/settings.md is made from this table. */
const SETTINGS = z.object({
  host: text('127.0.0.1', 'The address to listen on; 0.0.0.0 opens the server to the network.'),
  port: wholeNumber(1849, [0, 65_535], 'The port to listen on; 0 takes a free one.'),
  data: text('./data', 'The folder of the database, recordings and secrets.'),
  apiKey: secret(LEAST_KEY_LETTERS, 'A key that works from the start, for the tenant `default`; 16 letters at least.'),
  publicUrl: origin(
    'Where clients reach this server, as `https://osler.example`: signed addresses begin with it, and assertions are made for it. By default as each request says.',
  ),
  databaseUrl: optional('PostgreSQL (`postgres://…`) instead of the embedded one.'),
  databaseDirectUrl: optional(
    'PostgreSQL itself, where `OSLER_DATABASE_URL` is a PgBouncer in transaction mode: for notifications, migrations and backups.',
  ),
  blobsUrl: optional(
    'A bucket that speaks S3, for recordings instead of the folder: `s3://bucket/prefix?endpoint=https://store.example&region=us-east-1`; without an endpoint it is AWS.',
  ),
  blobsKeyId: optional('The id of the key to that store.'),
  blobsSecret: optional('Its secret: the secret itself, `file:PATH`, or `command:PROGRAM …`.'),
  speech: oneOf(
    'auto',
    ['auto', 'openai', 'sherpa', 'whisper'],
    'The recogniser; `auto` takes the best that is configured or installed for the language.',
  ),
  speechUrl: list(
    '',
    'OpenAI-compatible APIs that hear, with their `/v1`, separated by commas; all serve the same model. Recordings go there.',
  ),
  speechModel: optional(
    'The name of the model: there, by default the first that it lists; of `sherpa` and `whisper`, by default the best for the language.',
  ),
  speechDevice: oneOf(
    'auto',
    ['auto', 'cpu', 'cuda'],
    'What `whisper` computes on: `auto` takes a graphics card where CTranslate2 finds one.',
  ),
  speechKey: optional('The key to these servers, where they want one.'),
  speechLanguages: list('mul', 'The languages that the model there hears, as `en,fr`; `mul` stands for all.'),
  speechAtOnce: wholeNumber(8, [1, 1000], 'Stretches of speech that each of these servers gets at once.'),
  speechFallback: oneOf(
    'none',
    ['none', 'local'],
    'What hears a recording when no server answers: `none` tries again later, `local` takes the best local engine.',
  ),
  modelsUrl: optional(
    'Where set-up and `osler models pull` fetch from instead of the publishers: an address or a folder, with a folder for each model.',
  ),
  notes: oneOf(
    'auto',
    ['auto', 'openai', 'llama', 'extractive'],
    'The note writer; `auto` takes the best configured, `extractive` is the built-in one, which needs no model.',
  ),
  notesUrl: list(
    '',
    'OpenAI-compatible APIs that write documents, with their `/v1`, separated by commas; all serve the same model. Transcripts go there.',
  ),
  notesModel: optional(
    'The name of the model there, by default the first that it lists; without a server, the path of a GGUF file.',
  ),
  notesKey: optional('The key to that server, where it wants one.'),
  notesContext: wholeNumber(
    0,
    [0, 10_000_000],
    "The model's window in tokens; 0 asks the server (vLLM and llama.cpp tell it) or takes 4096, of a GGUF file 8192.",
  ),
  notesSeconds: wholeNumber(
    600,
    [1, 86_400],
    "How long a language model may write on one document; then what it has finished is kept, and the rest is the built-in writer's.",
  ),
  workers: wholeNumber(
    availableParallelism(),
    [0, 64],
    'Recordings worked on at once in this process, and as many segments and texts beside them; one more of each for a tenant that has nothing else under way. By default as many as the machine has cores. 0 serves and leaves the work to `osler worker`.',
  ),
  liveStreams: wholeNumber(
    2 * availableParallelism(),
    [0, 10_000],
    'Streams of speech that this process hears at once while they go on; more are refused. By default two a core.',
  ),
  liveQuickModel: optional(
    'The name of an installed model, such as `whisper-tiny.en`, that hears first where a live client asks for speed; by default the recogniser hears it alone (docs/live.md).',
  ),
  allowHosts: list(
    '',
    'Private hosts or CIDRs, separated by commas, that audio addresses and callbacks may reach; otherwise none.',
  ),
  allowOrigins: list(
    '',
    'Web pages that may call the API from a browser, as https://emr.example, separated by commas; otherwise none.',
  ),
  masterKey: optional(
    'Seals recordings and texts: a key of 32 bytes in base64, `file:PATH`, or `command:PROGRAM …`. Several lines: the first seals, all open.',
  ),
  mostUnderWay: perTenant(
    0,
    MOST_OF_A_QUOTA,
    'Requests that a tenant may have under way at once; more are refused (429). 0 is without limit. `500,clinic=50` gives a tenant its own.',
  ),
  mostGigabytes: perTenant(
    0,
    MOST_OF_A_QUOTA,
    'Gigabytes of recordings that a tenant may keep; more are refused (507). 0 is without limit. `100,clinic=20` gives a tenant its own.',
  ),
  keepAudioDays: perTenant(
    0,
    MOST_DAYS,
    'Days after which recordings are deleted, their transcripts and documents left; 0 keeps them. `30,clinic=7` gives a tenant its own.',
  ),
  keepDays: perTenant(
    0,
    MOST_DAYS,
    'Days after which consultations are deleted with all that belongs to them; 0 keeps them. `365,clinic=90` gives a tenant its own.',
  ),
  returnDays: wholeNumber(
    30,
    [1, 365],
    'Days for which a consultation that was deleted in the workbench may be returned; then it goes for good.',
  ),
  doors: list(
    DOORS.map(({ name }) => name).join(','),
    'The doors that are open, separated by commas: built-in ones, files (`./acme.ts`) and npm packages. The first answers what belongs to none.',
  ),
  idleMinutes: wholeNumber(
    15,
    [1, 720],
    'Minutes without a touch after which the workbench is locked and who signed in there with an account is signed out.',
  ),
  passwords: oneOf(
    'on',
    ['on', 'off'],
    'Whether people sign in with passwords; `off` where all come by the organisation and with passkeys, which needs `OSLER_OIDC_ISSUER`.',
  ),
  oidcIssuer: issuer(
    "The organisation's OpenID provider, exactly as it names itself: people of the workbench sign in there. It sends them back to `OSLER_PUBLIC_URL` with a `/` behind it.",
  ),
  oidcClientId: optional('What this server is called there.'),
  oidcClientSecret: optional(
    'The secret for it: the secret itself, `file:PATH`, or `command:PROGRAM …`; none of a public client.',
  ),
  oidcRoleClaim: text(
    'groups',
    'The claim by which `OSLER_OIDC_ROLES` goes: its name, or a path as `realm_access.roles`.',
  ),
  oidcRoles: roleRules(
    'Which value of that claim gives which role, as `osler-admins=administrator,doctors=clinician`; the first that fits. Who has one gets an account, nobody else comes in by the provider. By default accounts alone say who may.',
  ),
  log: oneOf('info', ['debug', 'info', 'warn', 'error', 'silent'], 'How much is logged, to stderr.'),
  maxMegabytes: wholeNumber(500, [1, 100_000], 'Largest upload, in MiB, of every door but Intron.'),
  maxSeconds: wholeNumber(14400, [1, 86_400], 'Longest recording of the native API, Heidi, OpenAI and `osler listen`.'),
  requestsPerMinute: wholeNumber(
    6000,
    [1, 1_000_000],
    'Requests a minute by one key, to any route without a limit of its own.',
  ),
  uploadsPerMinute: wholeNumber(
    120,
    [1, 1_000_000],
    'Requests a minute by one key to each route that takes a recording and has no limit of its own.',
  ),
  syncWaitSeconds: wholeNumber(
    600,
    [1, 86_400],
    'How long the routes of Nabla, Heidi and OpenAI that answer with a result wait for it.',
  ),
})

export interface Config extends Omit<z.infer<typeof SETTINGS>, 'doors'> {
  doors: Doors
  /** Each door's own, by its name. */
  doorSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

type Environment = Readonly<Record<string, string | undefined>>

/** What OSLER_DOORS names. */
export const readDoorNames = (environment: Environment): string[] =>
  readSettings(SETTINGS.pick({ doors: true }), environment).doors

/** The settings of `environment`, with these doors open. Throws `request_invalid` with the first bad value. */
export function readConfig(environment: Environment, doors: Doors = DOORS): Config {
  refuseShared(doors)
  const config = readSettings(SETTINGS, environment)
  const own = doors.map(({ name, settings }) => [name, readSettings(settings, environment, name)])
  return { ...config, data: resolve(config.data), doors, doorSettings: Object.fromEntries(own) }
}

/** SECURITY: a door `api` with a setting `key` would read OSLER_API_KEY, which is not its own. */
function refuseShared(doors: Doors): void {
  const names = listSettings(doors).map(({ name }) => name)
  const shared = names.find((name, at) => names.indexOf(name) !== at)
  if (shared === undefined) return
  throw new OslerError(
    'request_invalid',
    `${shared} is a setting already: the door that also reads it needs another name.`,
  )
}

/** The variable of every setting with what it takes, those of the doors behind the others. */
export function listSettings(doors: Doors = DOORS): { name: string; schema: z.ZodType }[] {
  const named = (settings: Settings, door = '') =>
    Object.entries(settings.shape).map(([key, schema]) => ({ name: variableOf(key, door), schema }))
  return [...named(SETTINGS), ...doors.flatMap(({ name, settings }) => named(settings, name))]
}

/** Variables that look like settings and are none: a typing error that would otherwise pass in silence. */
export function unknownSettings(environment: Environment, doors: Doors): string[] {
  const known = new Set([...listSettings(), ...listSettings(doors)].map(({ name }) => name))
  return Object.keys(environment).filter((name) => /^OSLER_(?!TEST_)/.test(name) && !known.has(name))
}
