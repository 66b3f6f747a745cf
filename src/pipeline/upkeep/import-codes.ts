import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readOrderFile } from '../../clinical/en/order-file.ts'
import type { CodeRelease } from '../../domain/code-release.ts'
import { OslerError } from '../../domain/errors.ts'
import { saveRelease } from '../../store/code-release.ts'

/** Four times the release of 2026. */
const MOST_BYTES = 64 * 1024 ** 2

/** Takes an order file in, in place of the release that was there. Throws `not_found` or `codes_invalid`. */
export async function importCodes(dataFolder: string, file: string): Promise<CodeRelease> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new OslerError('not_found', 'There is no such file.')
  if (found.size > MOST_BYTES)
    throw new OslerError(
      'codes_invalid',
      `The file has ${found.size} bytes; an order file has fewer than ${MOST_BYTES}.`,
    )
  const rows = readOrderFile(await readFile(file))
  const codes = new Map(rows.map(({ code, ...released }) => [code, released]))
  const release = { name: basename(file), importedAt: new Date(), codes }
  await saveRelease(dataFolder, release)
  return release
}
