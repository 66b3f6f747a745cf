import type { Capabilities, EngineOffer, ServingLimits } from '../api/capabilities.ts'
import type { Door, Use } from '../api/door.ts'
import { openDrafts } from '../consultations/draft-notes.ts'
import type { WriteNow } from '../consultations/export.ts'
import type { JobEvents } from '../consultations/follow-job.ts'
import { OpenTexts } from '../consultations/open-texts.ts'
import { openLiveSessions } from '../consultations/read-live.ts'
import type { SearchTools } from '../consultations/search/make-searchable.ts'
import type { Retention } from '../domain/retention.ts'
import { type Prove, writeNow } from '../pipeline/documents/write-notes.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import { submitChunk } from '../pipeline/intake/submit-chunk.ts'
import type { LiveTools } from '../pipeline/sessions/live/live-recording.ts'
import type { KeyedHash } from '../platform/keyed-hash.ts'
import type { Outbound } from '../platform/outbound.ts'
import type { Threads } from '../platform/threads.ts'
import type { Audit } from '../store/audit.ts'
import type { HeavyTasks } from './heavy-tasks.ts'
import { openActions } from './open-actions.ts'
import { openAttachments, openIntake, openUploads, type Submit } from './open-intake.ts'
import { openKeys } from './open-keys.ts'
import { openLive, openPlaces } from './open-live.ts'
import { openPatients } from './open-patients.ts'
import { openLists, openRecords } from './open-records.ts'
import { openJobs, openPlayback, openSessions } from './open-sessions.ts'

interface CapabilityTools extends SubmitTools, Omit<SearchTools, 'db'> {
  outbound: Outbound
  prove: Prove
  audit: Audit
  hash: KeyedHash
  retention: Retention
  observe: LiveTools['observe']
  events: JobEvents
  heavy: Threads<HeavyTasks>
  tokens: Capabilities['tokens']
  accounts: Capabilities['accounts']
  offers: readonly EngineOffer[]
}

/** Everything that a door of this name may ask for, on this server's database, recordings and engines. */
export function openCapabilities(
  { liveStreams, ...limits }: ServingLimits & { liveStreams: number },
  tools: CapabilityTools,
): (door: string) => Capabilities {
  const { db, blobs, events, heavy, tokens, accounts, offers } = tools
  const { maxMegabytes, maxSeconds, uploadsPerMinute, syncWaitSeconds } = limits
  const usual = { maxMegabytes, maxSeconds, uploadsPerMinute, syncWaitSeconds }
  const timeoutMs = syncWaitSeconds * 1000
  const shared = {
    playback: openPlayback(tools, { minMs: 0, maxMs: maxSeconds * 1000 }, heavy),
    patients: openPatients(tools),
    uploads: openUploads(tools),
    attachments: openAttachments(blobs),
    lists: openLists(tools),
    tokens,
    keys: openKeys(db),
    accounts,
    offers,
  }
  const readLive = openLiveSessions(db)
  const wake = (sessionId: string) => void events.emit(sessionId)
  const texts = new OpenTexts(wake)
  const writeAtOnce: WriteNow = async (transcript, kinds, options) =>
    writeNow(transcript, kinds, tools.writers, tools.prove, await tools.readCodes(), options)
  const looking = { db, readLive, texts, drafts: openDrafts(writeAtOnce, wake), events }
  const claim = openPlaces(liveStreams)
  return (door) => {
    const submit: Submit = (tenantId, request) => submitChunk(tools, tenantId, { ...request, door })
    const work = { db, events, submit }
    return {
      ...shared,
      intake: openIntake(usual, tools, submit),
      jobs: openJobs(work, door),
      consultations: openActions({ ...tools, writeNow: writeAtOnce, looking }, work, timeoutMs, heavy),
      sessions: openSessions(tools, work, readLive, timeoutMs, door),
      live: openLive({ ...tools, texts }, submit, claim),
    }
  }
}

/** What a door gets: of all these what it named, and records under its name. */
export function useOf({ name, needs }: Door, all: Capabilities, tools: Parameters<typeof openRecords>[0]): Use {
  const named = Object.fromEntries(needs.map((need) => [need, all[need]])) as Partial<Capabilities>
  return { ...(named as Capabilities), records: openRecords(tools, name) }
}
