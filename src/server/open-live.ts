import type { Live } from '../api/capabilities.ts'
import { findOwn } from '../consultations/find.ts'
import { OslerError } from '../domain/errors.ts'
import { checkSound, type LiveChange, type LiveOptions } from '../domain/live.ts'
import { chooseRecognizers, type Engines } from '../engines/choose-engines.ts'
import { streamBySegments } from '../engines/speech/live/stream-by-segments.ts'
import { decodeSound } from '../pipeline/sessions/live/decode-sound.ts'
import type { LiveEngine } from '../pipeline/sessions/live/live-hearing.ts'
import { LiveRecording, type LiveTools } from '../pipeline/sessions/live/live-recording.ts'
import type { Outbound } from '../platform/outbound.ts'
import { findAnyJob } from '../store/jobs.ts'
import { takeOverLive } from '../store/live.ts'
import type { Submit } from './open-intake.ts'

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
  async function hold(tenantId: string, id: string, { coding = 'pcm', pauseMs }: LiveOptions, tell: Tell) {
    const held = await takeOverLive(db, tenantId, id)
    const job = held && (await findAnyJob(db, held.jobId))
    if (held === undefined || job === undefined) throw ended()
    const recording = await LiveRecording.open(tools, held, job, chooseEngine(tools, job.language, pauseMs), tell)
    return coding === 'pcm' ? recording : decodeSound(recording, coding, held.sound)
  }
  return {
    claim,
    async begin(tenantId, { sound, coding, pauseMs, ...work }, tell) {
      if (work.callbackUrl) await outbound.checkResolved(work.callbackUrl)
      if (work.consultationId) await findOwn(db, tenantId, work.consultationId)
      const job = await submit(tenantId, { ...work, source: { type: 'live', sound: checkSound(sound) } })
      return hold(tenantId, job.recordingId ?? '', { coding, pauseMs }, tell)
    },
    goOn: (tenantId, id, tell) => hold(tenantId, id, {}, tell),
  }
}

const ended = () =>
  new OslerError(
    'stream_ended',
    'There is no recording of this id that goes on: begin another one of the consultation.',
  )

/** The best recogniser of the language, and the best detector that follows sound as it comes. */
function chooseEngine(
  { recognizers, detectors }: Engines,
  language: string,
  pauseMs: number | undefined,
): LiveEngine | undefined {
  const [recognizer] = chooseRecognizers(recognizers, language)
  const follow = detectors.find((detector) => detector.follow)?.follow
  if (follow === undefined) return undefined
  return {
    openStream: streamBySegments(recognizer, follow),
    isPunctuated: recognizer.capabilities.punctuation,
    pauseMs,
  }
}
