import type { Complaint } from './complaint.ts'
import { HISTORY } from './points.ts'
import { RED_FLAGS } from './red-flags.ts'
import { ANY_AGE, formatSource, overlap, type Source } from './source.ts'
import { SOURCES } from './sources.ts'

const BETWEEN = '; '
const NOT_HEARD = 'Not heard: '
const NO_RED_FLAG = 'Red flags not heard: '

/** The sources of a complaint that are for these ages, as they are cited. */
export const citationsOf = ({ sources }: Complaint, ages = ANY_AGE): string[] =>
  sources
    .map((name): Source => SOURCES[name])
    .filter((source) => overlap(source.ages ?? ANY_AGE, ages))
    .map(formatSource)

/** All of them in one line: "NICE, Cough (acute): … (NG120), 2019; …". */
export const citationOf = (complaint: Complaint, ages = ANY_AGE) => citationsOf(complaint, ages).join(BETWEEN)

/** True for a line of sources of this complaint and no others: all of them, or those for somebody's age. */
export const isCitationOf = (complaint: Complaint, line: string) => isListOf(line, citationsOf(complaint))

export const formatUnheard = (names: readonly string[]) => `${NOT_HEARD}${names.join(BETWEEN)}.`
export const formatUnheardRedFlags = (names: readonly string[]) => `${NO_RED_FLAG}${names.join(BETWEEN)}.`

/** True for a line that the table of this complaint gives, and for no other. */
export function isLineOf(complaint: Complaint, text: string): boolean {
  const { history, redFlags, safetyNet, consider = [] } = complaint
  if (text.startsWith(NOT_HEARD))
    return isListOf(
      text.slice(NOT_HEARD.length),
      history.map((name) => HISTORY[name][0]),
    )
  if (text.startsWith(NO_RED_FLAG))
    return isListOf(
      text.slice(NO_RED_FLAG.length),
      redFlags.map((name) => RED_FLAGS[name][0]),
    )
  return [...safetyNet, ...consider, ...citationsOf(complaint)].includes(text)
}

function isListOf(list: string, names: readonly string[]): boolean {
  return list
    .replace(/\.$/, '')
    .split(BETWEEN)
    .every((name) => names.includes(name))
}
