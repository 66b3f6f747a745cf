import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { spokenSentences } from '../learn/spoken-text.ts'
import { type Encounter, readEncounters } from '../notes/dialogues.ts'

export interface SpokenDialogue {
  id: string
  /** 16 kHz, mono, two voices of flite. */
  wav: string
  /** What was spoken, in plain words. */
  reference: string[]
}

const FOLDER = join(import.meta.dirname, '../out/dialogues')
const MAKE = join(import.meta.dirname, '../../samples/make.sh')

/** The first dialogues of ACI-BENCH's validation part, spoken on the first call and kept in bench/out. */
export async function speakDialogues(count: number): Promise<SpokenDialogue[]> {
  await mkdir(FOLDER, { recursive: true })
  const dialogues: SpokenDialogue[] = []
  for (const encounter of (await readEncounters('valid')).slice(0, count)) dialogues.push(await speakOne(encounter))
  return dialogues
}

async function speakOne({ id, turns }: Encounter): Promise<SpokenDialogue> {
  const said = turns.map(({ speaker, text }) => ({
    speaker,
    sentences: spokenSentences(text).map((row) => row.join(' ')),
  }))
  const script = join(FOLDER, `${id}.txt`)
  const wav = join(FOLDER, `${id}.wav`)
  if (!existsSync(wav)) {
    console.error(`speaking ${id} …`)
    // Whoever is with the patient speaks with the patient's voice: there are two.
    const lines = said.map(
      ({ speaker, sentences }) => `${speaker === 'doctor' ? speaker : 'patient'}: ${sentences.join('. ')}`,
    )
    await writeFile(script, `${lines.join('\n')}\n`)
    await execa('sh', [MAKE, script, wav])
  }
  return { id, wav, reference: said.flatMap(({ sentences }) => sentences.join(' ').split(' ')) }
}
