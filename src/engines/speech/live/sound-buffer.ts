import { BYTES_PER_MS } from '../../../domain/audio.ts'

/** The last seconds of a sound that goes on. */
export interface SoundBuffer {
  add(pcm: Uint8Array): void
  /** From a time to another, or to its end; what is not there any more is left out. */
  slice(startMs: number, endMs?: number): Buffer
  /** Lets go of what lies before. */
  forget(beforeMs: number): void
}

/** PCM of 16 kHz, 16-bit, one channel. */
export function openSoundBuffer(): SoundBuffer {
  let parts: Uint8Array[] = []
  let firstByte = 0
  return {
    add(pcm) {
      parts.push(pcm)
    },
    slice(startMs, endMs = Number.POSITIVE_INFINITY) {
      const whole = Buffer.concat(parts)
      // Parts may begin in the middle of a sample.
      const at = (ms: number) => Math.max(firstByte % 2, Math.min(whole.length, ms * BYTES_PER_MS - firstByte))
      return whole.subarray(at(startMs), at(endMs))
    },
    forget(beforeMs) {
      let [first] = parts
      while (first && firstByte + first.length <= beforeMs * BYTES_PER_MS) {
        firstByte += first.length
        parts = parts.slice(1)
        first = parts[0]
      }
    },
  }
}
