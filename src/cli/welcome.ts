import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_TENANT } from '../domain/tenant.ts'
import { firstKey } from '../server/first-key.ts'
import { firstAccountLink } from '../server/open-accounts.ts'
import type { System } from '../server/open-system.ts'
import { FORMATS } from './print-result.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')
const SAMPLE_VISIT = {
  patient: { name: 'Sample: start here' },
  reason: 'Cough and sore throat',
  fileName: 'consultation.ogg',
}
const SAMPLE_LIMITS = { minMs: 0, maxMs: 600_000, maxBytes: 100_000_000 }
const HOUR_MS = 3_600_000

/** What a person sees who starts Osler by hand: the sample on an empty data folder, a key, and what to try next. */
export async function welcome(system: System, address: string): Promise<void> {
  const key = await firstKey(system)
  const { consultations } = system.capabilitiesOf('native')
  if ((await consultations.list(DEFAULT_TENANT, { limit: 1 })).length === 0) await processSample(system)
  const { accounts } = system.forDoors
  const link = accounts.hasPasswords ? await firstAccountLink(system.forDoors, DEFAULT_TENANT) : undefined
  const account = link
    ? `\nAccount     ${address}${link}\n            makes the first account, for a person: good once, for a day`
    : ''
  console.log(`
Workbench   ${address}/${account}
API key     ${key}
API         ${address}/docs

Try next, in another terminal:

  curl -H "Authorization: Bearer ${key}" -F file=@samples/consultation.ogg ${address}/api/consultations
  npx osler listen samples/consultation.ogg --format markdown
  npx osler doctor

Stop with Ctrl+C.`)
}

async function processSample({ capabilitiesOf }: System): Promise<void> {
  const { intake, jobs, consultations } = capabilitiesOf('native')
  console.log('The data folder is empty: processing the sample consultation …')
  const audio = await intake.ingest(createReadStream(SAMPLE), Number.POSITIVE_INFINITY)
  const job = await intake.submit(DEFAULT_TENANT, {
    source: { type: 'audio', audio },
    language: 'en',
    kinds: ['soap_note', 'summary'],
    limits: SAMPLE_LIMITS,
    doorState: {},
  })
  await consultations.keepVisit(DEFAULT_TENANT, job.consultationId, SAMPLE_VISIT)
  await jobs.waitForJob(job, HOUR_MS, AbortSignal.timeout(HOUR_MS))
  const result = await jobs.readResult(DEFAULT_TENANT, job.id)
  if (!result?.transcript) return console.log(`The sample failed: ${result?.job.error?.message}`)
  const { transcript, notes } = result
  console.log(`\n${FORMATS.text.print({ transcript, notes })}`)
}
