import { OslerError } from '../../domain/errors.ts'
import type { Blobs } from '../../store/blobs.ts'
import { isBlobNamed } from '../../store/consultations.ts'
import { ensureInstallation } from '../../store/installation.ts'
import { listNamedBlobs } from '../../store/named-blobs.ts'
import type { Handle } from '../../store/tables.ts'

/**
 * Sees that the recordings are this database's, and says so beside them where nothing does yet: an empty or another
 * database names none of them, and all would look as if nobody needed them. Throws `store_foreign`.
 */
export async function pairRecordings(db: Handle, blobs: Blobs): Promise<void> {
  const id = await ensureInstallation(db)
  const owner = await blobs.readOwner()
  if (owner === id) return
  if (owner !== undefined) throw foreign(`The recordings belong to another database (${owner}).`, id)
  if (!(await lookLikeOurs(db, blobs)))
    throw foreign('Of what the database names and of the recordings that are there, nothing agrees.', id)
  await blobs.writeOwner(id)
  await checkPaired(db, blobs)
}

/** The same while the server runs: a disk may have been taken out. Throws `store_foreign`. */
export async function checkPaired(db: Handle, blobs: Blobs): Promise<void> {
  const id = await ensureInstallation(db)
  if ((await blobs.readOwner()) !== id) throw foreign('The recordings do not belong to this database.', id)
}

/** An embedded database that is not there is not made anew beside recordings that have one. Throws `store_foreign`. */
export async function refuseLostDatabase(blobs: Blobs, databaseFolder: string): Promise<void> {
  const owner = await blobs.readOwner()
  if (owner === undefined) return
  throw new OslerError(
    'store_foreign',
    `The recordings belong to a database (${owner}) that is not in ${databaseFolder}: put it back, set OSLER_DATABASE_URL, ` +
      'or begin with an empty OSLER_DATA. Nothing was changed.',
  )
}

/** Nothing on either side, or at least one file that a row names: what was kept before there were marks. */
async function lookLikeOurs(db: Handle, blobs: Blobs): Promise<boolean> {
  let isEmpty = true
  for await (const { key } of blobs.list()) {
    if (await isBlobNamed(db, key)) return true
    isEmpty = false
  }
  return isEmpty && (await listNamedBlobs(db)).length === 0
}

const foreign = (what: string, id: string) =>
  new OslerError(
    'store_foreign',
    `${what} Set OSLER_DATA and OSLER_DATABASE_URL to what belongs together. Where these do, or where recordings are ` +
      `lost for good, write ${id} into the file (in a bucket the object) .owner beside them.`,
  )
