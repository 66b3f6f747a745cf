import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import type { PerTenant } from '../domain/per-tenant.ts'

interface Setting<Value> {
  name: `OSLER_${string}`
  /** What stands when the variable is not set, as one would write it. */
  default: string
  says: string
  read: (text: string, name: string) => Value
}

function setting<Value>(name: `OSLER_${string}`, byDefault: string, read: Setting<Value>['read'], says: string) {
  return { name, default: byDefault, read, says } satisfies Setting<Value>
}

const text = (value: string) => value
const optional = (value: string) => value || undefined
const folder = (value: string) => resolve(value)
const list = (value: string) => value.split(',').flatMap((part) => part.trim() || [])

function wholeNumber(least: number, most: number) {
  return (value: string, name: string) => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= least && number <= most) return number
    throw new OslerError(
      'request_invalid',
      `${name} is "${value}"; it must be a whole number from ${least} to ${most}.`,
    )
  }
}

/** `30`, or `30,clinic=7,ward-3=0`: a number by default and of single tenants; 0 is without limit. */
function perTenant(most: number) {
  const read = wholeNumber(0, most)
  return (value: string, name: string): PerTenant => {
    const [byDefault = '', ...own] = value.split(',').map((part) => part.trim())
    const ofTenant = own.map((part) => {
      const [tenant = '', count = ''] = part.split('=')
      return [tenant.trim(), read(count.trim() || 'nothing', `${name} of ${tenant}`)] as const
    })
    return { byDefault: read(byDefault, name), ofTenant: Object.fromEntries(ofTenant) }
  }
}

/** A hundred years. */
const MOST_DAYS = 36_500
const MOST_OF_A_QUOTA = 1_000_000

function oneOf<const Choice extends string>(...choices: Choice[]) {
  return (value: string, name: string): Choice => {
    const choice = choices.find((candidate) => candidate === value)
    if (choice !== undefined) return choice
    throw new OslerError('request_invalid', `${name} is "${value}"; it must be one of ${choices.join(', ')}.`)
  }
}

