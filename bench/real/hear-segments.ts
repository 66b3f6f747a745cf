import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanAudio } from '../../src/audio/clean.ts'
import { decode } from '../../src/audio/decode.ts'
import type { RecognizedSegment } from '../../src/engines/speech/recognizer.ts'
import { detectSpeech } from '../../src/pipeline/transcribe/detect-speech.ts'
import { dropLowConfidence } from '../../src/pipeline/transcribe/drop-low-confidence.ts'
import type { openHearing } from '../../test/support/hearing.ts'

const LIMITS = { minMs: 0, maxMs: 3_600_000 }

/** What the engine wrote of a recording, before any word is corrected. */
export async function hearSegments(
  { recognizer, detectors }: Awaited<ReturnType<typeof openHearing>>,
  file: string,
): Promise<RecognizedSegment[]> {
  const { signal } = new AbortController()
  const scratch = await mkdtemp(join(tmpdir(), 'osler-bench-real-'))
  try {
    const { audio } = await cleanAudio(await decode(file, scratch, LIMITS, signal), signal)
    const { segments } = await detectSpeech(audio, detectors, signal)
    const options = { language: 'en', vocabulary: [] }
    const heard = await Array.fromAsync(recognizer.recognize(audio, segments, options, signal))
    return dropLowConfidence(heard.sort((a, b) => a.startMs - b.startMs)).heard
  } finally {
    await rm(scratch, { recursive: true })
  }
}
