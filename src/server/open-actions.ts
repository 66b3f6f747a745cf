import pLimit from 'p-limit'
import type { Consultations } from '../api/door.ts'
import { correct } from '../consultations/correct.ts'
import { deleteOwn } from '../consultations/delete.ts'
import { editDocument } from '../consultations/edit-document.ts'
import { exportBundle, exportDocument, type WriteNow } from '../consultations/export.ts'
import { follow } from '../consultations/follow.ts'
import { type JobEvents, waitForJob, waitForResult } from '../consultations/follow-job.ts'
import { hear } from '../consultations/hear.ts'
import { listSummaries, readSummary } from '../consultations/list.ts'
import { draw, play } from '../consultations/play.ts'
import { readDocument, readDocuments, readRecord, readVersions } from '../consultations/read.ts'
import { openLiveSessions } from '../consultations/read-live.ts'
import { sign } from '../consultations/sign.ts'
import { writeAgain, writeDocument } from '../consultations/write-document.ts'
import type { PcmAudio, Peaks } from '../domain/audio.ts'
import type { Job } from '../domain/job.ts'
import type { Submission } from '../domain/submission.ts'
import { type Prove, writeNow } from '../pipeline/documents/write-notes.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import { openSharedWork } from '../platform/shared-work.ts'
import type { Threads } from '../platform/threads.ts'
import { listRecordingStates } from '../store/recording-states.ts'
import type { HeavyTasks } from './heavy-tasks.ts'
import type { Config } from './settings.ts'

/** Sound that is decoded for a look, beside the recordings that are worked on. */
const DECODED_AT_ONCE = 2

interface ActionTools extends SubmitTools {
  submit(tenantId: string, submission: Submission): Promise<Job>
  readResult: Consultations['readResult']
  prove: Prove
}

/** What one may do with a consultation, on this server's database, recordings and engines. */
export function openActions(
  { syncWaitSeconds, maxSeconds }: Config,
  tools: ActionTools,
  events: JobEvents,
  heavy: Threads<HeavyTasks>,
): Consultations {
  const { db, writers, prove, submit, readCodes } = tools
  const writeAtOnce: WriteNow = async (transcript, kinds) =>
    writeNow(transcript, kinds, writers, prove, await readCodes())
  const timeoutMs = syncWaitSeconds * 1000
  const limits = { minMs: 0, maxMs: maxSeconds * 1000 }
  const work = { db, events, submit }
  const inTurn = pLimit(DECODED_AT_ONCE)
  const playing = { ...tools, inTurn }
  const drawing = {
    ...tools,
    readPeaks: (audio: PcmAudio, signal: AbortSignal) => heavy.run('readPeaks', [audio], signal),
    share: openSharedWork<Peaks>(inTurn),
  }
  return {
    list: (tenantId, page) => listSummaries(db, tenantId, page),
    find: (tenantId, id) => readSummary(db, tenantId, id),
    read: (tenantId, id) => readRecord(db, tenantId, id),
    readDocument: (tenantId, id, kind) => readDocument(db, tenantId, id, kind),
    readSession: openLiveSessions(db),
    hear: (tenantId, id, beginning, signal) => hear(work, tenantId, id, beginning, timeoutMs, signal),
    listRecordings: (tenantId, ids) => listRecordingStates(db, tenantId, ids),
    readDocuments: (tenantId, ids) => readDocuments(db, tenantId, ids),
    readVersions: (tenantId, id, kind) => readVersions(db, tenantId, id, kind),
    correct: (caller, id, change, seen) =>
      correct({ db, correctItems: (...args) => heavy.run('correctItems', args) }, caller, id, change, seen),
    edit: (caller, id, content, seen) => editDocument(db, caller, id, content, seen),
    sign: (caller, id, kind, seen) => sign(db, caller, id, kind, seen),
    writeDocument: (caller, wanted, signal) => writeDocument(work, caller, { ...wanted, timeoutMs }, signal),
    writeAgain: (caller, wanted, seen, signal) => writeAgain(work, caller, { ...wanted, timeoutMs }, seen, signal),
    writeNow: writeAtOnce,
    follow: (tenantId, id, signal) => follow(work, tenantId, id, signal),
    exportDocument: (tenantId, id, kind, format) =>
      exportDocument(
        { db, formatDocument: (...args) => heavy.run('formatDocument', args) },
        tenantId,
        id,
        kind,
        format,
      ),
    exportBundle: (tenantId, id) =>
      exportBundle(
        { db, writeNow: writeAtOnce, formatBundle: (...args) => heavy.run('formatBundle', args) },
        tenantId,
        id,
      ),
    play: (tenantId, id, recording, signal) => play(playing, tenantId, id, recording, limits, signal),
    draw: (tenantId, id, recording, signal) => draw(drawing, tenantId, id, recording, limits, signal),
    delete: (tenantId, id) => deleteOwn(tools, tenantId, id),
    readResult: tools.readResult,
    waitForJob: (job, waitMs, signal) => waitForJob(events, job, waitMs, signal),
    waitForResult: (job, waitMs, signal) => waitForResult(work, job, waitMs, signal),
  }
}
