import { printFigure, quantile } from '../figures.ts'
import { speakConsultations } from '../speech/spoken-consultations.ts'
import type { PlainWord } from './faster-whisper.ts'
import type { Heard, Hearing } from './hear.ts'
import { readRecordings } from './recordings.ts'
import { sentenceStartErrors } from './sentence-starts.ts'
import { turnStartErrors, turnsAfterPause } from './turn-starts.ts'

/** In milliseconds: positive where a word is said to begin later than it did. */
interface StartErrors {
  osler: number[]
  alone: number[]
}

/** How far the start of a sentence's first word is from the truth: of made speech, and of real meetings and a call. */
export async function measureTimes({ hear }: Hearing): Promise<void> {
  const made: StartErrors = { osler: [], alone: [] }
  const consultations = await speakConsultations(['mono'])
  for (const { id, wav, turns } of consultations) {
    console.error(`hearing ${id} …`)
    const sentences = turns.flatMap(({ sentences }) => sentences)
    add(made, await hear({ file: wav, language: 'en' }), (words) => sentenceStartErrors(sentences, words))
  }
  const sentences = consultations.flatMap(({ turns }) => turns.flatMap((turn) => turn.sentences))
  printErrors('sentences spoken by flite', sentences.length, made)
  const recordings = await readRecordings()
  for (const [name, start] of Object.entries({
    'turns in meetings (AMI)': 'ami',
    'turns of a call': 'autorepairs-40-mono',
  })) {
    const errors: StartErrors = { osler: [], alone: [] }
    let count = 0
    for (const recording of recordings.filter(({ id }) => id.startsWith(start))) {
      const turns = turnsAfterPause(recording.turns ?? [])
      count += turns.length
      add(errors, await hear(recording), (words) => turnStartErrors(turns, words))
    }
    printErrors(name, count, errors)
  }
}

function add(errors: StartErrors, { osler, alone }: Heard, measure: (words: readonly PlainWord[]) => number[]): void {
  const words = osler.items.flatMap((item) => item.words)
  errors.osler.push(...measure(words.map(({ text, startMs, endMs }): PlainWord => [text, startMs, endMs])))
  errors.alone.push(...measure(alone.words))
}

function printErrors(name: string, count: number, errors: StartErrors): void {
  const at = (side: keyof StartErrors, share: number) => `${Math.round(quantile(errors[side].map(Math.abs), share))} ms`
  const found = `${errors.osler.length} of ${count} heard`
  printFigure(`start of ${name}, median (${found}; faster-whisper ${at('alone', 0.5)})`, at('osler', 0.5), '≤ 200 ms')
  printFigure(`  the same, 90th percentile (faster-whisper ${at('alone', 0.9)})`, at('osler', 0.9), '≤ 200 ms')
}
