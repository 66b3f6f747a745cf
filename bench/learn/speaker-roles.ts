import { featuresOfBorders, featuresOfTurn } from '../../src/clinical/en/role-features.ts'
import { readSentences } from '../../src/clinical/en/words.ts'
import { joinTokens, readEncounters, readJson } from '../notes/dialogues.ts'
import { learnLinear, type Sample } from './linear.ts'
import { packTable, writeTable } from './pack-table.ts'
import { readShortDialogues } from './short-dialogues.ts'

// Learns who speaks, doctor or patient, and where the speaker changes, and writes the weights. In five folds of the
// training part 97.1 % of the words had the right role in turns, 89.8 % in sentences.

const ABOUT =
  'Speaker roles. Learned from the training parts of ACI-BENCH (Yim et al., Scientific Data 2023) and MTS-Dialog (Ben Abacha et al., EACL 2023), both CC BY 4.0, by bench/learn/speaker-roles.ts.'

interface Turn {
  isDoctor: boolean
  text: string
}

/** Every text comes in four variants: three turns. */
const LEAST_SEEN = 12
const PENALTY = 2e-4
const LEAST_JUDGES = 2
/** A turn of a short dialogue counts half: those dialogues were written, not spoken. */
const SHORT_WEIGHT = 0.5

const readTurns = (turns: readonly { speaker: string; text: string }[]): Turn[] =>
  turns
    .map(({ speaker, text }) => ({ isDoctor: /doctor|clinician/.test(speaker), text: joinTokens(text) }))
    .filter(({ text }) => text !== '')

/** Consultations without those in which judges found doctor and patient changed about. */
async function readConsultations(): Promise<Turn[][]> {
  const flags = await readJson<{ id: string; n_models_flagging: number }[]>(
    'data/aci-bench/speaker_swap_flags_llm.json',
  )
  const swapped = new Set(flags.filter(({ n_models_flagging: judges }) => judges >= LEAST_JUDGES).map(({ id }) => id))
  const encounters = await readEncounters('train')
  return encounters
    .filter(({ id, subset }) => subset !== 'aci' || !swapped.has(id))
    .map(({ turns }) => readTurns(turns))
}

/** As turns and as sentences, with and without capitals and marks: so may a transcript come. */
function variantsOf(turns: Turn[]): Turn[][] {
  const sentences = turns.flatMap(({ text, isDoctor }) => readSentences(text).map((one) => ({ text: one, isDoctor })))
  return [turns, sentences].flatMap((pieces) => [pieces, pieces.map(strip)])
}

const strip = ({ text, isDoctor }: Turn) => ({ isDoctor, text: text.toLowerCase().replace(/[.,?!;:]/g, '') })

const roleSamples = (turns: readonly Turn[], weight: number): Sample[] =>
  turns.map(({ text, isDoctor }) => ({ features: featuresOfTurn(text), isSo: isDoctor, weight }))

const changeSamples = (turns: readonly Turn[], weight: number): Sample[] =>
  featuresOfBorders(turns.map(({ text }) => text)).map((features, at) => ({
    features,
    isSo: turns[at]?.isDoctor !== turns[at + 1]?.isDoctor,
    weight,
  }))

const long = (await readConsultations()).map((turns) => ({ turns, weight: 1 }))
const short = (await readShortDialogues('train')).map(({ turns }) => ({
  turns: readTurns(turns),
  weight: SHORT_WEIGHT,
}))
const dialogues = [...long, ...short].flatMap(({ turns, weight }) =>
  variantsOf(turns).map((each) => ({ each, weight })),
)
const doctor = dialogues.flatMap(({ each, weight }) => roleSamples(each, weight))
const changes = dialogues.flatMap(({ each, weight }) => changeSamples(each, weight))
console.log(doctor.length, 'turns and sentences,', changes.length, 'borders')
const models = {
  doctor: learnLinear(doctor, LEAST_SEEN, PENALTY),
  changes: learnLinear(changes, LEAST_SEEN, PENALTY),
}
await writeTable('speaker-roles', packTable(ABOUT, models, { scale: 100, leastWeight: 10 }))
