import { OslerError } from '../../domain/errors.ts'

/** A line of the order file. */
export interface OrderRow {
  /** With its point: `J45.909`. */
  code: string
  isBillable: boolean
  display: string
}

/** Where each thing begins and ends, counted from 0, after the layout that CMS gives with the file (icd10OrderFiles.pdf). */
const PLACES = { order: [0, 5], code: [6, 13], flag: [14, 15], short: [16, 76], long: [77, undefined] } as const
const GAPS = [5, 13, 15, 76]
const LEAST_LENGTH = 78

/**
 * The codes of the official yearly release of ICD-10-CM in its order file (`icd10cm-order-2026.txt`; CDC and CMS).
 * Every line is checked. Throws `codes_invalid` with the number of the first line that is wrong, and never its words:
 * it may be any file.
 */
export function readOrderFile(bytes: Uint8Array): OrderRow[] {
  const lines = decode(bytes).split(/\r?\n/)
  if (lines.at(-1)?.trim() === '') lines.pop()
  const seen = new Set<string>()
  let last = 0
  return lines.map((line, at) => {
    const refuse = (says: string) => new OslerError('codes_invalid', `Line ${at + 1} ${says}.`, { line: at + 1 })
    const row = readLine(line, refuse)
    if (row.order <= last) throw refuse(`has the order number ${row.order} behind ${last}: they must rise`)
    if (seen.has(row.code)) throw refuse('has a code that an earlier line has')
    last = row.order
    seen.add(row.code)
    return { code: row.code, isBillable: row.isBillable, display: row.display }
  })
}

function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new OslerError('codes_invalid', 'The file is empty.')
  if (bytes.subarray(0, 1000).some((byte) => byte < 9))
    throw new OslerError('codes_invalid', 'The file is no text. If it is the archive, unpack it first.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Older releases spell "Ménière" in Windows' letters.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function readLine(line: string, refuse: (says: string) => OslerError) {
  if (line.length < LEAST_LENGTH)
    throw refuse(`ends after ${line.length} characters; a line of an order file has at least ${LEAST_LENGTH}`)
  const { order, code, flag, short, long } = cut(line)
  if (!/^\d{5}$/.test(order)) throw refuse('does not begin with an order number of 5 digits')
  if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)) throw refuse('has no code of ICD-10-CM in characters 7 to 13')
  if (flag !== '0' && flag !== '1') throw refuse('has neither 0 nor 1 in character 15')
  if (GAPS.some((at) => line[at] !== ' ')) throw refuse('has other columns than an order file')
  if (short === '' || long === '') throw refuse('has no description')
  return { order: Number(order), code: withPoint(code), isBillable: flag === '1', display: long }
}

function cut(line: string): Record<keyof typeof PLACES, string> {
  const parts = Object.entries(PLACES).map(([key, [start, end]]) => [key, line.slice(start, end).trimEnd()])
  return Object.fromEntries(parts)
}

const CATEGORY_LETTERS = 3

const withPoint = (code: string) =>
  code.length > CATEGORY_LETTERS ? `${code.slice(0, CATEGORY_LETTERS)}.${code.slice(CATEGORY_LETTERS)}` : code
