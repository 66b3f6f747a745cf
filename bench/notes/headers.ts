import { headerOf } from '../../src/clinical/section-headers.ts'
import { printFigure } from '../figures.ts'
import { readShortDialogues, toSaidTurns } from '../learn/short-dialogues.ts'
import { scoreWith } from './score.ts'

// Prints how many short dialogues of MTS-Dialog's validation part are put under their header.

const dialogues = await readShortDialogues('valid')
const wanted = Object.fromEntries(dialogues.map(({ id, section_header }) => [id, section_header]))
const found = Object.fromEntries(dialogues.map((dialogue) => [dialogue.id, headerOf(toSaidTurns(dialogue))[0]?.header]))
const { accuracy } = await scoreWith<{ accuracy: number }>('headers', 'score', wanted, found)
printFigure('section header accuracy, MTS-Dialog, 20 headers', accuracy.toFixed(2), '≥ 0.70, aim 0.79')
