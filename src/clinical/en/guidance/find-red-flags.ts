import type { Told } from '../facts/conversation.ts'
import { wholeWords } from '../names.ts'
import { plainWords } from '../words.ts'
import { findComplaints } from './find-complaints.ts'
import { RED_FLAGS } from './red-flags.ts'

/** Tells of a text whether it names a red flag of what the patient comes with, by all that was said. */
export function openRedFlags(conversation: readonly Told[]): (text: string) => boolean {
  const names = new Set(findComplaints(conversation).flatMap(({ condition }) => condition.redFlags))
  const patterns = [...names].map((name) => wholeWords(RED_FLAGS[name][1]))
  return (text) => {
    const words = plainWords(text).join(' ')
    return patterns.some((pattern) => words.search(pattern) >= 0)
  }
}
