import { execa } from 'execa'
import { makeConsultation } from './consultation.ts'
import { median, printFigure } from './figures.ts'
import { upload, waitForTranscript } from './intron-client.ts'
import { startServer } from './server.ts'
import { normalizeWords, wordErrorRate } from './word-errors.ts'

/**
 * A ten-minute consultation through HTTP, from upload to FILE_TRANSCRIBED, against `pocketsphinx_continuous` on the
 * same file. Both sides take turns, so that a machine that slows down slows both.
 */
export async function measureSpeed(rounds: number): Promise<void> {
  const { wav, reference } = await makeConsultation()
  const words = normalizeWords(reference)
  const errorsOf = (text: string) => wordErrorRate(words, normalizeWords(text))
  await using server = await startServer()
  const ratios: number[] = []
  let ours = { seconds: 0, text: '' }
  let stock = { seconds: 0, text: '' }
  for (let round = 0; round < rounds; round++) {
    ours = await time(async () => waitForTranscript(server, await upload(server, wav)))
    stock = await time(async () => {
      const { stdout } = await execa('pocketsphinx_continuous', ['-infile', wav, '-logfn', '/dev/null'])
      return stdout
    })
    ratios.push(ours.seconds / stock.seconds)
    console.error(
      `round ${round + 1}: Osler ${ours.seconds.toFixed(1)} s, pocketsphinx_continuous ${stock.seconds.toFixed(1)} s`,
    )
  }
  const ourErrors = errorsOf(ours.text)
  const stockErrors = errorsOf(stock.text)
  const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`
  printFigure(
    'wall time, upload to transcript, against pocketsphinx_continuous',
    `${median(ratios).toFixed(2)} ×`,
    '≤ 0.60 ×',
  )
  printFigure(
    `word errors against the same (${percent(ourErrors)} and ${percent(stockErrors)})`,
    `${(ourErrors / stockErrors).toFixed(2)} ×`,
    '≤ 1.0 ×',
  )
}

async function time(work: () => Promise<string>) {
  const startedMs = performance.now()
  const text = await work()
  return { text, seconds: (performance.now() - startedMs) / 1000 }
}

if (import.meta.main) await measureSpeed(Number(process.argv[2] ?? 3))
