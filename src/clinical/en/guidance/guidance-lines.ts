import type { Complaint } from './complaint.ts'
import { HISTORY } from './points.ts'
import { RED_FLAGS } from './red-flags.ts'
import { formatSource } from './source.ts'
import { SOURCES } from './sources.ts'

const BETWEEN = '; '
const NOT_HEARD = 'Not heard: '
const NO_RED_FLAG = 'Red flags not heard: '

/** The sources of a complaint, as they are cited. */
export const citationsOf = ({ sources }: Complaint): string[] => sources.map((name) => formatSource(SOURCES[name]))

/** All of them in one line: "NICE, Cough (acute): … (NG120), 2019; …". */
export const citationOf = (complaint: Complaint) => citationsOf(complaint).join(BETWEEN)

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
