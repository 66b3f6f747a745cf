import { openSampleDecoder } from '../../../audio/decode-samples.ts'
import { openMediaDecoder } from '../../../audio/media-decoder.ts'
import { type LiveSound, MEDIA_CODINGS, type MediaCoding, type SoundCoding } from '../../../domain/live.ts'
import type { LiveRecording } from './live-recording.ts'

/** What is done with a recording that goes on. */
export type Recorded = Pick<LiveRecording, 'id' | 'consultationId' | 'job' | 'position'> &
  Pick<LiveRecording, 'write' | 'pause' | 'flush' | 'finish' | 'suspend'>

const isMedia = (coding: SoundCoding): coding is MediaCoding => MEDIA_CODINGS.includes(coding as MediaCoding)

/** A recording whose sound comes coded: what is kept of it are its samples. */
export function decodeSound(recording: LiveRecording, coding: SoundCoding, sound: LiveSound): Recorded {
  const { id, consultationId, job, position } = recording
  const kept = { id, consultationId, job, position }
  if (isMedia(coding)) return { ...kept, ...decodeMedia(recording, coding, sound) }
  const decode = openSampleDecoder(coding)
  return {
    ...kept,
    write: (coded) => recording.write(decode(coded)),
    pause: () => recording.pause(),
    flush: () => recording.flush(),
    finish: () => recording.finish(),
    suspend: () => recording.suspend(),
  }
}

function decodeMedia(recording: LiveRecording, coding: MediaCoding, sound: LiveSound) {
  const decoder = openMediaDecoder(coding, sound, (pcm) => recording.write(pcm))
  return {
    write: (coded: Buffer) => decoder.write(coded),
    async pause() {
      await decoder.drain()
      await recording.pause()
    },
    async flush() {
      await decoder.drain()
      await recording.flush()
    },
    /** What was decoded is kept, whatever becomes of the rest. */
    async finish() {
      await decoder.end().finally(() => recording.finish())
    },
    async suspend() {
      await decoder.end().finally(() => recording.suspend())
    },
  }
}
