import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { featuresOfWord } from '../../src/engines/speech/judge-words.ts'
import { buildLanguagePack } from '../../src/engines/speech/language-pack/build.ts'
import { countText, END, START } from '../../src/engines/speech/language-pack/count-text.ts'
import { packCounts } from '../../src/engines/speech/language-pack/counts-file.ts'
import type { BacktraceRow } from '../../src/engines/speech/parse-backtrace.ts'
import { GENERAL, startDecoder } from '../../src/engines/speech/pocketsphinx-process.ts'
import { decode } from '../../src/pipeline/decode.ts'
import { findSpeech } from '../../src/pipeline/find-speech.ts'
import { readEncounters, readJson } from '../notes/dialogues.ts'
import { alignWords } from '../speech/align-words.ts'
import type { Recipe } from '../speech/recipes.ts'
import { type Line, speakLines } from '../speech/speak-lines.ts'
import { learnLinear, type Sample, scoreLinear } from './linear.ts'
import { packTable, writeTable } from './pack-table.ts'
import { spokenSentences } from './spoken-text.ts'

// Learns how likely a heard word is right, from training dialogues of MTS-Dialog that are spoken by flite in several
// conditions and heard with a language pack that does not know them: `node bench/learn/word-confidence.ts`

const ABOUT =
  'How likely a word that PocketSphinx hears is right. Learned by bench/learn/word-confidence.ts from training dialogues of ' +
  'MTS-Dialog (Ben Abacha et al. 2023, CC BY 4.0), spoken by a machine.'
const EVERY = 16
const SAY: Pick<Recipe, 'voices' | 'filters' | 'noiseDb'>[] = [
  { voices: ['rms', 'slt'] },
  { voices: ['awb', 'slt'], noiseDb: 25 },
  { voices: ['slt', 'awb'], noiseDb: 15 },
  { voices: ['slt', 'rms'], filters: 'highpass=f=300,lowpass=f=3400,aresample=8000' },
  { voices: ['rms', 'awb'], noiseDb: 10 },
]

interface Dialogue {
  turns: { speaker: string; text: string }[]
}

const scratch = await mkdtemp(join(tmpdir(), 'osler-confidence-'))
const short = await readJson<Dialogue[]>('data/mts-dialog/train.json')
const spoken = short.filter((_, at) => at % EVERY === 0)
const pack = await buildPackOf([...short.filter((_, at) => at % EVERY !== 0), ...(await readEncounters('train'))])
const decoder = await startDecoder(pack, '')
const samples: Sample[][] = []
for (const [at, dialogue] of spoken.entries())
  samples.push(await hear(dialogue, SAY[at % SAY.length] as (typeof SAY)[number]))
await decoder.close()
await rm(scratch, { recursive: true })

const [learn, measure] = [
  samples.filter((_, at) => Math.floor(at / SAY.length) % 5 !== 0).flat(),
  samples.filter((_, at) => Math.floor(at / SAY.length) % 5 === 0).flat(),
]
console.log(`${samples.flat().length} words heard, ${share(samples.flat())} of them right`)
console.log('held out:', describe(learnLinear(learn, 10), measure))
const model = learnLinear(samples.flat(), 10)
await writeTable('word-confidence', packTable(ABOUT, { right: model }, { scale: 100, leastWeight: 2 }))

async function buildPackOf(dialogues: Dialogue[]) {
  const sentences = dialogues.flatMap(({ turns }) => turns.flatMap(({ text }) => spokenSentences(text)))
  const words = [...new Set([START, END, ...sentences.flat()])].sort()
  const counts = join(scratch, 'counts.bin.gz')
  await writeFile(counts, packCounts(countText(sentences, words)))
  return buildLanguagePack(GENERAL, scratch, counts)
}

async function hear({ turns }: Dialogue, say: (typeof SAY)[number]): Promise<Sample[]> {
  const lines = turns.map(({ speaker, text }): Line => {
    const role = /doctor/i.test(speaker) ? 'doctor' : 'patient'
    const sentences = spokenSentences(text).map((words) => words.join(' '))
    return { role, voice: say.voices[role === 'doctor' ? 0 : 1], sentences }
  })
  const wav = join(scratch, 'dialogue.wav')
  await speakLines(lines, { id: '', set: 'mono', dialogue: '', seconds: 600, channels: 'mono', ...say }, wav)
  const { signal } = new AbortController()
  const audio = await decode(wav, scratch, { minMs: 0, maxMs: 3_600_000 }, signal)
  const heard: BacktraceRow[][] = []
  for (const stretch of await findSpeech(audio, signal))
    heard.push(await decoder.decode(audio.channels[0] ?? '', stretch))
  const reference = lines.flatMap(({ sentences }) => sentences.join(' ').split(' '))
  const isRight = new Set(
    alignWords(
      reference,
      heard.flat().map(({ text }) => text),
    ).map(([, at]) => at),
  )
  let at = 0
  return heard.flatMap((rows) =>
    rows.map((_, index) => ({ features: featuresOfWord(rows, index), isSo: isRight.has(at++) })),
  )
}

function share(all: readonly Sample[]): string {
  return `${((100 * all.filter(({ isSo }) => isSo).length) / all.length).toFixed(1)} %`
}

/** How far confidences are from the share of right words, by tenths, and how well they tell right from wrong. */
function describe(model: ReturnType<typeof learnLinear>, all: readonly Sample[]): string {
  const judged = all.map(({ features, isSo }) => ({
    confidence: 1 / (1 + Math.exp(-scoreLinear(model, features))),
    isSo,
  }))
  const tenths = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  let off = 0
  const rows = [...tenths]
    .sort(([a], [b]) => a - b)
    .map(([tenth, own]) => {
      const [said, so] = [mean(own.map(({ confidence }) => confidence)), mean(own.map(({ isSo }) => Number(isSo)))]
      off += (Math.abs(said - so) * own.length) / judged.length
      return `${tenth / 10}: ${so.toFixed(2)} (${own.length})`
    })
  const [right, wrong] = [judged.filter(({ isSo }) => isSo), judged.filter(({ isSo }) => !isSo)]
  let ordered = 0
  for (const a of right)
    for (const b of wrong) ordered += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0
  return `mean error ${off.toFixed(3)}, area under the curve ${(ordered / right.length / wrong.length).toFixed(3)}\n  ${rows.join('\n  ')}`
}
