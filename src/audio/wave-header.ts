import { SAMPLE_RATE } from '../domain/audio.ts'
import type { LiveSound } from '../domain/live.ts'

export const WAVE_HEADER_BYTES = 44

const FOR_ENGINES: LiveSound = { sampleRate: SAMPLE_RATE, channels: 1 }

/** RIFF WAVE, PCM of 16 bits (Microsoft and IBM, Multimedia Programming Interface 1.0). */
export function waveHeader(bytes: number, { sampleRate, channels } = FOR_ENGINES): Buffer {
  const header = Buffer.alloc(WAVE_HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(WAVE_HEADER_BYTES - 8 + bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * channels * 2, 28)
  header.writeUInt16LE(channels * 2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes, 40)
  return header
}
