import { writeFile } from 'node:fs/promises'
import { featuresOfGap } from '../../src/clinical/en/sentence-ends.ts'
import { plainWords, readSentences } from '../../src/clinical/en/words.ts'
import { type Encounter, joinTokens, readEncounters, readJson } from '../notes/dialogues.ts'

// Learns where sentences end from the punctuated dialogues of the training parts, and writes the weights.

interface Run {
  words: string[]
  borders: Set<number>
}

const SCALE = 100
const ROUNDS = 8
const LEAST_SEEN = 4
/** Chosen by the notes of the training part: a border too many costs less than one too few. */
const THRESHOLD = -0.5

function runOf(text: string): Run {
  const sentences = readSentences(joinTokens(text))
    .map(plainWords)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const borders = new Set<number>()
  let at = 0
  for (const sentence of sentences.slice(0, -1)) {
    at += sentence.length
    borders.add(at)
  }
  return { words, borders }
}

async function readRuns(split: 'train' | 'valid'): Promise<Run[]> {
  const encounters = (await readEncounters(split)).filter(({ subset }) => subset !== 'aci')
  const short = split === 'train' ? await readJson<Pick<Encounter, 'turns'>[]>('data/mts-dialog/train.json') : []
  const turns = [...encounters, ...short].flatMap(({ turns }) => turns)
  return turns.map(({ text }) => runOf(text)).filter(({ words }) => words.length > 3)
}

interface Gap {
  features: string[]
  ends: boolean
}

function gapsOf({ words, borders }: Run): Gap[] {
  let start = 0
  return words.slice(1).map((_, index) => {
    const at = index + 1
    const gap = { features: featuresOfGap(words, start, at), ends: borders.has(at) }
    if (gap.ends) start = at
    return gap
  })
}

/** Logistic regression by Adagrad with a small L2 penalty, over the features that were seen often enough. */
function learn(gaps: readonly Gap[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { features } of gaps) for (const each of features) seen.set(each, (seen.get(each) ?? 0) + 1)
  const weights = new Map<string, number>([['', 0]])
  const squares = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, ends } of gaps) {
      const known = ['', ...features.filter((each) => (seen.get(each) ?? 0) >= LEAST_SEEN)]
      const sum = known.reduce((total, each) => total + (weights.get(each) ?? 0), 0)
      const error = (ends ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      for (const each of known) {
        const weight = weights.get(each) ?? 0
        const gradient = error - 2e-5 * weight
        const square = (squares.get(each) ?? 1) + gradient * gradient
        squares.set(each, square)
        weights.set(each, weight + (0.3 * gradient) / Math.sqrt(square))
      }
    }
  }
  return weights
}

function score(runs: readonly Run[], weights: Map<string, number>, threshold: number) {
  let [right, found, wanted] = [0, 0, 0]
  for (const { words, borders } of runs) {
    let start = 0
    wanted += borders.size
    for (let at = 1; at < words.length; at++) {
      const sum = ['', ...featuresOfGap(words, start, at)].reduce((total, each) => total + (weights.get(each) ?? 0), 0)
      if (sum <= threshold) continue
      found++
      start = at
      if (borders.has(at)) right++
    }
  }
  const [precision, recall] = [right / found, right / wanted]
  return { threshold, precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

const [train, valid] = [await readRuns('train'), await readRuns('valid')]
const weights = learn(train.flatMap(gapsOf))
for (const threshold of [-1, -0.5, 0, 0.5]) console.log(score(valid, weights, threshold))
const kept = [...weights]
  .map(([key, weight]) => [key, Math.round(weight * SCALE)] as const)
  .filter(([key, weight]) => key !== '' && Math.abs(weight) >= 12)
const file = {
  about:
    'Sentence ends. Learned from the training parts of MTS-Dialog (Ben Abacha et al., EACL 2023) and ACI-BENCH (Yim et al., Scientific Data 2023), both CC BY 4.0, by bench/learn/sentence-ends.ts.',
  scale: SCALE,
  bias: Math.round((weights.get('') ?? 0) * SCALE),
  threshold: THRESHOLD,
  weights: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))),
}
await writeFile(
  new URL('../../src/clinical/en/learned/sentence-ends.json', import.meta.url),
  `${JSON.stringify(file)}\n`,
)
console.log(
  kept.length,
  'weights',
  JSON.stringify(file).length,
  'bytes',
  score(valid, new Map([...kept.map(([k, w]) => [k, w / SCALE] as const), ['', file.bias / SCALE]]), 0),
)
