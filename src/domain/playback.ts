import type { Peaks } from './audio.ts'
import type { ChooseRange, Sound } from './sound.ts'

/** Listen to what was sent, and draw it. Throws `not_found` and what decoding throws. */
export interface Playback {
  /** A recording of a consultation by its number, or all of them on one timeline. */
  play(
    tenantId: string,
    id: string,
    recording: number | undefined,
    choose: ChooseRange,
    signal: AbortSignal,
  ): Promise<Sound>
  draw(tenantId: string, id: string, recording: number | undefined, signal: AbortSignal): Promise<Peaks>
  /** The recording's bytes as they came. */
  playRecording(tenantId: string, recordingId: string, choose: ChooseRange): Promise<Sound>
}
