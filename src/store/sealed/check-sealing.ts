import { sql } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import type { Handle } from '../tables.ts'
import type { MasterKeys } from './master-keys.ts'

/**
 * Refuses to open a sealed store without its key, and notes the key that seals from now on: whoever forgets the setting
 * would store in the plain, and nobody would see it. Throws `key_lost`.
 */
export async function checkSealing(db: Handle, keys: MasterKeys | undefined): Promise<void> {
  const isSealed = await refuseUnsealed(db, keys)
  if (keys === undefined) {
    if (!isSealed && (await looksSealed(db))) throw unsealed('it was first sealed with')
    return
  }
  await db
    .updateTable('installation')
    .set({ sealed_with: keys.current.id.toString('hex') })
    .execute()
}

/** Refuses to go on where what is stored from now on is sealed with a key that is not here; answers whether it is sealed. Throws `key_lost`. */
export async function refuseUnsealed(db: Handle, keys: MasterKeys | undefined): Promise<boolean> {
  const { sealed_with } = await db.selectFrom('installation').select('sealed_with').executeTakeFirstOrThrow()
  if (sealed_with === null) return false
  if (keys === undefined) throw unsealed(sealed_with)
  keys.find(Buffer.from(sealed_with, 'hex'))
  return true
}

const unsealed = (key: string) =>
  new OslerError(
    'key_lost',
    `What is stored is sealed with the key ${key}, and OSLER_MASTER_KEY is not set: set it. Nothing is opened or stored without it.`,
  )

/** Of a store that was sealed before its key was noted: by its newest consultation. */
async function looksSealed(db: Handle): Promise<boolean> {
  const newest = db.selectFrom('consultations').select(sql<string>`details::text`.as('text')).orderBy('id', 'desc')
  return /^\{"sealed": ?"/.test((await newest.limit(1).executeTakeFirst())?.text ?? '')
}
