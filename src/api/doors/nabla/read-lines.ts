import type { z } from 'zod'
import type { NormalizeNote } from './schemas.ts'

/** A line of a note as a sentence, and the number of the line that names its problem; -1 where none does. */
export interface NoteLine {
  text: string
  problem: number
}

const BULLET = /^\s*(?:[-*•–]|\d+[.)])\s+/
/** Sections whose lines stand under the problems that they are about. */
const BY_PROBLEM = /assessment|plan/i

/**
 * The lines of a note without their bullets; a line that ends in no mark gets a full stop, as a sentence has one. What
 * stands under family history says so in each line, or a relative's condition would be the patient's. A problem is a line
 * without a bullet above lines that have one, as notes by problem print it.
 */
export function readLines({ sections }: z.infer<typeof NormalizeNote>['note']): NoteLine[] {
  const lines: NoteLine[] = []
  for (const { key = '', title, text } of sections) {
    const heading = /\bfamily\b/i.test(title) ? 'Family history: ' : ''
    const isByProblem = BY_PROBLEM.test(key) || BY_PROBLEM.test(title)
    const printed = text.split('\n').filter((line) => line.trim() !== '')
    let problem = -1
    for (const [at, line] of printed.entries()) {
      const isBullet = BULLET.test(line)
      if (isByProblem && !isBullet) problem = BULLET.test(printed[at + 1] ?? '') ? lines.length : -1
      lines.push({ text: heading + endSentence(line.replace(BULLET, '').trim()), problem })
    }
  }
  return lines
}

const endSentence = (line: string) => (/[.!?:;]$/.test(line) ? line : `${line}.`)
