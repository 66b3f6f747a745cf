import { open } from 'node:fs/promises'
import { BYTES_PER_MS, type SpeechSegment } from '../domain/audio.ts'
import { WAVE_HEADER_BYTES, waveHeader } from './wave-header.ts'

/** A segment of a scratch file as a WAV file in memory: at most a megabyte. */
export async function readWave(path: string, { startMs, endMs }: SpeechSegment): Promise<Buffer> {
  const bytes = Math.round((endMs - startMs) * BYTES_PER_MS)
  const wave = Buffer.concat([waveHeader(bytes), Buffer.alloc(bytes)])
  await using file = await open(path)
  await file.read(wave, WAVE_HEADER_BYTES, bytes, Math.round(startMs * BYTES_PER_MS))
  return wave
}
