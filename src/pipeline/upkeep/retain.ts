import type { Kysely } from 'kysely'
import { checkAmount } from '../../domain/held-back.ts'
import { limitOf } from '../../domain/per-tenant.ts'
import { expiryOf, type Retention } from '../../domain/retention.ts'
import { goesBefore } from '../../domain/set-aside.ts'
import { forgetEndedSessions } from '../../store/account-sessions.ts'
import type { Blobs } from '../../store/blobs.ts'
import {
  countConsultations,
  countRecordings,
  dropExpiredAudio,
  listExpiredConsultations,
  listTenantIds,
} from '../../store/expired.ts'
import { ANSWERS_KEPT_MS, forgetAnswersBefore } from '../../store/kept-answers.ts'
import { countToldOfPatients, deleteToldOfPatients, listForgotten } from '../../store/patients.ts'
import { listSetAside, listToForget } from '../../store/set-aside.ts'
import { forgetEndedAttempts } from '../../store/sign-in-attempts.ts'
import type { Tables } from '../../store/tables.ts'
import { forgetSpentTokens } from '../../store/token-ends.ts'
import { deleteUploadsBefore } from '../../store/uploads.ts'

export interface RetainTools {
  db: Kysely<Tables>
  blobs: Blobs
  retention: Retention
  /** For good, also one that was set aside. */
  deleteConsultation(tenantId: string, consultationId: string): Promise<unknown>
}

/** An upload that was begun and not ended a day later is not gone on with. */
const UPLOAD_KEPT_MS = 24 * 3_600_000

/** How many went. */
export interface Deleted {
  consultations: number
  recordings: number
  files: number
}

/** Of one tenant, at one time. */
interface Run {
  tenantId: string
  now: Date
  /** A person wants it, however many there are. */
  isAsked: boolean
  attempt(work: Promise<unknown>): Promise<unknown>
}

/**
 * Removes what is older than its tenant wants it kept. What is under way stays until it has ended. What cannot be removed
 * keeps nothing else: the rest goes, and then the first failure is thrown, which may be `deletion_held`: SECURITY: never
 * are many deleted at once without a person.
 */
export async function retain(tools: RetainTools, now = new Date(), isAsked = false): Promise<Omit<Deleted, 'files'>> {
  const failures: unknown[] = []
  const deleted = { consultations: 0, recordings: 0 }
  const attempt = (work: Promise<unknown>) => work.catch((error) => failures.push(error))
  await attempt(deleteUploadsBefore(tools.db, new Date(now.getTime() - UPLOAD_KEPT_MS)))
  await attempt(forgetSpentTokens(tools.db, now))
  await attempt(forgetEndedSessions(tools.db, now))
  await attempt(forgetEndedAttempts(tools.db, now))
  for (const tenantId of await listTenantIds(tools.db)) {
    const run = { tenantId, now, isAsked, attempt }
    await attempt(dropConsultations(tools, run, deleted))
    await attempt(dropSetAside(tools, run))
    await attempt(dropAudio(tools, run, deleted))
    await attempt(dropForgotten(tools, run))
    await attempt(forgetAnswersBefore(tools.db, tenantId, new Date(now.getTime() - ANSWERS_KEPT_MS)))
  }
  if (failures.length > 0) throw failures[0]
  return deleted
}

type Counts = Omit<Deleted, 'files'>

async function dropConsultations(tools: RetainTools, { tenantId, now, isAsked, attempt }: Run, deleted: Counts) {
  const { consultations: keepDays } = tools.retention
  const before = expiryOf(keepDays, tenantId, now)
  if (before === undefined) return
  const expired = await listExpiredConsultations(tools.db, tenantId, before)
  const all = await countConsultations(tools.db, tenantId)
  if (!isAsked) checkAmount(expired.length, all, limitOf(keepDays, tenantId))
  for (const id of expired) await attempt(tools.deleteConsultation(tenantId, id))
  deleted.consultations += expired.length
}

/** What was deleted and not returned in time, or is as old as a consultation may be. */
async function dropSetAside(tools: RetainTools, { tenantId, now, isAsked, attempt }: Run): Promise<void> {
  const { db, retention } = tools
  const oldest = expiryOf(retention.consultations, tenantId, now)
  const going = await listToForget(db, tenantId, goesBefore(retention.deleted, now), oldest)
  if (!isAsked) checkAmount(going.length, (await listSetAside(db, tenantId)).length, retention.deleted)
  for (const id of going) await attempt(tools.deleteConsultation(tenantId, id))
}

/** Profiles of patients who have no consultation any more, and what people told of documents. */
async function dropForgotten({ db, retention }: RetainTools, { tenantId, now, isAsked }: Run): Promise<void> {
  const before = expiryOf(retention.consultations, tenantId, now)
  if (before === undefined) return
  await db.transaction().execute(async (trx) => {
    const forgotten = await listForgotten(trx, tenantId, before)
    const all = await countToldOfPatients(trx, tenantId)
    if (!isAsked) checkAmount(forgotten.length, all, limitOf(retention.consultations, tenantId))
    await deleteToldOfPatients(trx, tenantId, forgotten)
  })
}

async function dropAudio({ db, blobs, retention }: RetainTools, run: Run, deleted: Counts): Promise<void> {
  const { tenantId, now, isAsked, attempt } = run
  const before = expiryOf(retention.audio, tenantId, now)
  if (before === undefined) return
  // A blob whose row has forgotten it is an orphan, which the sweep deletes should this process die here.
  const keys = await db.transaction().execute(async (trx) => {
    const all = await countRecordings(trx, tenantId)
    const dropped = await dropExpiredAudio(trx, tenantId, before)
    if (!isAsked) checkAmount(dropped.length, all, limitOf(retention.audio, tenantId))
    return dropped
  })
  for (const key of keys) await attempt(blobs.delete(key))
  deleted.recordings += keys.length
}
