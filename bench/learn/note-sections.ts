import { readPronouns } from '../../src/clinical/en/grammar/pronouns.ts'
import { plainWords } from '../../src/clinical/en/words.ts'
import { featuresOf } from '../../src/engines/notes/extractive/claim-features.ts'
import { compose } from '../../src/engines/notes/extractive/compose/compose.ts'
import { placeOfCues } from '../../src/engines/notes/extractive/cue-place.ts'
import { readClaims } from '../../src/engines/notes/extractive/read-claims.ts'
import { type Encounter, readEncounters, readJson, transcriptOf } from '../notes/dialogues.ts'
import { align, chooseOracle, rarities, readNote, SECTIONS, type Section } from './align-notes.ts'
import { type Linear, learnLinear, type Sample, scoreLinear } from './linear.ts'
import { packTable, writeTable } from './pack-table.ts'

// Learns which claims of a consultation belong in its note, and in which section, from the training parts.

export interface Learned {
  inNote: Linear
  sections: Record<string, Linear>
}

interface Example {
  features: string[]
  isWanted: boolean
  share: number
  section: Section | undefined
}

const FOLDS = 5
const LEAST_SEEN = 5

function statementsOf({ turns }: Pick<Encounter, 'turns'>) {
  const transcript = transcriptOf(turns)
  const claims = readClaims(transcript)
  const pronouns = readPronouns(transcript.items.map(({ text }) => text))
  const words = claims.map((claim) => {
    const composed = compose(claim.told, placeOfCues(claim) ?? 'subjective', pronouns, undefined)
    return plainWords(composed?.texts.join(' ') ?? claim.text)
  })
  return { claims, words, features: featuresOf(claims) }
}

/** Without its speakers: so does a recording with one microphone come. */
const anonymous = <Dialogue extends Pick<Encounter, 'turns'>>(dialogue: Dialogue): Dialogue => ({
  ...dialogue,
  turns: dialogue.turns.map(({ text }) => ({ speaker: '?', text })),
})

export async function readExamples(split: string, isAnonymous = false): Promise<Example[][]> {
  const known = await readEncounters(split)
  const encounters = isAnonymous ? known.map(anonymous) : known
  const notes = encounters.map(({ note }) => readNote(note))
  const rarity = rarities(notes)
  return encounters.map((encounter, index) => {
    const { claims, words, features } = statementsOf(encounter)
    const oracle = chooseOracle(words, plainWords(encounter.note))
    return claims.map((_, at): Example => {
      const { share, section } = align(words[at] ?? [], notes[index] ?? [], rarity)
      const known = share >= 0.25 ? (section === 'ros' ? 'history' : section) : undefined
      return { features: features[at] ?? [], isWanted: oracle.has(at) || share > 0.6, share, section: known }
    })
  })
}

const OF_HEADER: Record<string, Section> = {
  ...{ 'FAM/SOCHX': 'social', GENHX: 'history', PASTMEDICALHX: 'past', CC: 'complaint', PASTSURGICAL: 'surgical' },
  ...{ ALLERGY: 'allergies', ROS: 'history', MEDICATIONS: 'medications', ASSESSMENT: 'assessment', EXAM: 'exam' },
  ...{ DIAGNOSIS: 'assessment', DISPOSITION: 'assessment', PLAN: 'assessment', IMAGING: 'results', LABS: 'results' },
}

/** Claims of short dialogues whose header tells their section. */
async function readShort(): Promise<Example[]> {
  const dialogues =
    await readJson<(Pick<Encounter, 'turns'> & { section_header: string; section_text: string })[]>(
      'data/mts-dialog/train.json',
    )
  return dialogues.flatMap((dialogue) => {
    const note = readNote(dialogue.section_text)
    const { claims, words, features } = statementsOf(dialogue)
    const isFamily =
      /family|mother|father/i.test(dialogue.section_text) && !/smok|alcohol|tobacco|marr/i.test(dialogue.section_text)
    const header = OF_HEADER[dialogue.section_header]
    const section = header === 'social' && isFamily ? 'family' : header
    return claims.flatMap((_, at): Example[] => {
      const { share } = align(words[at] ?? [], note, new Map())
      const own = (features[at] ?? []).filter((each) => !/^(part|<|>)/.test(each))
      return section && share >= 0.25 ? [{ features: own, isWanted: true, share, section }] : []
    })
  })
}

export function learn(examples: readonly Example[], short: readonly Example[]): Learned {
  const inNote = learnLinear(
    examples.map(({ features, isWanted }) => ({ features, isSo: isWanted })),
    LEAST_SEEN,
    2e-4,
  )
  const placed = [...examples, ...short].filter(({ section }) => section !== undefined)
  const sections = Object.fromEntries(
    SECTIONS.map((name) => [
      name,
      learnLinear(
        placed.map(({ features, section }): Sample => ({ features, isSo: section === name })),
        LEAST_SEEN,
        2e-4,
      ),
    ]),
  )
  return { inNote, sections }
}

export function sectionOf({ sections }: Learned, features: readonly string[]): string {
  const scored = Object.entries(sections).map(([name, model]) => [name, scoreLinear(model, features)] as const)
  return scored.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'history'
}

function report(name: string, learned: Learned, examples: readonly Example[]): void {
  const scored = examples.map((example) => ({ ...example, score: scoreLinear(learned.inNote, example.features) }))
  const wanted = scored.filter(({ isWanted }) => isWanted).length
  const lines = [-1.5, -1, -0.5, 0].map((threshold) => {
    const found = scored.filter(({ score }) => score > threshold)
    const right = found.filter(({ isWanted }) => isWanted).length
    return `${threshold}: p ${(right / found.length).toFixed(2)} r ${(right / wanted).toFixed(2)}`
  })
  const placed = scored.filter(({ isWanted, section }) => isWanted && section)
  const right = placed.filter(({ features, section }) => sectionOf(learned, features) === section).length
  console.log(
    name,
    lines.join('  '),
    'sections',
    (right / placed.length).toFixed(3),
    'wanted',
    (wanted / scored.length).toFixed(2),
  )
}

const named = await readExamples('train')
const unnamed = await readExamples('train', true)
const train = named.map((examples, at) => [...examples, ...(unnamed[at] ?? [])])
const short = await readShort()
console.log(train.flat().length, 'claims,', short.length, 'of short dialogues')
for (let fold = 0; fold < FOLDS; fold++) {
  const learned = learn(train.filter((_, at) => at % FOLDS !== fold).flat(), short)
  report(`fold ${fold}`, learned, train.filter((_, at) => at % FOLDS === fold).flat())
}
const learned = learn(train.flat(), short)
report('valid', learned, (await readExamples('valid')).flat())
const ABOUT =
  'Which sentences belong in a note, and where. Learned from the training parts of ACI-BENCH (Yim et al., Scientific Data 2023) and MTS-Dialog (Ben Abacha et al., EACL 2023), both CC BY 4.0, by bench/learn/note-sections.ts.'
const { inNote, sections } = learned
await writeTable('note-sections', packTable(ABOUT, { inNote, ...sections }, { scale: 100, leastWeight: 10 }))
