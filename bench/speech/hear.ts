import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import type { Transcript } from '../../src/domain/transcript.ts'

const OSLER = fileURLToPath(new URL('../../bin/osler', import.meta.url))

/** What Osler hears, as a person would ask it to; with these settings. */
export async function hearByOsler(wav: string, env: Record<string, string> = {}): Promise<Transcript> {
  const { stdout } = await execa(OSLER, ['listen', wav, '--format', 'json', '--documents', ''], { env })
  return (JSON.parse(stdout) as { transcript: Transcript }).transcript
}

/** The words as they were heard, before they are written as a clinician would. */
export const heardText = ({ items }: Transcript) =>
  items.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')
