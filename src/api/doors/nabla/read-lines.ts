import type { z } from 'zod'
import type { Speaker } from '../../../domain/transcript.ts'
import type { NormalizeNote } from './schemas.ts'

/** A line of a note, or a part of it, as it was said, and the number of the one that names its problem; -1 where none does. */
export interface NoteLine {
  text: string
  speaker: Speaker
  problem: number
}

const BULLET = /^\s*(?:[-*•–]|\d+[.)])\s+/
/** Sections whose lines stand under the problems that they are about. */
const BY_PROBLEM = /assessment|plan/i

/**
 * The lines of a note without their bullets; a line that ends in no mark gets a full stop, as a sentence has one. What
 * stands under family history says so in each line, or a relative's condition would be the patient's. A problem is a line
 * without a bullet above lines that have one, as notes by problem print it. What Osler quotes is a question and its answer
 * again: in "Asked about fever: "No."" nobody has a fever.
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
      const said = readQuotations(line.replace(BULLET, '').trim())
      lines.push(...said.map(({ text: part, speaker }) => ({ text: heading + endSentence(part), speaker, problem })))
    }
  }
  return lines
}

const endSentence = (line: string) => (/[.!?:;]$/.test(line) ? line : `${line}.`)

type Said = Pick<NoteLine, 'text' | 'speaker'>

/** `Asked about fever: "No."`, `Asked whether the patient smokes: "Not a lot."` */
const QUOTATION = /\bAsked (about |whether )?([^":]+): "([^"]+)"/g

function readQuotations(line: string): Said[] {
  const parts: Said[] = []
  let from = 0
  for (const { 0: whole, 1: opener, 2: asked, 3: answer = '', index } of line.matchAll(QUOTATION)) {
    parts.push({ text: line.slice(from, index).trim(), speaker: 'unspecified' })
    parts.push({ text: opener === 'about ' ? `Any ${asked}?` : `${asked}?`, speaker: 'doctor' })
    parts.push({ text: answer, speaker: 'patient' })
    from = index + whole.length
  }
  parts.push({ text: line.slice(from).trim(), speaker: 'unspecified' })
  return parts.filter(({ text }) => text !== '')
}
