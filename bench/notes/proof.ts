import { plainWords, readSentences } from '../../src/clinical/en/words.ts'
import { openEvidence } from '../../src/engines/notes/model/find-evidence.ts'
import { printFigure } from '../figures.ts'
import { readEncounters, readJson, transcriptOf } from './dialogues.ts'

/**
 * Prints what the search for evidence and the proof make of sentences that a language model wrote, GPT-4 of 2023 about the
 * consultations of ACI-BENCH valid, and of the same sentences altered. They cite nothing: all evidence is searched for.
 */
const OUTPUTS = ['GPT4-0314_0shot_run1', 'GPT4-0314_ICL_3_similar_notes_run1']

/** What is made of a sentence that passed; undefined where there is nothing to alter. */
const ALTERATIONS: Record<string, (sentence: string) => string | undefined> = {
  'turned round': turnRound,
  'with another number': (text) =>
    changed(
      text,
      text.replace(/\d+(\.\d+)?/, (digits) => String(Number(digits) + 7)),
    ),
  'with the other side': (text) =>
    changed(
      text,
      text.replace(/\b(left|right)\b/gi, (side) => (/left/i.test(side) ? 'right' : 'left')),
    ),
  'with a medicine more': (text) => text.replace(/\.?$/, ' and takes warfarin.'),
  'with a symptom more': (text) => text.replace(/\.?$/, ' and syncope.'),
}

const changed = (before: string, after: string) => (before === after ? undefined : after)

function turnRound(text: string): string | undefined {
  if (/\bdenies\b/i.test(text)) return text.replace(/\bdenies\b/i, 'reports')
  if (/^No /.test(text)) return text.slice(3)
  if (/\b(reports|endorses)\b/i.test(text)) return text.replace(/\b(reports|endorses)\b/i, 'denies')
  if (/\b(no|not|without|negative)\b/i.test(text)) return undefined
  return changed(text, text.replace(/\b(is|has been|has)\b/, '$1 not'))
}

/** The sentences of a printed note, headings and gaps left out. */
function sentencesOf(note: string): string[] {
  const sentences = note.split('\n').flatMap((line) => readSentences(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')))
  return sentences.filter((text) => plainWords(text).length >= 3 && !/:$|\[|^[A-Z /&]+$/.test(text))
}

const counts: Record<string, [passed: number, all: number]> = {}
function count(what: string, isPassed: boolean): void {
  const [passed, all] = counts[what] ?? [0, 0]
  counts[what] = [passed + Number(isPassed), all + 1]
}

const encounters = await readEncounters('valid')
for (const output of OUTPUTS) {
  const notes = await readJson<Record<string, string>>(`data/aci-bench/system_outputs_valid/WangLab_${output}.json`)
  for (const { id, turns } of encounters) {
    const prove = openEvidence(transcriptOf(turns).items, { kind: 'history_and_physical', language: 'en' })
    const isProven = (text: string) => prove({ text, hints: [] }).support !== 'unsupported'
    for (const sentence of sentencesOf(notes[id] ?? '')) {
      const isPassed = isProven(sentence)
      count('as written', isPassed)
      if (!isPassed) continue
      for (const [how, alter] of Object.entries(ALTERATIONS)) {
        const altered = alter(sentence)
        if (altered !== undefined) count(how, isProven(altered))
      }
    }
  }
}
for (const [how, [passed, all]] of Object.entries(counts)) {
  const share = `${((100 * passed) / all).toFixed(1)} %`
  printFigure(`Sentences of GPT-4 that pass the proof, ${how}, of ${all}`, share, '')
}
