import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { EngineOffer } from '../api/door.ts'
import type { AppDependencies } from '../api/http/app.ts'
import { findKeyOfToken } from '../api/http/auth.ts'
import { checkAssertion } from '../api/http/check-assertion.ts'
import { findCondition } from '../clinical/en/conditions.ts'
import { deleteConsultation } from '../consultations/delete.ts'
import { JobEvents } from '../consultations/follow-job.ts'
import { playRecording } from '../consultations/play.ts'
import { readResult } from '../consultations/read-result.ts'
import type { JobResult } from '../domain/consultation.ts'
import { asOslerError, type OslerError } from '../domain/errors.ts'
import { type Job, TASK_CLASSES, type TaskClass } from '../domain/job.ts'
import type { Note } from '../domain/note.ts'
import type { Submission } from '../domain/submission.ts'
import { DEFAULT_TENANT } from '../domain/tenant.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { Engines } from '../engines/choose-engines.ts'
import { openDiarizers } from '../engines/diarization/registry.ts'
import { listModels } from '../engines/models/model-folders.ts'
import { openExtractive } from '../engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { openWriters } from '../engines/notes/registry.ts'
import { openPythons } from '../engines/runtime/python/open-pythons.ts'
import { listUsableModels } from '../engines/runtime/sherpa/usable-models.ts'
import { openRecognizers } from '../engines/speech/registry.ts'
import { openDetectors } from '../engines/voice-activity/registry.ts'
import { ingest, keepDocument } from '../pipeline/intake/ingest.ts'
import { keepRecording } from '../pipeline/intake/keep-recording.ts'
import { submitChunk } from '../pipeline/intake/submit-chunk.ts'
import { addPart, ingestParts } from '../pipeline/intake/upload-in-parts.ts'
import { redeliver, retry } from '../pipeline/jobs/retry.ts'
import { startWorkers } from '../pipeline/jobs/start-workers.ts'
import { openNameCorrection } from '../pipeline/transcribe/correct-names.ts'
import { backUp } from '../pipeline/upkeep/backup.ts'
import { findOrphans, repair } from '../pipeline/upkeep/repair.ts'
import { SCRATCH_KEPT_MS, startUpkeep } from '../pipeline/upkeep/start-upkeep.ts'
import { refillQueue } from '../pipeline/upkeep/sweep.ts'
import { openLog } from '../platform/log.ts'
import { fetchMasterKey } from '../platform/master-key.ts'
import { type Metrics, openMetrics } from '../platform/metrics.ts'
import { openOutbound } from '../platform/outbound.ts'
import { sweepScratch } from '../platform/scratch.ts'
import { newToken, operatorTokenFile, readOrMakeSecret, tokenSecretFile } from '../platform/secrets.ts'
import { claimFolder, releaseFolder } from '../platform/server-file.ts'
import { openTokens } from '../platform/tokens.ts'
import type { Blobs } from '../store/blobs.ts'
import { openFileBlobs } from '../store/blobs-files.ts'
import { sealBlobs } from '../store/blobs-sealed.ts'
import { openReleases } from '../store/code-release.ts'
import { openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { openQueue } from '../store/queue.ts'
import { type MasterKeys, readMasterKeys } from '../store/sealed/master-keys.ts'
import { ensureTenant } from '../store/tenants.ts'
import { DOORS, doorNamed } from './doors.ts'
import { openActions } from './open-actions.ts'
import { openHeavy, writeInThreads } from './open-heavy.ts'
import type { Config } from './settings.ts'

/** The engines that the settings ask for, of those that are installed, best first. */
export async function openEngines(config: Config, builtIn: NoteWriter = openExtractive()): Promise<Engines> {
  const models = await listUsableModels(config.data)
  const pythonFor = openPythons(config.speechDevice)
  const place = { models, server: speechServerOf(config), pythonFor }
  const recognizers = await openRecognizers(config.speech, place, config.speechFallback)
  // Speech is found in the process that hears it, where there is one.
  const hears = recognizers.find(({ name }) => name === 'whisper')
  const chosen = models.find(({ name }) => name === hears?.model)
  return {
    recognizers,
    mayFallBack: config.speechFallback === 'local',
    diarizers: await openDiarizers(models),
    detectors: await openDetectors({ models, python: pythonFor(chosen) }),
    writers: await openWriters(config.notes, placeOf(config), builtIn),
    correctNames: openNameCorrection(),
    readCodes: openReleases(config.data, (code) => findCondition(code) !== undefined),
  }
}

/** Has the engines' processes end when the stack is disposed. */
export function closeWith(stack: AsyncDisposableStack, { recognizers, diarizers, detectors, writers }: Engines): void {
  for (const engine of [...recognizers, ...diarizers, ...detectors, ...writers]) stack.use(engine)
}

function speechServerOf({ speechUrl, speechModel, speechKey, speechLanguages, speechAtOnce }: Config) {
  const server = { urls: speechUrl, key: speechKey, model: speechModel }
  return { ...server, languages: speechLanguages, atOnce: speechAtOnce }
}

function placeOf({ notesUrl: urls, notesModel: model, notesKey: key, notesContext }: Config) {
  return { urls, model, key, windowTokens: notesContext || undefined }
}

export interface System extends AsyncDisposable {
  config: Config
  /** What the HTTP server is built from. */
  forDoors: AppDependencies
  /** Takes tasks of these classes from the queue until the system is disposed; all of them where none is named. */
  startWork(classes?: readonly TaskClass[]): Promise<void>
}

/** Opens everything that the settings name; the only place that chooses adapters. Disposing closes it in reverse. */
export async function openSystem(config: Config, log: Logger = openLog(config.log)): Promise<System> {
  await using opened = new AsyncDisposableStack()
  const scratchRoot = join(config.data, 'scratch')
  await mkdir(config.data, { recursive: true, mode: 0o700 })
  if (!config.databaseUrl) {
    await claimFolder(config.data)
    opened.defer(() => releaseFolder(config.data))
  }
  await sweepScratch(scratchRoot, config.databaseUrl ? SCRATCH_KEPT_MS : 0)
  const metrics = openMetrics()
  const keys = config.masterKey ? readMasterKeys(await fetchMasterKey(config.masterKey)) : undefined
  const place = { url: config.databaseUrl, folder: join(config.data, 'database') }
  const database = opened.use(await openDatabase({ ...place, keys }))
  const { db } = database
  await migrate(db)
  await ensureTenant(db, DEFAULT_TENANT)
  const events = new JobEvents()
  opened.defer(await database.listen('osler_job', (jobId) => events.emit(jobId)))
  const blobs = openBlobs(config.data, keys)
  const outbound = opened.use(openOutbound({ allowHosts: config.allowHosts }))
  const heavy = opened.use(openHeavy())
  const engines = await openEngines(config, writeInThreads(heavy))
  closeWith(opened, engines)
  const queue = opened.use(await openQueue(database, (error) => log.error({ error }, 'queue')))
  const retention = { audio: config.keepAudioDays, consultations: config.keepDays }
  const quotas = { underWay: config.mostUnderWay, gigabytes: config.mostGigabytes }
  const tools = {
    db,
    queue,
    retention,
    quotas,
    blobs,
    outbound,
    scratchRoot,
    ...engines,
    prove: (note: Note, transcript: Transcript) => heavy.run('proveNote', [note, transcript]),
    readResult: (tenantId: string, jobId: string) => readResult(db, tenantId, jobId),
    formatCallback,
    signCallback: (door: string) => doorNamed(door)?.signCallback,
    deleteConsultation: (tenantId: string, id: string) => deleteConsultation({ db, blobs }, tenantId, id),
    observe: observe(log, metrics),
  }
  const submit = (tenantId: string, submission: Submission) => submitChunk(tools, tenantId, submission)
  const secrets = {
    apiKey: config.apiKey,
    operatorToken: await readOrMakeSecret(operatorTokenFile(config.data), newToken),
  }
  const tokens = openTokens(await readOrMakeSecret(tokenSecretFile(config.data), newToken))
  const stack = opened.move()
  return {
    config,
    forDoors: {
      ...{ db, log, metrics, secrets },
      serving: config,
      allowOrigins: config.allowOrigins,
      requestsPerMinute: config.requestsPerMinute,
      works: config.workers > 0,
      doorSettings: config.doors,
      doors: DOORS,
      offers: listOffers(engines),
      ingest: (stream, maxBytes) => ingest(stream, blobs, maxBytes),
      addPart: (upload, offsetBytes, stream) => addPart(tools, upload, offsetBytes, stream),
      ingestParts: (upload, maxBytes) => ingestParts(tools, upload, maxBytes),
      checkAddress: outbound.checkResolved,
      submit,
      discard: ({ key }) => blobs.delete(key),
      keepDocument: (stream, maxBytes) => keepDocument(stream, blobs, maxBytes),
      discardBlob: (key) => blobs.delete(key),
      keepRecording: (recording, limits) => keepRecording(tools, recording, limits),
      consultations: openActions(config, { ...tools, submit }, events, heavy),
      playRecording: (tenantId, id) => playRecording(tools, tenantId, id),
      redact: (transcript) => heavy.run('redact', [transcript]),
      tokens: {
        ...tokens,
        findKey: (id) => findKeyOfToken({ db, secrets }, id),
        checkAssertion: (assertion, path) => checkAssertion(db, assertion, path),
      },
      retry: (jobId) => retry(tools, jobId),
      redeliver: (jobId) => redeliver(tools, jobId),
      findOrphans: () => findOrphans(tools),
      repair: () => repair(tools),
      backUp: (folder) => backUp(database, config.data, folder),
    },
    async startWork(classes = TASK_CLASSES) {
      // To ask an engine how it is loads it, which only who hears with it needs.
      if (classes.includes('transcribe')) void warnOfEngines(config, engines, log)
      if (queue.startsEmpty) await refillQueue(tools)
      await startWorkers(tools, classes, config.workers)
      if (classes.includes('upkeep')) await startUpkeep(tools)
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

const EXAMINE_MS = 30_000

/** A refused key, a server that is away or a model that is damaged is told when the work starts, not with the first recording. */
async function warnOfEngines({ data }: Config, { recognizers }: Engines, log: Logger): Promise<void> {
  const warn = (sentence: string) => log.warn({ sentence }, 'engine')
  await listModels(data, warn)
  // Of several models the best alone: to load them all would take the machine's memory for a while.
  const best = new Map([...recognizers].reverse().map((recognizer) => [recognizer.name, recognizer]))
  for (const { checkHealth } of best.values()) {
    await checkHealth(AbortSignal.timeout(EXAMINE_MS)).catch((error) => warn(asOslerError(error).message))
  }
}

/** Recordings as files, sealed where there is a key. */
function openBlobs(data: string, keys: MasterKeys | undefined): Blobs {
  const files = openFileBlobs(join(data, 'blobs'))
  return keys ? sealBlobs(files, keys) : files
}

/** A finished job's callback in the shape of the door it came through. */
const formatCallback = (result: JobResult) => doorNamed(result.job.door)?.formatCallback(result)

/** What the pipeline does, counted and logged by ids and codes. */
function observe(log: Logger, metrics: Metrics) {
  return {
    step: (step: string, seconds: number) => metrics.stepSeconds.observe({ step }, seconds),
    jobEnded(job: Job, outcome: string, error?: OslerError) {
      metrics.jobs.inc({ door: job.door, outcome })
      log.info({ jobId: job.id, door: job.door, outcome, ...(error && { error }) }, 'job')
    },
    delivered: (outcome: string) => metrics.deliveries.inc({ outcome }),
    taskThrew(task: string, error: unknown) {
      metrics.tasksThrown.inc({ task })
      log.warn({ task, error }, 'task')
    },
    upkept(task: string, error?: unknown) {
      metrics.upkeep.inc({ task, outcome: error === undefined ? 'succeeded' : 'failed' })
      if (error !== undefined) log.error({ task, error }, 'upkeep')
    },
  }
}

/** What the engines can do, as people and clients are told. */
export function listOffers({ recognizers, writers }: Engines): EngineOffer[] {
  return [
    ...recognizers.map(({ name, model, languages, capabilities }) => ({
      ...{ task: 'speech' as const, engine: name, model, languages, tellsLanguage: capabilities.languageDetection },
    })),
    ...writers.map(({ name, model, languages, kinds, followsWishes }) => ({
      task: 'notes' as const,
      engine: name,
      model,
      languages,
      kinds,
      followsWishes,
    })),
  ]
}
