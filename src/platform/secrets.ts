import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The file with the token that opens the operator's routes; whoever can read it is the operator. */
export const operatorTokenFile = (dataFolder: string) => join(dataFolder, 'secrets', 'operator-token')

/** The file with the secret that signs tokens: who has it can make any. */
export const tokenSecretFile = (dataFolder: string) => join(dataFolder, 'secrets', 'token-secret')

/** The file with the key that was made at the first start, so that each start can show it again. */
export const firstKeyFile = (dataFolder: string) => join(dataFolder, 'secrets', 'first-api-key')

/** The secret in the file; where there is none yet, `make` gives it and it is written, readable by this user alone. */
export async function readOrMakeSecret(file: string, make: () => string | Promise<string>): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.trim()) return known.trim()
  const secret = await make()
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

export const newToken = () => randomBytes(32).toString('base64url')
