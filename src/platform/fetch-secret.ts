import { readFile } from 'node:fs/promises'
import { execa } from 'execa'
import { OslerError } from '../domain/errors.ts'

/** A key service may have to be asked over the network. */
const COMMAND_MS = 30_000

/**
 * What the setting in this variable names: the secret itself, `file:PATH`, or `command:PROGRAM …`, whose output it is.
 * Throws `request_invalid`.
 */
export async function fetchSecret(setting: string, variable: string): Promise<string> {
  const [, kind, where = ''] = /^(file|command):(.+)$/s.exec(setting.trim()) ?? []
  if (kind === undefined) return setting
  try {
    if (kind === 'file') return await readFile(where, 'utf8')
    const [program = '', ...words] = where.split(/\s+/)
    return (await execa(program, words, { timeout: COMMAND_MS, stdin: 'ignore' })).stdout
  } catch (cause) {
    const what = kind === 'file' ? `The file ${where} cannot be read` : `The command ${where.split(/\s+/)[0]} failed`
    throw new OslerError('request_invalid', `${what}; ${variable} names it.`, {}, { cause })
  }
}
