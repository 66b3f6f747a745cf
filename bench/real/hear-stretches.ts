import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mendSound } from '../../src/audio/clean.ts'
import { decode } from '../../src/audio/decode.ts'
import type { RecognizedStretch } from '../../src/engines/speech/recognizer.ts'
import { findSpeech } from '../../src/pipeline/transcribe/detect-speech.ts'
import { leaveOutUnclear } from '../../src/pipeline/transcribe/drop-low-confidence.ts'
import type { openHearing } from '../../test/support/hearing.ts'

const LIMITS = { minMs: 0, maxMs: 3_600_000 }

/** What the engine wrote of a recording, before any word is corrected. */
export async function hearStretches(
  { recognizer, finders }: Awaited<ReturnType<typeof openHearing>>,
  file: string,
): Promise<RecognizedStretch[]> {
  const { signal } = new AbortController()
  const scratch = await mkdtemp(join(tmpdir(), 'osler-bench-real-'))
  try {
    const { audio } = await mendSound(await decode(file, scratch, LIMITS, signal), signal)
    const { stretches } = await findSpeech(audio, finders, signal)
    const options = { language: 'en', vocabulary: [] }
    const heard = await Array.fromAsync(recognizer.recognize(audio, stretches, options, signal))
    return leaveOutUnclear(heard.sort((a, b) => a.startMs - b.startMs)).heard
  } finally {
    await rm(scratch, { recursive: true })
  }
}
