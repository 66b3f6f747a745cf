import { decodeG711 } from '../../../audio/g711.ts'
import type { SoundCoding } from '../../../domain/live.ts'
import type { LiveRecording } from './live-recording.ts'

/** What is done with a recording that goes on. */
export type Recorded = Pick<LiveRecording, 'id' | 'consultationId' | 'job' | 'position'> &
  Pick<LiveRecording, 'write' | 'flush' | 'finish' | 'suspend'>

/** A recording whose sound comes as telephones send it. */
export function decodeSound(recording: LiveRecording, law: Exclude<SoundCoding, 'pcm'>): Recorded {
  const { id, consultationId, job, position } = recording
  return {
    ...{ id, consultationId, job, position },
    write: (coded) => recording.write(decodeG711(coded, law)),
    flush: () => recording.flush(),
    finish: () => recording.finish(),
    suspend: () => recording.suspend(),
  }
}
