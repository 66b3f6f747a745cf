import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Intake } from '../src/api/capabilities.ts'
import type { Job } from '../src/domain/job.ts'
import type { Source } from '../src/domain/submission.ts'
import { SCOPES } from '../src/domain/tenant.ts'
import { openSystem, type System } from '../src/server/open-system.ts'
import { readConfig } from '../src/server/settings.ts'
import { listConsultations } from '../src/store/consultations.ts'
import { createKey, hashSecret, newSecret } from '../src/store/keys.ts'
import { ensureTenant } from '../src/store/tenants.ts'
import { readSample } from './read-sample.ts'

// Fills a database to develop with: `npm run seed`. The server must not run: one process opens the embedded database.

const TENANT = 'development'
const RECORDING = join(import.meta.dirname, '../samples/consultation.ogg')
const LIMITS = { minMs: 0, maxMs: 600_000, maxBytes: 100_000_000 }
const HOUR_MS = 3_600_000

/** Written conversations of `samples/`, and the documents that are made of each. */
const WRITTEN: Readonly<Record<string, string[]>> = {
  visit: ['soap_note', 'summary', 'orders', 'history_and_physical'],
  operation: ['op_note'],
  call: ['call_center_results', 'call_center_agent_score'],
  meeting: ['meeting_notes_decisions', 'meeting_notes_action_items'],
}

export interface Seeded {
  /** A key that may do everything, and one that may only read; each is shown this once. */
  keys: { all: string; read: string }
  consultations: number
}

/** A tenant with two keys and, the first time, a consultation that is heard and some that are written down. */
export async function seed({ forDoors: { db }, capabilitiesOf, startWork }: System): Promise<Seeded> {
  const { intake, jobs } = capabilitiesOf('native')
  await ensureTenant(db, TENANT)
  const keys = { all: await makeKey(db, [...SCOPES]), read: await makeKey(db, ['read']) }
  if ((await listConsultations(db, TENANT, { limit: 1 })).length === 0) {
    await startWork()
    for (const job of await submitSamples(intake)) {
      await jobs.waitForJob(job, HOUR_MS, AbortSignal.timeout(HOUR_MS))
    }
  }
  return { keys, consultations: (await listConsultations(db, TENANT, { limit: 100 })).length }
}

async function makeKey(db: System['forDoors']['db'], scopes: (typeof SCOPES)[number][]): Promise<string> {
  const secret = newSecret()
  await createKey(db, { tenantId: TENANT, name: scopes.join(', '), scopes, secretHash: hashSecret(secret) })
  return secret
}

async function submitSamples({ ingest, submit }: Intake): Promise<Job[]> {
  const send = (source: Source, kinds: string[]) =>
    submit(TENANT, { source, language: 'en', kinds, limits: LIMITS, doorState: {} })
  const audio = await ingest(createReadStream(RECORDING), LIMITS.maxBytes)
  const jobs = [await send({ type: 'audio', audio }, ['soap_note', 'summary'])]
  for (const [name, kinds] of Object.entries(WRITTEN)) {
    jobs.push(await send({ type: 'transcript', transcript: readSample(name) }, kinds))
  }
  return jobs
}

if (import.meta.main) {
  await using system = await openSystem(readConfig(process.env))
  const { keys, consultations } = await seed(system)
  console.log(`The tenant "${TENANT}" has ${consultations} consultations.`)
  console.log(`A key for everything:  ${keys.all}\nA key that only reads: ${keys.read}`)
}
