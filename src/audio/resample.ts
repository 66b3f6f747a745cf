import { SAMPLE_RATE } from '../domain/audio.ts'
import type { LiveSound } from '../domain/live.ts'

/** Zero crossings of the filter on each side: what aliases lies 50 dB below. */
const CROSSINGS = 8

/**
 * Takes apart the channels of a sound that comes bit by bit, each in the form that engines take. A sample that is not whole
 * yet waits for the rest of it.
 */
export function openChannels(sound: LiveSound): (pcm: Buffer) => Buffer[] {
  const { channels, sampleRate } = sound
  const resamplers = Array.from({ length: channels }, () => openResampler(sampleRate))
  let rest = Buffer.alloc(0)
  return (pcm) => {
    const joined = Buffer.concat([rest, pcm])
    const frames = Math.floor(joined.length / (2 * channels))
    rest = joined.subarray(frames * 2 * channels)
    return resamplers.map((resample, channel) => {
      const samples = new Float32Array(frames)
      for (let at = 0; at < frames; at++) samples[at] = joined.readInt16LE(2 * (at * channels + channel))
      return toBytes(resample(samples))
    })
  }
}

/** To 16 kHz by a windowed sinc (Smith, Digital Audio Resampling, 2002): good enough for text that stands until the whole is heard. */
function openResampler(sampleRate: number): (samples: Float32Array) => Float32Array {
  if (sampleRate === SAMPLE_RATE) return (samples) => samples
  const step = sampleRate / SAMPLE_RATE
  const cutoff = Math.min(1, 1 / step)
  const reach = Math.ceil(CROSSINGS / cutoff)
  /** From `reach` samples before the next output on. */
  let kept = new Float32Array(reach)
  /** Where the next output lies in what is kept. */
  let next = reach
  return (samples) => {
    const whole = new Float32Array(kept.length + samples.length)
    whole.set(kept)
    whole.set(samples, kept.length)
    const count = Math.max(0, Math.ceil((whole.length - reach - next) / step))
    const output = Float32Array.from({ length: count }, (_, at) => interpolate(whole, next + at * step, cutoff, reach))
    const first = Math.max(0, Math.floor(next + count * step) - reach)
    next += count * step - first
    kept = whole.slice(first)
    return output
  }
}

function interpolate(samples: Float32Array, position: number, cutoff: number, reach: number): number {
  let sum = 0
  for (let at = Math.ceil(position) - reach; at < position + reach; at++) {
    const away = at - position
    const x = Math.PI * cutoff * away
    const sinc = x === 0 ? 1 : Math.sin(x) / x
    const hann = 0.5 + 0.5 * Math.cos((Math.PI * away) / reach)
    sum += (samples[at] ?? 0) * sinc * hann * cutoff
  }
  return sum
}

function toBytes(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2)
  for (const [at, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample))), 2 * at)
  }
  return bytes
}
