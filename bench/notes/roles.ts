import { findRoles, type Turn } from '../../src/clinical/speaker-roles.ts'
import { readSentences } from '../../src/clinical/words.ts'
import { printFigure } from '../figures.ts'
import { type Encounter, joinTokens, readEncounters } from './dialogues.ts'
import { scoreWith } from './score.ts'

// Prints how many words of ACI-BENCH's validation part get the right speaker, by the words alone and with voices told
// apart. Its `aci` dialogues are left out: in many of them doctor and patient are changed about.

const GUEST = /^patient_guest$|^guest_family$/

type Spoken = Encounter['turns']
type Read = (turns: Spoken) => Turn[]

const alone: Read = (turns) => turns.map(({ text }) => ({ text }))
const voices: Read = (turns) => turns.map(({ text, speaker }) => ({ text, voice: speaker }))

const cut = (turns: Spoken): Spoken =>
  turns.flatMap(({ speaker, text }) => readSentences(joinTokens(text)).map((sentence) => ({ speaker, text: sentence })))

async function measure(what: string, dialogues: readonly Spoken[], read: Read): Promise<void> {
  const roles = dialogues.flatMap((turns) => findRoles(read(turns)).map(({ role }) => role))
  const given = dialogues.flat().map(({ speaker, text }) => ({ speaker: speaker.replace(GUEST, 'patient'), text }))
  const { word_accuracy } = await scoreWith<{ word_accuracy: number }>('roles', 'turn_accuracy', given, roles)
  printFigure(`speaker role, ${what}`, word_accuracy.toFixed(3), '≥ 0.93, aim 0.98')
}

const encounters = (await readEncounters('valid')).filter(({ subset }) => subset !== 'aci')
const turns = encounters.map((encounter) => encounter.turns)
const sentences = turns.map(cut)
await measure('turns, by the words alone', turns, alone)
await measure('sentences, by the words alone', sentences, alone)
await measure('turns, voices told apart', turns, voices)
