import {
  LONG_PARTS,
  OPERATION_CLOSING,
  OPERATION_CUES,
  OPERATION_HEADINGS,
  OPERATION_TEAM,
} from '../../../../clinical/en/operations.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Material, Written } from '../fill-sections.ts'
import { addOrders } from '../orders/add-orders.ts'
import { readSentencesOf, type Sentence, state } from './sentences.ts'

/** A sentence and the part of the note it belongs to; none where nothing tells. */
interface Placed {
  sentence: Sentence
  part: string | undefined
}

/**
 * An operation is dictated: a sentence goes to the part that it names at its beginning, or whose heading stands before
 * it ("Findings."), and otherwise where its words point. Of a dictation nothing is left out: what points nowhere is told
 * with the course of the operation.
 */
export function writeOperation({ items, conversation }: Material): Written {
  const placed = placeSentences(readSentencesOf(items).filter(({ isQuestion }) => !isQuestion))
  const rest = isDictated(placed) ? 'description' : undefined
  const sections: Record<string, Statement[]> = { plan: [] }
  for (const { sentence, part } of placed) {
    const team = OPERATION_TEAM.test(sentence.said) ? 'team' : undefined
    const parts = new Set([part ?? team ?? rest, team].filter((each) => each !== undefined))
    for (const key of parts) sections[key] = [...(sections[key] ?? []), state(sentence)]
  }
  return { sections: addOrders(sections, conversation) }
}

function placeSentences(sentences: readonly Sentence[]): Placed[] {
  const placed: Placed[] = []
  let heading: string | undefined
  let isFirst = false
  for (const sentence of sentences) {
    const opened = readHeading(sentence)
    if (opened) [heading, isFirst] = [opened.isAlone ? opened.part : undefined, opened.isAlone]
    if (opened?.isAlone || OPERATION_CLOSING.test(sentence.said)) continue
    const pointed = OPERATION_CUES.find(([, cue]) => cue.test(sentence.said))?.[0]
    placed.push({ sentence, part: opened?.part ?? under(heading, isFirst, pointed) })
    isFirst = false
  }
  return placed
}

/** Short parts hold their first sentence; the operation's name may be followed by how it was done. */
function under(heading: string | undefined, isFirst: boolean, pointed: string | undefined): string | undefined {
  if (heading === 'procedure') return pointed === 'procedure' ? pointed : 'description'
  return heading && (isFirst || LONG_PARTS.includes(heading)) ? heading : (pointed ?? heading)
}

/** The part that a sentence begins with, and whether it says nothing else. */
function readHeading({ said }: Sentence): { part: string; isAlone: boolean } | undefined {
  for (const [part, cue] of OPERATION_HEADINGS) {
    const match = said.match(cue)?.[0]
    if (match !== undefined) return { part, isAlone: match === said }
  }
  return undefined
}

const LEAST_PARTS = 3

/** Someone who tells of three parts of an operation, alone, dictates it. */
function isDictated(placed: readonly Placed[]): boolean {
  const voices = new Set(placed.flatMap(({ sentence }) => sentence.voice ?? []))
  return voices.size <= 1 && new Set(placed.flatMap(({ part }) => part ?? [])).size >= LEAST_PARTS
}
