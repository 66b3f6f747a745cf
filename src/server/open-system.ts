import type { Logger } from 'pino'
import type { Capabilities } from '../api/capabilities.ts'
import type { App } from '../api/door.ts'
import type { AppDependencies } from '../api/http/app.ts'
import { findKeyOfToken } from '../api/http/auth.ts'
import { checkAssertion } from '../api/http/check-assertion.ts'
import type { OperatorActions } from '../api/http/operator/routes.ts'
import { deleteConsultation } from '../consultations/delete.ts'
import { JobEvents } from '../consultations/follow-job.ts'
import { readResult } from '../consultations/read-result.ts'
import { makeAllSearchable } from '../consultations/search/make-searchable.ts'
import type { JobResult } from '../domain/consultation.ts'
import { TASK_CLASSES, type TaskClass } from '../domain/job.ts'
import type { Engines } from '../engines/choose-engines.ts'
import { redeliver, retry } from '../pipeline/jobs/retry.ts'
import { startWorkers } from '../pipeline/jobs/start-workers.ts'
import { backUp } from '../pipeline/upkeep/backup.ts'
import { checkPaired } from '../pipeline/upkeep/pair-recordings.ts'
import { findOrphans, repair } from '../pipeline/upkeep/repair.ts'
import { sealAll } from '../pipeline/upkeep/seal-all.ts'
import { deleteHeld, startUpkeep } from '../pipeline/upkeep/start-upkeep.ts'
import { refillQueue } from '../pipeline/upkeep/sweep.ts'
import { openKeyedHash } from '../platform/keyed-hash.ts'
import { openLog } from '../platform/log.ts'
import { type Metrics, openMetrics } from '../platform/metrics.ts'
import { type Outbound, openOutbound } from '../platform/outbound.ts'
import { newToken, operatorTokenFile, readOrMakeSecret, tokenSecretFile } from '../platform/secrets.ts'
import type { Threads } from '../platform/threads.ts'
import { openTokens } from '../platform/tokens.ts'
import { openTurns } from '../platform/turns.ts'
import { openWordHash } from '../platform/word-hash.ts'
import type { Audit } from '../store/audit.ts'
import { refuseBroken } from '../store/migrate.ts'
import { openQueue, type Queue } from '../store/queue.ts'
import { refuseUnsealed } from '../store/sealed/check-sealing.ts'
import { SESSION_CHANNEL } from '../store/sessions.ts'
import { isTokenEnded, spendToken } from '../store/token-ends.ts'
import { doorNamed, formatCallback } from './doors.ts'
import type { HeavyTasks } from './heavy-tasks.ts'
import { observe, observeStore } from './observe.ts'
import { openAccounts, type WaysIn } from './open-accounts.ts'
import { openCapabilities, useOf } from './open-capabilities.ts'
import { closeWith, listOffers, openEngines, warnOfEngines } from './open-engines.ts'
import { openHeavy, placesInThreads, proveInThreads, writeInThreads } from './open-heavy.ts'
import { exportToFile, openPatients } from './open-patients.ts'
import { openStore, type Store } from './open-store.ts'
import { openTrail } from './open-trail.ts'
import { openWaysIn } from './open-ways-in.ts'
import type { Config } from './settings.ts'
import { tellOfProcess } from './tell-process.ts'

export interface System extends AsyncDisposable {
  config: Config
  /** What the HTTP server is built from. */
  forDoors: AppDependencies
  /** Everything that a door of this name may ask for. */
  capabilitiesOf(door: string): Capabilities
  /** The HTTP server with every door; it listens when told to, and is to be closed before the system is. */
  openApp(): Promise<App>
  /** Tells all who share the database, until the system is disposed, of a process that takes this on. */
  tell(tasks: readonly string[]): Promise<void>
  /** Takes tasks of these classes from the queue until the system is disposed; all of them where none is named. */
  startWork(classes?: readonly TaskClass[]): Promise<void>
}

/** Headers of one tenant's recordings that are read at once; one takes about 60 ms. */
const INSPECTED_AT_ONCE = 2