/** Every setting. Adding one is one line here; docs/settings.md is made from this table. */
export const SETTINGS = {
  host: setting('OSLER_HOST', '127.0.0.1', text, 'The address to listen on; 0.0.0.0 opens the server to the network.'),
  port: setting('OSLER_PORT', '1849', wholeNumber(0, 65_535), 'The port to listen on; 0 takes a free one.'),
  data: setting('OSLER_DATA', './data', folder, 'The folder of the database, recordings and secrets.'),
  apiKey: setting('OSLER_API_KEY', '', optional, 'A key that works from the start, for the tenant `default`.'),
  databaseUrl: setting('OSLER_DATABASE_URL', '', optional, 'PostgreSQL (`postgres://…`) instead of the embedded one.'),
  speech: setting(
    'OSLER_SPEECH',
    'auto',
    oneOf('auto', 'openai', 'sherpa', 'whisper'),
    'The recogniser; `auto` takes the best that is configured or installed for the language.',
  ),
  speechUrl: setting(
    'OSLER_SPEECH_URL',
    '',
    list,
    'OpenAI-compatible APIs that hear, with their `/v1`, separated by commas; all serve the same model. Recordings go there.',
  ),
  speechModel: setting(
    'OSLER_SPEECH_MODEL',
    '',
    optional,
    'The name of the model: there, by default the first that it lists; of `sherpa` and `whisper`, by default the best for the language.',
  ),
  speechDevice: setting(
    'OSLER_SPEECH_DEVICE',
    'auto',
    oneOf('auto', 'cpu', 'cuda'),
    'What `whisper` computes on: `auto` takes a graphics card where CTranslate2 finds one.',
  ),
  speechKey: setting('OSLER_SPEECH_KEY', '', optional, 'The key to these servers, where they want one.'),
  speechLanguages: setting(
    'OSLER_SPEECH_LANGUAGES',
    'mul',
    list,
    'The languages that the model there hears, as `en,fr`; `mul` stands for all.',
  ),
  speechAtOnce: setting(
    'OSLER_SPEECH_AT_ONCE',
    '8',
    wholeNumber(1, 1000),
    'Stretches of speech that each of these servers gets at once.',
  ),
  speechFallback: setting(
    'OSLER_SPEECH_FALLBACK',
    'none',
    oneOf('none', 'local'),
    'What hears a recording when no server answers: `none` tries again later, `local` takes the best local engine.',
  ),
  modelsUrl: setting(
    'OSLER_MODELS_URL',
    '',
    optional,
    'Where set-up and `osler models pull` fetch from instead of the publishers: an address or a folder, with a folder for each model.',
  ),
  notes: setting(
    'OSLER_NOTES',
    'auto',
    oneOf('auto', 'openai', 'llama', 'extractive'),
    'The note writer; `auto` takes the best configured, `extractive` is the built-in one, which needs no model.',
  ),
  notesUrl: setting(
    'OSLER_NOTES_URL',
    '',
    list,
    'OpenAI-compatible APIs that write documents, with their `/v1`, separated by commas; all serve the same model. Transcripts go there.',
  ),
  notesModel: setting(
    'OSLER_NOTES_MODEL',
    '',
    optional,
    'The name of the model there, by default the first that it lists; without a server, the path of a GGUF file.',
  ),
  notesKey: setting('OSLER_NOTES_KEY', '', optional, 'The key to that server, where it wants one.'),
  notesContext: setting(
    'OSLER_NOTES_CONTEXT',
    '0',
    wholeNumber(0, 10_000_000),
    "The model's window in tokens; 0 asks the server (vLLM and llama.cpp tell it) or takes 4096, of a GGUF file 8192.",
  ),
  workers: setting(
    'OSLER_WORKERS',
    String(availableParallelism()),
    wholeNumber(0, 64),
    'Recordings worked on at once in this process, and as many segments and texts beside them; by default as many as the machine has cores. 0 serves and leaves the work to `osler worker`.',
  ),
  allowHosts: setting(
    'OSLER_ALLOW_HOSTS',
    '',
    list,
    'Private hosts or CIDRs, separated by commas, that audio addresses and callbacks may reach; otherwise none.',
  ),
  allowOrigins: setting(
    'OSLER_ALLOW_ORIGINS',
    '',
    list,
    'Web pages that may call the API from a browser, as https://emr.example, separated by commas; otherwise none.',
  ),
  masterKey: setting(
    'OSLER_MASTER_KEY',
    '',
    optional,
    'Seals recordings and texts: a key of 32 bytes in base64, `file:PATH`, or `command:PROGRAM …`. Several lines: the first seals, all open.',
  ),
  mostUnderWay: setting(
    'OSLER_MOST_UNDER_WAY',
    '0',
    perTenant(MOST_OF_A_QUOTA),
    'Requests that a tenant may have under way at once; more are refused (429). 0 is without limit. `500,clinic=50` gives a tenant its own.',
  ),
  mostGigabytes: setting(
    'OSLER_MOST_GIGABYTES',
    '0',
    perTenant(MOST_OF_A_QUOTA),
    'Gigabytes of recordings that a tenant may keep; more are refused (507). 0 is without limit. `100,clinic=20` gives a tenant its own.',
  ),
  keepAudioDays: setting(
    'OSLER_KEEP_AUDIO_DAYS',
    '0',
    perTenant(MOST_DAYS),
    'Days after which recordings are deleted, their transcripts and documents left; 0 keeps them. `30,clinic=7` gives a tenant its own.',
  ),
  keepDays: setting(
    'OSLER_KEEP_DAYS',
    '0',
    perTenant(MOST_DAYS),
    'Days after which consultations are deleted with all that belongs to them; 0 keeps them. `365,clinic=90` gives a tenant its own.',
  ),
  log: setting(
    'OSLER_LOG',
    'info',
    oneOf('debug', 'info', 'warn', 'error', 'silent'),
    'How much is logged, to stderr.',
  ),
  maxMegabytes: setting(
    'OSLER_MAX_MEGABYTES',
    '500',
    wholeNumber(1, 100_000),
    'Largest upload, in MiB, of every door but Intron.',
  ),
  maxSeconds: setting(
    'OSLER_MAX_SECONDS',
    '14400',
    wholeNumber(1, 86_400),
    'Longest recording of the native API, Heidi, OpenAI and `osler listen`.',
  ),
  requestsPerMinute: setting(
    'OSLER_REQUESTS_PER_MINUTE',
    '6000',
    wholeNumber(1, 1_000_000),
    'Requests a minute by one key, to any route without a limit of its own.',
  ),
  uploadsPerMinute: setting(
    'OSLER_UPLOADS_PER_MINUTE',
    '120',
    wholeNumber(1, 1_000_000),
    'Requests a minute by one key to each route that takes a recording and has no limit of its own.',
  ),
  syncWaitSeconds: setting(
    'OSLER_SYNC_WAIT_SECONDS',
    '600',
    wholeNumber(1, 86_400),
    'How long the routes of Nabla, Heidi and OpenAI that answer with a result wait for it.',
  ),
  intronMaxMegabytes: setting(
    'OSLER_INTRON_MAX_MEGABYTES',
    '100',
    wholeNumber(1, 100_000),
    "Intron's largest upload, in MiB.",
  ),
  intronMaxSeconds: setting('OSLER_INTRON_MAX_SECONDS', '600', wholeNumber(1, 86_400), "Intron's longest recording."),
  intronMinSeconds: setting('OSLER_INTRON_MIN_SECONDS', '1', wholeNumber(0, 3_600), "Intron's shortest recording."),
  intronSyncMaxSeconds: setting(
    'OSLER_INTRON_SYNC_MAX_SECONDS',
    '60',
    wholeNumber(1, 86_400),
    "Longest recording of Intron's /file/v1/upload/sync.",
  ),
  intronSyncWaitSeconds: setting(
    'OSLER_INTRON_SYNC_WAIT_SECONDS',
    '60',
    wholeNumber(1, 3_600),
    "How long Intron's /file/v1/upload/sync waits before it answers with the file id alone.",
  ),
  intronSyncTimeoutStatus: setting(
    'OSLER_INTRON_SYNC_TIMEOUT_STATUS',
    '408',
    oneOf('408', '503'),
    "The HTTP status of that answer: 408 as Intron's documents have it, 503 as its newer service sends.",
  ),
  intronUploadsPerMinute: setting(
    'OSLER_INTRON_UPLOADS_PER_MINUTE',
    '30',
    wholeNumber(1, 1_000_000),
    "Uploads a minute by one key to Intron's /file/v1/upload.",
  ),
  intronSyncUploadsPerMinute: setting(
    'OSLER_INTRON_SYNC_UPLOADS_PER_MINUTE',
    '30',
    wholeNumber(1, 1_000_000),
    "Uploads a minute by one key to Intron's /file/v1/upload/sync.",
  ),
  intronStatusPerMinute: setting(
    'OSLER_INTRON_STATUS_PER_MINUTE',
    '6000',
    wholeNumber(1, 1_000_000),
    "Requests a minute by one key to Intron's /file/v1/status; Intron itself allows 100.",
  ),
  nablaMaxSeconds: setting(
    'OSLER_NABLA_MAX_SECONDS',
    '3600',
    wholeNumber(1, 86_400),
    "Longest recording of Nabla's asynchronous routes.",
  ),
  nablaSyncMaxSeconds: setting(
    'OSLER_NABLA_SYNC_MAX_SECONDS',
    '600',
    wholeNumber(1, 86_400),
    "Longest recording of Nabla's synchronous routes.",
  ),
  nablaLeastWords: setting(
    'OSLER_NABLA_LEAST_WORDS',
    '5',
    wholeNumber(1, 1000),
    "Words that a transcript needs for Nabla's notes; with fewer, the answer is 422 “too short”.",
  ),
} as const

export type Config = { readonly [Key in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[Key]['read']> }

/** The settings of `environment`; an empty variable counts as not set. Throws `request_invalid` with the first bad value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const entries = Object.entries(SETTINGS).map(([key, { name, default: byDefault, read }]) => [
    key,
    read(environment[name] || byDefault, name),
  ])
  return Object.fromEntries(entries) as Config
}

/** Variables that look like settings and are none: a typing error that would otherwise pass in silence. */
export function unknownSettings(environment: Record<string, string | undefined>): string[] {
  const known = new Set<string>(Object.values(SETTINGS).map(({ name }) => name))
  return Object.keys(environment).filter((name) => /^OSLER_(?!TEST_)/.test(name) && !known.has(name))
}
