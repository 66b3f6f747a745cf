import { headerOf } from '../../src/clinical/en/section-headers.ts'
import { readShortDialogues, toSaidTurns } from '../learn/short-dialogues.ts'
import { scoreWith } from './score.ts'

/** The share of MTS-Dialog's short dialogues, validation part, that are put under their header. */
export async function scoreHeaders(): Promise<number> {
  const dialogues = await readShortDialogues('valid')
  const wanted = Object.fromEntries(dialogues.map(({ id, section_header }) => [id, section_header]))
  const found = dialogues.map((dialogue) => [dialogue.id, headerOf(toSaidTurns(dialogue))[0]?.header])
  return (await scoreWith<{ accuracy: number }>('headers', 'score', wanted, Object.fromEntries(found))).accuracy
}
