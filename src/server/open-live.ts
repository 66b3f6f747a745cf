import type { Live } from '../api/capabilities.ts'
import { findOwn } from '../consultations/find.ts'
import { OslerError } from '../domain/errors.ts'
import { checkSound, type LiveChange, type LiveOptions, type LivePace } from '../domain/live.ts'
import { chooseQuick, chooseRecognizers, type Engines } from '../engines/choose-engines.ts'
import { streamBySegments } from '../engines/speech/live/stream-by-segments.ts'
import { decodeSound } from '../pipeline/sessions/live/decode-sound.ts'
import type { LiveEngine } from '../pipeline/sessions/live/live-hearing.ts'
import { LiveRecording, type LiveTools } from '../pipeline/sessions/live/live-recording.ts'
import type { Outbound } from '../platform/outbound.ts'
import { findAnyJob } from '../store/jobs.ts'
import { takeOverLive } from '../store/live.ts'
import type { Submit } from './open-intake.ts'

const LOAD_MS = 60_000

/** Streams that one process hears at once. */
export type Places = Live['claim']

export function openPlaces(most: number): Places {
  let taken = 0
  return () => {
    if (taken >= most) throw full(most)
    taken++
    let isHeld = true
    return {
      [Symbol.dispose]() {
        if (isHeld) taken--
        isHeld = false
      },
    }
  }
}

const full = (most: number) =>
  new OslerError('streams_full', `${most} streams are heard, as many as this server hears at once: try again later.`, {
    most,
  })

/** Speech that is heard while it is said, for one door. */
export function openLive(tools: LiveTools & Engines & { outbound: Outbound }, submit: Submit, claim: Places): Live {
  const { db, outbound } = tools
  type Tell = (change: LiveChange) => void
  async function hold(tenantId: string, id: string, { coding = 'pcm', ...pace }: LiveOptions, tell: Tell) {
    const held = await takeOverLive(db, tenantId, id)
    const job = held && (await findAnyJob(db, held.jobId))
    if (held === undefined || job === undefined) throw ended()
    const recording = await LiveRecording.open(tools, held, job, chooseEngine(tools, job.language, pace), tell)
    return coding === 'pcm' ? recording : decodeSound(recording, coding, held.sound)
  }
  return {
    claim,
    async begin(tenantId, { sound, coding, pauseMs, isHurried, ...work }, tell) {
      if (work.callbackUrl) await outbound.checkResolved(work.callbackUrl)
      if (work.consultationId) await findOwn(db, tenantId, work.consultationId)
      const job = await submit(tenantId, { ...work, source: { type: 'live', sound: checkSound(sound) } })
      return hold(tenantId, job.recordingId ?? '', { coding, pauseMs, isHurried }, tell)
    },
    goOn: (tenantId, id, pace, tell) => hold(tenantId, id, pace, tell),
  }
}

const ended = () =>
  new OslerError(
    'stream_ended',
    'There is no recording of this id that goes on: begin another one of the consultation.',
  )

/** The best recogniser of the language, what hears it first, and the best detector that follows sound as it comes. */
function chooseEngine(engines: Engines, language: string, pace: LivePace): LiveEngine | undefined {
  const [best] = chooseRecognizers(engines.recognizers, language)
  const quick = pace.isHurried ? chooseQuick(engines, language) : undefined
  const follow = engines.detectors.find((detector) => detector.follow)?.follow
  if (follow === undefined) return undefined
  // Its process takes a second to be there, and the first words come sooner.
  void quick?.checkHealth(AbortSignal.timeout(LOAD_MS)).catch(() => {})
  const openStream = streamBySegments({ quick: quick ?? best, best }, follow)
  return { openStream, isPunctuated: best.capabilities.punctuation, ...pace }
}
