import { headerOf } from '../../src/clinical/en/section-headers.ts'
import { readShortDialogues, toSaidTurns } from '../learn/short-dialogues.ts'

/** The share of MTS-Dialog's short dialogues, validation part, that are put under their header. */
export async function scoreHeaders(): Promise<number> {
  const dialogues = await readShortDialogues('valid')
  const right = dialogues.filter((dialogue) => headerOf(toSaidTurns(dialogue))[0]?.header === dialogue.section_header)
  return right.length / dialogues.length
}
