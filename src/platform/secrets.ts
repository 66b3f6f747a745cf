import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { newId } from '../domain/ids.ts'

/** The file with the token that opens the operator's routes; whoever can read it is the operator. */
export const operatorTokenFile = (dataFolder: string) => join(dataFolder, 'secrets', 'operator-token')

/** The file with the secret that signs tokens: who has it can make any. */
export const tokenSecretFile = (dataFolder: string) => join(dataFolder, 'secrets', 'token-secret')

/** The file with the key of the audit trail's hashes, which the database does not have. */
export const auditKeyFile = (dataFolder: string) => join(dataFolder, 'secrets', 'audit-key')

/** The file with the key that was made at the first start, so that each start can show it again. */
export const firstKeyFile = (dataFolder: string) => join(dataFolder, 'secrets', 'first-api-key')

/**
 * The secret in the file; where there is no file yet, `make` gives it and it is written, readable by this user alone. Of
 * processes that start together all get the same. Throws `secret_unreadable`: a new secret over one that is only out of
 * reach would end every token, and lock the operator out.
 */
export async function readOrMakeSecret(file: string, make: () => string | Promise<string>): Promise<string> {
  const known = await readSecret(file)
  if (known !== undefined) return known
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await write(file, await make())
  return readOrMakeSecret(file, make)
}

export const newToken = () => randomBytes(32).toString('base64url')

/** Undefined where there is no file. */
async function readSecret(file: string): Promise<string | undefined> {
  const secret = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(
      `The secret in ${file} cannot be read (${error.code}): see to the disk and the rights of the file`,
      error,
    )
  })
  if (secret === undefined || secret.trim()) return secret?.trim()
  throw unreadable(`The secret in ${file} is empty: put it back from a backup, or delete the file`)
}

const unreadable = (what: string, cause?: unknown) =>
  new OslerError('secret_unreadable', `${what}. Nothing was changed.`, {}, { cause })

/** Whole and on the disk, or not at all; a link leaves alone what another process has put there meanwhile. */
async function write(file: string, secret: string): Promise<void> {
  const unfinished = `${file}.${newId()}.part`
  try {
    await using made = await open(unfinished, 'wx', 0o600)
    await made.writeFile(`${secret}\n`)
    await made.sync()
    await link(unfinished, file).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
    await using folder = await open(dirname(file))
    await folder.sync()
  } finally {
    await rm(unfinished, { force: true })
  }
}
