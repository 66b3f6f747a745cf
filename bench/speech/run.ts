import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { isMedicineName } from '../../src/clinical/medicines.ts'
import { isClinical } from '../../src/clinical/terms.ts'
import { printFigure } from '../figures.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'
import { type SpokenDialogue, speakDialogues } from './spoken-dialogues.ts'

/**
 * Prints how well consultations are heard, against `pocketsphinx_continuous` on the same recordings: dialogues of
 * ACI-BENCH's validation part, spoken by flite. `node bench/speech/run.ts [how many]`
 */

const OSLER = fileURLToPath(new URL('../../bin/osler', import.meta.url))
const PACK = new URL('../../src/engines/speech/language-pack/clinical.dict', import.meta.url)
/** Words that the general dictionary lacks. */
const ADDED = new Set(
  readFileSync(PACK, 'utf8')
    .split('\n')
    .map((line) => line.split(/[ (]/)[0]),
)

const isTerm = (word: string) => ADDED.has(word) || isMedicineName(word) || isClinical(word)

async function hearByOsler({ wav }: SpokenDialogue): Promise<string[]> {
  const { stdout } = await execa(OSLER, ['listen', wav, '--format', 'json', '--documents', 'summary'])
  const { transcript } = JSON.parse(stdout) as { transcript: { items: { text: string }[] } }
  return normalizeWords(transcript.items.map(({ text }) => text).join(' '))
}

async function hearByStock({ wav }: SpokenDialogue): Promise<string[]> {
  const { stdout } = await execa('pocketsphinx_continuous', ['-infile', wav, '-logfn', '/dev/null'])
  return normalizeWords(stdout)
}

/** The share of spoken words of a sort that were heard, each as often as it was said. */
function recallOf(
  isWanted: (word: string) => boolean,
  reference: readonly string[],
  heard: readonly string[],
): number[] {
  const left = new Map<string, number>()
  for (const word of heard) left.set(word, (left.get(word) ?? 0) + 1)
  const wanted = reference.filter(isWanted)
  const found = wanted.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return [found.length, wanted.length]
}

const hearers = { Osler: hearByOsler, stock: hearByStock }
const dialogues = await speakDialogues(Number(process.argv[2] ?? 3))
const scores: Record<string, { errors: number; terms: number; added: number }> = {}
for (const [name, hear] of Object.entries(hearers)) {
  const sums = { errors: 0, words: 0, terms: [0, 0], added: [0, 0] }
  for (const dialogue of dialogues) {
    const heard = await hear(dialogue)
    sums.errors += wordErrorRate(dialogue.reference, heard) * dialogue.reference.length
    sums.words += dialogue.reference.length
    const add = (sum: number[], more: number[]) => sum.map((value, at) => value + (more[at] ?? 0))
    sums.terms = add(sums.terms, recallOf(isTerm, dialogue.reference, heard))
    sums.added = add(
      sums.added,
      recallOf((word) => ADDED.has(word), dialogue.reference, heard),
    )
  }
  const share = ([found = 0, all = 1]: number[]) => found / all
  scores[name] = { errors: sums.errors / sums.words, terms: share(sums.terms), added: share(sums.added) }
}
const { Osler: ours, stock } = scores
if (!ours || !stock) throw new Error('Nothing was heard.')
const percent = (value: number) => `${(value * 100).toFixed(1)} %`
printFigure(
  `Word errors against stock, ${dialogues.length} dialogues (${percent(ours.errors)} and ${percent(stock.errors)})`,
  `${(ours.errors / stock.errors).toFixed(2)} ×`,
  '<= 0.85 x, aim 0.70 x',
)
printFigure(`Clinical words heard (stock ${percent(stock.terms)})`, percent(ours.terms), '>= 75 %, >= 2 x')
printFigure(`Of those, words that stock does not know (stock ${percent(stock.added)})`, percent(ours.added), '')
