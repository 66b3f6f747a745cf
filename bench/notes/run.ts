import { openWriters } from '../../src/engines/notes/registry.ts'
import { writerPlaceOf } from '../../src/server/open-engines.ts'
import { readConfig } from '../../src/server/settings.ts'
import { stateAnswerPairs } from '../../test/support/answer-pairs.ts'
import { printFigure } from '../figures.ts'
import { scoreNotes } from './full-notes.ts'
import { scoreHeaders } from './headers.ts'
import { measureKindsAtOnce } from './kinds-at-once.ts'
import { measureOrders } from './orders.ts'
import { scoreRoles } from './roles.ts'

/**
 * Prints how good the notes are on the validation parts of the evaluation data: `npm run bench:notes`. ROUGE is without
 * stemming. The same command scores a model that is configured by OSLER_NOTES and its address.
 */

const percent = (value: number) => `${(value * 100).toFixed(1)} %`
const share = (value: number) => value.toFixed(3)
const NO_LEXICON = 'no lexicon'

const config = readConfig(process.env)
const [writer] = await openWriters(config.notes, writerPlaceOf(config))
if (!writer) throw new Error('No writer is configured.')
// Before anything else has warmed the process up.
const { elapsedMs, addedMegabytes } = await measureKindsAtOnce(writer)
const again = await measureKindsAtOnce(writer)

const note = await scoreNotes(writer, 'valid', 'history_and_physical')
printFigure('Full note, ACI-BENCH valid: ROUGE-1', share(note.rouge1), '>= 0.42, aim 0.48')
printFigure('Full note: ROUGE-2', share(note.rouge2), '>= 0.15, aim 0.19')
printFigure('Full note: ROUGE-Lsum', share(note.rougeLsum), '')
const { concepts } = note
const words = `Full note: concept F1 with negation, at ${Math.round(note.meanWords)} words`
printFigure(words, concepts ? share(concepts.f1) : NO_LEXICON, '>= 0.56, aim 0.62')
printFigure('Full note: drugs that were not said', concepts ? percent(concepts.unsaidDrugs) : NO_LEXICON, '0 %')
printFigure('Full note: numbers that were not said', percent(note.unsaidNumbers), '0 %')
printFigure(
  'Full note: concepts that were not said',
  concepts ? percent(concepts.unsaidConcepts) : NO_LEXICON,
  '<= 1 %',
)
printFigure(`Statements without evidence, of ${note.statements}`, String(note.withoutEvidence), '0')
printFigure(
  'Statements in the first or second person, questions, without a clause or noun, over 40 words',
  percent(note.faulty / note.statements),
  '<= 3 %',
)

printFigure('Section header accuracy, MTS-Dialog valid, 20 headers', share(await scoreHeaders()), '>= 0.70, aim 0.79')

const orders = measureOrders('held')
printFigure('Orders, SIMORD validation and development: match F1', share(orders.f1), '>= 0.40, aim 0.55')

printFigure('Speaker role by turns, words of ACI-BENCH valid', share(await scoreRoles('turns')), '>= 0.93, aim 0.98')
printFigure('Speaker role by sentences', share(await scoreRoles('sentences')), '')
printFigure('Speaker role by voices that were told apart', share(await scoreRoles('voices')), '')

const pairs = stateAnswerPairs()
const turned = pairs.filter(({ isTurned }) => isTurned).length
printFigure(`Negations turned round, of ${pairs.length} questions with answers`, String(turned), '<= 2, aim 0')

printFigure('All telehealth kinds of a 20-minute visit, first time', `${Math.round(elapsedMs)} ms`, '<= 500 ms')
printFigure('All telehealth kinds, again in the same process', `${Math.round(again.elapsedMs)} ms`, '<= 500 ms')
printFigure('All telehealth kinds: memory beyond the loaded code', `${Math.round(addedMegabytes)} MB`, '<= 100 MB')
