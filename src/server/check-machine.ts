import { existsSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { programVersion } from '../audio/ffmpeg.ts'
import { asOslerError } from '../domain/errors.ts'
import { anyServes } from '../domain/language.ts'
import type { Engines } from '../engines/choose-engines.ts'
import type { Engine } from '../engines/engine.ts'
import { listModels } from '../engines/models/model-folders.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { isPythonInstalled } from '../engines/runtime/python/python-environment.ts'
import type { Recognizer } from '../engines/speech/recognizer.ts'
import { claimFolder, findServer } from '../platform/server-file.ts'
import { openDatabase } from '../store/database.ts'
import { checkConfinement, checkScratch } from './check-confinement.ts'
import type { Finding } from './finding.ts'
import { closeWith, openEngines } from './open-engines.ts'
import type { Config } from './settings.ts'

const LEAST_FREE_BYTES = 2 * 1024 ** 3
const LEAST_NODE = 24

/** Looks at everything that Osler needs on this machine; changes nothing. */
export async function checkMachine(config: Config): Promise<Finding[]> {
  const findings = await Promise.all([
    checkNode(),
    checkProgram('ffmpeg', 'apt-get install ffmpeg'),
    checkProgram('ffprobe', 'apt-get install ffmpeg'),
    checkConfinement(),
    checkScratch(config),
    checkEngines(config),
    checkFolder(config),
    checkDatabase(config),
  ])
  return findings.flat()
}

function checkNode(): Finding {
  const isNew = Number(process.versions.node.split('.')[0]) >= LEAST_NODE
  const says = `version ${process.versions.node}`
  if (isNew) return { subject: 'Node.js', state: 'good', says }
  return {
    subject: 'Node.js',
    state: 'bad',
    says: `${says}; ${LEAST_NODE} is needed`,
    todo: 'run npm start: it puts Node 24 beside Osler',
  }
}

async function checkProgram(subject: string, todo: string): Promise<Finding> {
  const version = await programVersion(subject)
  return version ? { subject, state: 'good', says: version } : { subject, state: 'bad', says: 'not installed', todo }
}

async function checkEngines(config: Config): Promise<Finding[]> {
  const engines = await openEngines(config)
  const { recognizers, quickRecognizer, writers } = engines
  await using opened = new AsyncDisposableStack()
  closeWith(opened, engines)
  const heard = await Promise.all(recognizers.map(checkRecognizer))
  const quick = quickRecognizer ? [await checkQuick(quickRecognizer)] : []
  const written = await Promise.all(writers.map(checkWriter))
  const damaged = await checkModels(config)
  if (heard.length > 0)
    return [...heard, ...quick, tellLanguages(recognizers), tellHelpers(engines), ...damaged, ...written]
  return [{ subject: 'Speech', state: 'bad', ...tellWhyDeaf(config) }, ...damaged, ...written]
}

/** What is missing where nothing hears, and the one thing to do about it. */
function tellWhyDeaf({ speechModel }: Config): Pick<Finding, 'says' | 'todo'> {
  if (!isPythonInstalled()) {
    const todo = 'run npm start: it makes it; or set OSLER_SPEECH_URL to a server that hears'
    return { says: 'nothing hears: the Python environment of Whisper is not there', todo }
  }
  if (!speechModel) return { says: 'nothing hears: no model is installed', todo: 'osler models pull whisper-base' }
  return {
    says: `nothing hears: OSLER_SPEECH_MODEL is "${speechModel}", and no model of that name is installed`,
    todo: 'osler models list shows which there are, and osler models pull NAME installs one',
  }
}

/** Models whose folders cannot be used. */
async function checkModels({ data }: Config): Promise<Finding[]> {
  const findings: Finding[] = []
  const todo = 'osler models pull NAME, which puts a whole one in its place'
  const tell = (says: string) => findings.push({ subject: 'Models', state: 'bad', says, todo })
  await listModels(data, tell)
  return findings
}

/** What finds speech and tells speakers apart. */
function tellHelpers({ detectors, diarizers }: Engines): Finding {
  const nameOf = ([first]: readonly Engine[]) =>
    first?.model === first?.name ? first?.name : `${first?.name} (${first?.model})`
  const says = `speech is found by ${nameOf(detectors)}, speakers are told apart by ${nameOf(diarizers)}`
  return { subject: 'Speakers', state: 'good', says }
}

/** Which engine hears which language: the first of them all that serves it. */
function tellLanguages(recognizers: readonly Recognizer[]): Finding {
  const by = new Map<string, string[]>()
  for (const language of new Set(recognizers.flatMap(({ languages }) => languages))) {
    const first = recognizers.find(({ languages }) => anyServes(languages, language))
    const name = first ? `${first.name} (${first.model})` : ''
    by.set(name, [...(by.get(name) ?? []), language])
  }
  const says = [...by].map(([name, languages]) => `${languages.join(', ')} by ${name}`).join('; ')
  return { subject: 'Languages', state: 'good', says: `${says}. The first above that serves a language hears it` }
}

const MOST_MS = 15_000

async function checkRecognizer({ name, model, languages, checkHealth }: Recognizer): Promise<Finding> {
  const subject = 'Speech'
  const error = await checkHealth(AbortSignal.timeout(MOST_MS)).catch(asOslerError)
  if (error)
    return { subject, state: 'bad', says: `${name}: ${error.message}`, todo: 'check OSLER_SPEECH_…: docs/engines.md' }
  return { subject, state: 'good', says: `${name} (${model}) serves ${languages.join(', ')}` }
}

async function checkQuick(quick: Recognizer): Promise<Finding> {
  const found = await checkRecognizer(quick)
  return { ...found, says: `${found.says}, at once for who asks for speed` }
}

async function checkWriter(writer: NoteWriter): Promise<Finding> {
  const { name, kinds, languages } = writer
  const subject = 'Documents'
  const wrong = await writer.checkHealth(AbortSignal.timeout(MOST_MS)).catch(asOslerError)
  if (wrong)
    return { subject, state: 'bad', says: `${name}: ${wrong.message}`, todo: 'check OSLER_NOTES_…: docs/models.md' }
  return { subject, state: 'good', says: `${name} writes ${kinds.join(', ')} in ${languages.join(', ')}` }
}

async function checkFolder({ data }: Config): Promise<Finding> {
  const subject = 'Data folder'
  try {
    await mkdir(data, { recursive: true, mode: 0o700 })
    await access(data, constants.W_OK)
  } catch {
    return { subject, state: 'bad', says: `${data} cannot be written`, todo: 'set OSLER_DATA to a folder of this user' }
  }
  const { bavail, bsize } = await statfs(data)
  const free = bavail * bsize
  const says = `${data}, ${(free / 1024 ** 3).toFixed(1)} GB free`
  if (free >= LEAST_FREE_BYTES) return { subject, state: 'good', says }
  return { subject, state: 'bad', says, todo: 'free some space: below 2 GB recordings may soon be refused' }
}

async function checkDatabase(config: Config): Promise<Finding> {
  const subject = 'Database'
  const server = await findServer(config.data)
  if (server)
    return { subject, state: 'good', says: `open in the running server (process ${server.pid}, ${server.address})` }
  const folder = `${config.data}/database`
  if (!config.databaseUrl && !existsSync(folder))
    return { subject, state: 'good', says: 'embedded, made at the first start' }
  try {
    await using _claimed = await claimFolder(config.data, config.databaseUrl ? 'shared' : 'alone')
    await using database = await openDatabase({ url: config.databaseUrl, directUrl: config.databaseDirectUrl, folder })
    await sql`select 1`.execute(database.db)
    return { subject, state: 'good', says: database.backend === 'pglite' ? 'embedded, opens' : 'PostgreSQL, answers' }
  } catch (error) {
    const todo = config.databaseUrl
      ? 'check OSLER_DATABASE_URL and that PostgreSQL runs'
      : 'restore the data folder from a backup'
    return { subject, state: 'bad', says: `does not open (${asOslerError(error).code})`, todo }
  }
}
