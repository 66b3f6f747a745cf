import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import type { Transcript } from '../../src/domain/transcript.ts'

const OUT = join(import.meta.dirname, '../out/speech')
const OSLER = fileURLToPath(new URL('../../bin/osler', import.meta.url))

/** What Osler hears, as a person would ask it to; with these settings. */
export async function hearByOsler(wav: string, env: Record<string, string> = {}): Promise<Transcript> {
  const { stdout } = await execa(OSLER, ['listen', wav, '--format', 'json', '--documents', ''], { env })
  return (JSON.parse(stdout) as { transcript: Transcript }).transcript
}

/** The words as they were heard, before they are written as a clinician would. */
export const heardText = ({ items }: Transcript) =>
  items.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')

/** What PocketSphinx hears by itself, with everything as it comes; stereo is mixed for it. */
export async function hearByStock(wav: string): Promise<string> {
  const { stdout } = await execa('pocketsphinx_continuous', ['-infile', await monoOf(wav), '-logfn', '/dev/null'])
  return stdout.replaceAll('\n', ' ')
}

/** It reads 16 kHz mono only. */
export async function monoOf(wav: string): Promise<string> {
  await mkdir(OUT, { recursive: true })
  const mono = join(OUT, `${basename(wav, '.wav')}.mono.wav`)
  await execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', wav, '-ac', '1', '-ar', '16000', mono])
  return mono
}
