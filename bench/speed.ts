import { makeConsultation } from './consultation.ts'
import { median, printFigure } from './figures.ts'
import { upload, waitForTranscript } from './intron-client.ts'
import { openFasterWhisper } from './real/faster-whisper.ts'
import { startServer } from './server.ts'
import { normalizeWords, wordErrorRate } from './word-errors.ts'

/**
 * A ten-minute consultation through HTTP, from upload to FILE_TRANSCRIBED, against faster-whisper's batched pipeline on
 * the same file, its model loaded. Both sides take turns, so that a machine that slows down slows both.
 */
export async function measureSpeed(rounds: number): Promise<void> {
  const { wav, reference } = await makeConsultation()
  const words = normalizeWords(reference)
  const errorsOf = (text: string) => wordErrorRate(words, normalizeWords(text))
  await using server = await startServer()
  await using fasterWhisper = await openFasterWhisper()
  const ratios: number[] = []
  let ours = { seconds: 0, text: '' }
  let alone = { seconds: 0, text: '' }
  for (let round = 0; round < rounds; round++) {
    ours = await time(async () => waitForTranscript(server, await upload(server, wav)))
    alone = await fasterWhisper.transcribe(wav, { language: 'en', batched: true })
    ratios.push(ours.seconds / alone.seconds)
    console.error(
      `round ${round + 1}: Osler ${ours.seconds.toFixed(1)} s, faster-whisper ${alone.seconds.toFixed(1)} s`,
    )
  }
  const ourErrors = errorsOf(ours.text)
  const errorsAlone = errorsOf(alone.text)
  const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`
  printFigure(
    'wall time, upload to transcript, against faster-whisper by itself, batched',
    `${median(ratios).toFixed(2)} ×`,
    '≤ 1.15 ×',
  )
  printFigure(
    `word errors against the same (${percent(ourErrors)} and ${percent(errorsAlone)})`,
    `${(ourErrors / errorsAlone).toFixed(2)} ×`,
    '≤ 1.0 ×',
  )
}

async function time(work: () => Promise<string>) {
  const startedMs = performance.now()
  const text = await work()
  return { text, seconds: (performance.now() - startedMs) / 1000 }
}

if (import.meta.main) await measureSpeed(Number(process.argv[2] ?? 3))
