import { open } from 'node:fs/promises'
import { BYTES_PER_MS, SAMPLE_RATE, type Stretch } from '../../../domain/audio.ts'

const HEADER_BYTES = 44

/** A stretch of a scratch file as a WAV file in memory: at most a megabyte. */
export async function readWave(path: string, { startMs, endMs }: Stretch): Promise<Buffer> {
  const bytes = Math.round((endMs - startMs) * BYTES_PER_MS)
  const wave = Buffer.alloc(HEADER_BYTES + bytes)
  writeHeader(wave, bytes)
  await using file = await open(path)
  await file.read(wave, HEADER_BYTES, bytes, Math.round(startMs * BYTES_PER_MS))
  return wave
}

/** RIFF WAVE, PCM, one channel of 16 bits (Microsoft and IBM, Multimedia Programming Interface 1.0). */
function writeHeader(wave: Buffer, bytes: number): void {
  wave.write('RIFF', 0, 'latin1')
  wave.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4)
  wave.write('WAVEfmt ', 8, 'latin1')
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(SAMPLE_RATE, 24)
  wave.writeUInt32LE(SAMPLE_RATE * 2, 28)
  wave.writeUInt16LE(2, 32)
  wave.writeUInt16LE(16, 34)
  wave.write('data', 36, 'latin1')
  wave.writeUInt32LE(bytes, 40)
}
