import { featuresOfTurns, type SaidTurn, worthOf } from '../../src/clinical/en/section-headers.ts'
import { type LinearTable, scoresOf } from '../../src/platform/linear-model.ts'
import { packTable, writeTable } from './pack-table.ts'
import { readShortDialogues, type ShortDialogue, splitFolds, toSaidTurns } from './short-dialogues.ts'
import { type Labeled, learnSoftmax } from './softmax.ts'

// Learns which header a short dialogue belongs under, prints how well by five folds of the training part, and writes the
// weights. Everything here was chosen by those folds; the validation part is only printed.

const ABOUT =
  'Section headers. Learned from the training part of MTS-Dialog (Ben Abacha et al., EACL 2023), CC BY 4.0, by bench/learn/section-headers.ts.'

const train = await readShortDialogues('train')
const CLASSES = [...new Set(train.map(({ section_header }) => section_header))].sort()
const OPTIONS = { classes: CLASSES, leastSeen: 3, penalty: 5e-4, shrink: 0.04, rounds: 20 }
/** Coarse steps, which cost nothing here and keep the table small. */
const PACKED = { scale: 20, leastWeight: 1 }

/** The dialogue, and the section that was written from it: its words are the header's too. Rare headers count more. */
function samplesOf({ section_header: label, section_text, ...dialogue }: ShortDialogue): Labeled[] {
  const alike = train.filter(({ section_header }) => section_header === label).length
  const weight = Math.sqrt(train.length / CLASSES.length / alike)
  return [toSaidTurns(dialogue), [{ text: section_text }]].map((turns) => {
    const features = featuresOfTurns(turns)
    return { features, label, weight, worth: worthOf(features) }
  })
}

const learn = (from: readonly ShortDialogue[]) =>
  packTable(ABOUT, learnSoftmax(from.flatMap(samplesOf), OPTIONS), PACKED)

const withSpeakers = (dialogue: ShortDialogue) => toSaidTurns(dialogue)
const withoutSpeakers = ({ turns }: ShortDialogue): SaidTurn[] => turns.map(({ text }) => ({ text }))

function shareRight(table: LinearTable, held: readonly ShortDialogue[], read: typeof withSpeakers): number {
  const right = held.filter((dialogue) => {
    const features = featuresOfTurns(read(dialogue))
    const scores = scoresOf(table, features, worthOf(features))
    return table.models[scores.indexOf(Math.max(...scores))] === dialogue.section_header
  })
  return right.length / held.length
}

const folds = splitFolds(train).map(({ learn: from, measure }) => ({ table: learn(from), measure }))
const table = learn(train)
const valid = await readShortDialogues('valid')
for (const read of [withSpeakers, withoutSpeakers]) {
  const shares = folds.map(({ table, measure }) => shareRight(table, measure, read))
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  console.log(read.name, 'five folds', mean.toFixed(3), 'validation', shareRight(table, valid, read).toFixed(3))
}
await writeTable('section-headers', table)
