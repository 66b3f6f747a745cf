import type { SoapSection } from '../../../clinical/section-cues.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import { type Reading, readItem } from './read-item.ts'

export interface PlacedStatement extends Statement {
  section: SoapSection
}

/** An answer longer than this stands for itself. */
const LONGEST_ANSWER = 12

/**
 * What of a conversation belongs in a note, in the order in which it was said. A sentence is taken as it was said; a
 * question about the patient's health is taken together with its short answer, because neither says anything alone.
 */
export function findStatements(items: readonly Item[]): PlacedStatement[] {
  const readings = items.map(readItem)
  const statements: PlacedStatement[] = []
  for (let index = 0; index < readings.length; index++) {
    const reading = readings[index]
    const answer = readings[index + 1]
    if (reading?.asksHistory && answer && isAnswer(answer)) {
      statements.push(pair(reading, answer))
      index++
    } else if (reading?.section) statements.push(single(reading, reading.section))
  }
  return statements
}

/** What follows a question answers it, unless it asks back or is plainly the clinician's. */
function isAnswer({ isQuestion, words, section }: Reading): boolean {
  return !isQuestion && words <= LONGEST_ANSWER && (section === undefined || section === 'subjective')
}

const single = ({ item, text }: Reading, section: SoapSection): PlacedStatement => ({
  ...{ text, evidence: [item.id], support: 'verbatim', section },
})

const pair = (question: Reading, answer: Reading): PlacedStatement => ({
  text: `${question.text} ${answer.text}`,
  evidence: [question.item.id, answer.item.id],
  support: 'verbatim',
  section: 'subjective',
})
