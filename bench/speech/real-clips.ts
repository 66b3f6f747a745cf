import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Transcript } from '../../src/domain/transcript.ts'
import { printFigure } from '../figures.ts'
import { EVALUATION } from '../notes/dialogues.ts'
import { scoreWith } from '../notes/score.ts'
import { hearByOsler, hearByStock, heardText } from './hear.ts'
import { countErrors, type Errors } from './word-scores.ts'

interface Clip {
  id: string
  wav: string
  reference: string
  kind: string
  split: string
}

interface Segment {
  start: number
  end: number
  speaker: string
}

interface Diarization {
  der: number
  ref_speakers: number
  hyp_speakers: number
}

/** Around a change of speakers nothing is counted: who marked the reference did not hear it to the frame either. */
const COLLAR_SECONDS = 0.25
const SPEECH = new URL('data/speech/', EVALUATION)
const pathOf = (wav: string) => fileURLToPath(new URL(wav, SPEECH))
const readManifest = async <Row>(name: string) => JSON.parse(await readFile(new URL(name, SPEECH), 'utf8')) as Row[]

/** Real people: short clips and their words, mumbling, and meetings of four on one microphone. */
export async function measureRealClips(): Promise<void> {
  const clips = (await readManifest<Clip>('manifest.json')).filter(({ split }) => split === 'dev')
  const isMumbling = ({ kind }: Clip) => kind === 'mumbling'
  for (const [kind, own] of Map.groupBy(clips, ({ wav }) => wav.split('/')[0] ?? '')) {
    await printWordErrors(
      `real clips, ${kind}`,
      own.filter((clip) => !isMumbling(clip)),
    )
  }
  const mumbled = await Promise.all(clips.filter(isMumbling).map(({ wav }) => hearByOsler(pathOf(wav))))
  const words = mumbled.flatMap(({ items }) => items.flatMap(({ words }) => words))
  printFigure('words heard in mumbling', String(words.length), '0')
  await printDiarization()
}

async function printWordErrors(name: string, clips: readonly Clip[]): Promise<void> {
  const [ours, stock]: [Errors, Errors] = [
    { errors: 0, words: 0 },
    { errors: 0, words: 0 },
  ]
  for (const { wav, reference } of clips) {
    add(ours, await countErrors(reference, heardText(await hearByOsler(pathOf(wav)))))
    add(stock, await countErrors(reference, await hearByStock(pathOf(wav))))
  }
  const rate = ({ errors, words }: Errors) => `${((errors / words) * 100).toFixed(1)} %`
  printFigure(`word errors, ${name} (${ours.words} words; stock ${rate(stock)})`, rate(ours), '')
}

function add(sum: Errors, more: Errors): void {
  sum.errors += more.errors
  sum.words += more.words
}

/** Of the time in which somebody speaks, how much is given to the wrong voice, missed, or heard where nobody speaks. */
async function printDiarization(): Promise<void> {
  const clips = await readManifest<{ wav: string; duration_s: number; segments?: Segment[]; split: string }>(
    'diarization_manifest.json',
  )
  for (const { wav, duration_s, segments } of clips.filter(({ split, segments }) => split === 'dev' && segments)) {
    const found = segmentsOf(await hearByOsler(pathOf(wav)))
    const { der, ref_speakers, hyp_speakers } = await scoreWith<Diarization>(
      'der',
      'score',
      segments,
      found,
      duration_s,
      COLLAR_SECONDS,
    )
    const name = `diarization errors, ${wav} (${hyp_speakers} voices found, ${ref_speakers} spoke)`
    printFigure(name, `${(der * 100).toFixed(0)} %`, '')
  }
}

/** Where words were heard: pauses within a sentence are nobody's. */
const segmentsOf = ({ items }: Transcript): Segment[] =>
  items.flatMap(({ words, speakerLabel }) =>
    words.map(({ startMs, endMs }) => ({
      ...{ start: startMs / 1000, end: endMs / 1000, speaker: speakerLabel ?? 'one' },
    })),
  )
