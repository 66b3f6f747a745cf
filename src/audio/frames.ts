import { createReadStream } from 'node:fs'

/** Mean square of a frame. */
export function energyOf(frame: Int16Array): number {
  let energy = 0
  for (const sample of frame) energy += sample * sample
  return energy / frame.length
}

/**
 * The samples of a scratch file, `samplesPerFrame` at a time; a shorter rest is left out. Memory does not grow with
 * the file, and the event loop gets its turn between blocks. The frame is only valid until the next one.
 */
export async function* readFrames(path: string, samplesPerFrame: number): AsyncGenerator<Int16Array> {
  const bytesPerFrame = samplesPerFrame * 2
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: bytesPerFrame * 256 })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    const whole = bytes.length - (bytes.length % bytesPerFrame)
    // A copy, because typed arrays need an even offset and Node's buffers share a pool.
    const samples = new Int16Array(new Uint8Array(bytes.subarray(0, whole)).buffer)
    for (let start = 0; start < samples.length; start += samplesPerFrame) {
      yield samples.subarray(start, start + samplesPerFrame)
    }
    rest = bytes.subarray(whole)
  }
}
