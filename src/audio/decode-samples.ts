import type { SampleCoding } from '../domain/live.ts'
import { decodeG711 } from './g711.ts'

/** Samples of 16 bits from samples as a client writes them; halves of one wait for the rest of it. */
export function openSampleDecoder(coding: SampleCoding): (coded: Buffer) => Buffer {
  if (coding === 'pcm') return (coded) => coded
  if (coding !== 'float32') return (coded) => decodeG711(coded, coding)
  let rest = Buffer.alloc(0)
  return (coded) => {
    const joined = Buffer.concat([rest, coded])
    const count = Math.floor(joined.length / 4)
    rest = joined.subarray(4 * count)
    const pcm = Buffer.alloc(2 * count)
    for (let at = 0; at < count; at++) pcm.writeInt16LE(toSample(joined.readFloatLE(4 * at)), 2 * at)
    return pcm
  }
}

const toSample = (fraction: number) =>
  Number.isNaN(fraction) ? 0 : Math.max(-32_768, Math.min(32_767, Math.round(fraction * 32_768)))
