import pLimit from 'p-limit'
import type { Jobs, Sessions } from '../api/capabilities.ts'
import { beginSeries } from '../consultations/begin-series.ts'
import { waitForJob, waitForResult } from '../consultations/follow-job.ts'
import { hear } from '../consultations/hear.ts'
import type { JobTools } from '../consultations/job-tools.ts'
import { draw, play, playRecording } from '../consultations/play.ts'
import { readResult } from '../consultations/read-result.ts'
import { whileWaitedFor } from '../consultations/while-waited-for.ts'
import type { PcmAudio, Peaks } from '../domain/audio.ts'
import type { Playback } from '../domain/playback.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { keepRecording } from '../pipeline/intake/keep-recording.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import { openSharedWork } from '../platform/shared-work.ts'
import type { Threads } from '../platform/threads.ts'
import { openTurnstile } from '../platform/turnstile.ts'
import { openBlobCheck } from '../store/check-blob.ts'
import { findConsultation, insertConsultation, listSessions, updateSession } from '../store/consultations.ts'
import { findJob, listJobs } from '../store/jobs.ts'
import { listRecordingStates } from '../store/recording-states.ts'
import { findSeries, finishSeries } from '../store/recordings.ts'
import type { HeavyTasks } from './heavy-tasks.ts'

/** Sound that is decoded for a look, beside the recordings that are worked on. */
const DECODED_AT_ONCE = 2
/** To write the outline of an hour as JSON takes some two milliseconds. */
const OUTLINES_A_TURN = 4

export const openJobs = ({ db, events }: Omit<JobTools, 'submit'>, door: string): Jobs => ({
  find: (tenantId, id) => findJob(db, tenantId, id),
  list: (tenantId, limit) => listJobs(db, tenantId, { limit }),
  async readResult(tenantId, id) {
    const result = await readResult(db, tenantId, id)
    return result?.job.door === door ? result : undefined
  },
  waitForJob: (job, timeoutMs, signal) => waitForJob(events, job, timeoutMs, signal),
  waitForResult: (job, timeoutMs, signal) => waitForResult({ db, events }, job, timeoutMs, signal),
  whileWaitedFor: (job, gone, wait) => whileWaitedFor(db, job, gone, wait),
})

/** A session tells through which door it was begun: at the others it does not exist. */
export function openSessions(
  tools: SubmitTools,
  work: JobTools,
  read: Sessions['read'],
  timeoutMs: number,
  door: string,
): Sessions {
  const { db } = tools
  return {
    begin: (tenantId, session) => insertConsultation(db, tenantId, { ...session, door }),
    async find(tenantId, id) {
      const found = await findConsultation(db, tenantId, id)
      return found?.door === door ? found : undefined
    },
    list: (tenantId, filter) => listSessions(db, tenantId, { ...filter, door }),
    tell: (tenantId, id, change) => updateSession(db, tenantId, id, change),
    keep: (tenantId, consultationId, recording, limits) =>
      keepRecording(tools, { tenantId, consultationId, ...recording }, limits),
    listRecordings: (tenantId, ids) => listRecordingStates(db, tenantId, ids),
    beginSeries: (tenantId, id) => beginSeries(db, tenantId, id),
    findSeries: (tenantId, id) => findSeries(db, tenantId, id),
    async finishSeries(tenantId, { id, consultationId }) {
      await finishSeries(db, tenantId, consultationId, id)
    },
    read,
    hear: (tenantId, id, beginning, signal) => hear(work, tenantId, id, beginning, timeoutMs, signal),
  }
}

type PlayTools = Pick<SubmitTools, 'db' | 'blobs' | 'scratch'>

export function openPlayback(opened: PlayTools, limits: DurationLimits, heavy: Threads<HeavyTasks>): Playback {
  const tools = { ...opened, checkBlob: openBlobCheck(opened.blobs) }
  const inTurn = pLimit(DECODED_AT_ONCE)
  const pass = openTurnstile(OUTLINES_A_TURN)
  const drawing = {
    ...tools,
    readPeaks: (audio: PcmAudio, signal: AbortSignal) => heavy.run('readPeaks', [audio], signal),
    share: openSharedWork<Peaks>(inTurn),
  }
  return {
    play: (tenantId, id, recording, choose, signal) =>
      play({ ...tools, inTurn }, tenantId, id, recording, limits, choose, signal),
    async draw(tenantId, id, recording, signal) {
      const peaks = await draw(drawing, tenantId, id, recording, limits, signal)
      await pass()
      return peaks
    },
    playRecording: (tenantId, id, choose) => playRecording(tools, tenantId, id, choose),
  }
}