/** Opens everything that the settings name; the only place that chooses adapters. Disposing closes it in reverse. */
export async function openSystem(
  config: Config,
  log: Logger = openLog(config.log),
  open = openEngines,
): Promise<System> {
  await using opened = new AsyncDisposableStack()
  const metrics = openMetrics()
  const store = opened.use(await openStore(config, observeStore(metrics)))
  const { database } = store
  const events = new JobEvents(store.db)
  for (const channel of ['osler_job', SESSION_CHANNEL])
    opened.defer(await database.listen(channel, (id) => events.emit(id)))
  const outbound = opened.use(openOutbound({ allowHosts: config.allowHosts }))
  const heavy = opened.use(openHeavy())
  const engines = await open(config, writeInThreads(heavy))
  closeWith(opened, engines)
  const audit = await openTrail(config.data, store.db, log, opened)
  const queue = opened.use(await openQueue(database, (error) => log.error({ error }, 'queue')))
  const waysIn = await openWaysIn(config, store.db, opened)
  const parts = { config, log, metrics, store, events, outbound, heavy, engines, queue, audit, waysIn }
  const tokenSecret = await readOrMakeSecret(tokenSecretFile(config.data), newToken)
  const tools = makeTools(parts, tokenSecret)
  const made = await makeForDoors(parts, tools, tokenSecret)
  const forDoors = { ...made.forDoors, ...forOperator(parts, tools) }
  const stack = opened.move()
  return {
    config,
    forDoors,
    capabilitiesOf: made.capabilitiesOf,
    // Loaded here: who only works needs no HTTP server.
    openApp: async () => (await import('../api/http/app.ts')).buildApp(forDoors),
    async tell(tasks) {
      stack.use(await tellOfProcess({ ...parts, db: store.db, workers: config.workers }, tasks))
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

/** What was opened. */
interface Parts {
  config: Config
  log: Logger
  metrics: Metrics
  store: Store
  events: JobEvents
  outbound: Outbound
  heavy: Threads<HeavyTasks>
  engines: Engines
  queue: Queue
  audit: Audit
  waysIn: WaysIn
}

type Tools = ReturnType<typeof makeTools>

/** What the pipeline and the actions work with, each taking of it what it names. */
function makeTools(parts: Parts, tokenSecret: string) {
  const { config, log, metrics, store, outbound, heavy, engines, queue, audit } = parts
  const { db, blobs, scratch, keys } = store
  const wordHash = openWordHash(keys?.search ?? tokenSecret)
  const placesOf = placesInThreads(heavy)
  return {
    ...{ db, blobs, scratch, queue, outbound, audit, wordHash },
    ...engines,
    retention: { audio: config.keepAudioDays, consultations: config.keepDays, deleted: config.returnDays },
    quotas: { underWay: config.mostUnderWay, gigabytes: config.mostGigabytes },
    inspectInTurn: openTurns(INSPECTED_AT_ONCE),
    prove: proveInThreads(heavy),
    placesOf,
    readResult: (tenantId: string, jobId: string) => readResult(db, tenantId, jobId),
    formatCallback: (result: JobResult) => formatCallback(result, config.doors),
    signCallback: (door: string) => doorNamed(door, config.doors)?.signCallback,
    deleteConsultation: (tenantId: string, id: string) => deleteConsultation({ db, blobs, audit }, tenantId, id),
    makeAllSearchable: () => makeAllSearchable({ db, wordHash, placesOf }),
    observe: observe(log, metrics),
  }
}

/** What the HTTP server and its doors are given. */
async function makeForDoors(
  { config, log, metrics, store, events, heavy, engines, waysIn }: Parts,
  tools: Tools,
  tokenSecret: string,
) {
  const { db, blobs, audit } = tools
  const secrets = {
    apiKey: config.apiKey,
    operatorToken: await readOrMakeSecret(operatorTokenFile(config.data), newToken),
  }
  const tokens = openTokens(tokenSecret)
  const offers = listOffers(engines)
  const accounts = openAccounts({ db, tokens }, config.idleMinutes, waysIn)
  const capabilitiesOf = openCapabilities(config, {
    ...{ ...tools, events, heavy, offers, accounts, hash: openKeyedHash(tokenSecret) },
    tokens: {
      ...tokens,
      findKey: (id) => findKeyOfToken({ db, secrets }, id),
      checkAssertion: (assertion, audiences) => checkAssertion(db, assertion, audiences),
      spend: (id, endsAt) => spendToken(db, id, endsAt),
      isEnded: (tenantId, userId, madeAt) => isTokenEnded(db, tenantId, userId, madeAt),
    },
  })
  const { allowOrigins, publicUrl, requestsPerMinute, idleMinutes, doors, doorSettings } = config
  const forDoors = {
    ...{
      db,
      audit,
      log,
      metrics,
      secrets,
      tokens,
      accounts,
      offers,
      allowOrigins,
      publicUrl,
      requestsPerMinute,
      idleMinutes,
      doors,
      doorSettings,
    },
    works: config.workers > 0,
    checkStore: async () => {
      await refuseBroken(db)
      await refuseUnsealed(db, store.keys)
      await checkPaired(db, blobs)
    },
    useOf: (door) => useOf(door, capabilitiesOf(door.name), { db, blobs }),
  } satisfies Omit<AppDependencies, keyof OperatorActions>
  return { forDoors, capabilitiesOf }
}

/** What the operator's routes do. */
function forOperator({ config, store: { database, files, keys } }: Parts, tools: Tools): OperatorActions {
  const patients = openPatients(tools)
  return {
    retry: (jobId) => retry(tools, jobId),
    redeliver: (jobId) => redeliver(tools, jobId),
    findOrphans: () => findOrphans(tools),
    repair: () => repair(tools),
    deleteHeld: () => deleteHeld(tools),
    patients,
    exportPatient: (tenantId, patient, file) => exportToFile(patients, tenantId, patient, file),
    sealAll: () => sealAll({ ...tools, files, keys }),
    backUp: (folder, earlier) => backUp({ database, keys, data: config.data }, folder, earlier),
  }
}
