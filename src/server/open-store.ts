import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { DEFAULT_TENANT } from '../domain/tenant.ts'
import { pairRecordings, refuseLostDatabase } from '../pipeline/upkeep/pair-recordings.ts'
import { refuseHalfRestored } from '../pipeline/upkeep/restore.ts'
import { SCRATCH_KEPT_MS } from '../pipeline/upkeep/start-upkeep.ts'
import { fetchSecret } from '../platform/fetch-secret.ts'
import { openScratch, type Scratch } from '../platform/open-scratch.ts'
import { claimFolder } from '../platform/server-file.ts'
import type { Blobs } from '../store/blobs.ts'
import { sealBlobs } from '../store/blobs-sealed.ts'
import { carryOverOwners } from '../store/carry-over-owners.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { checkSealing } from '../store/sealed/check-sealing.ts'
import { type MasterKeys, readMasterKeys } from '../store/sealed/master-keys.ts'
import type { Tables } from '../store/tables.ts'
import { ensureTenant } from '../store/tenants.ts'
import { openBlobs } from './open-blobs.ts'
import type { Config } from './settings.ts'

/** What is kept, and where work leaves what it needs for a while. */
export interface Store extends AsyncDisposable {
  database: Database
  db: Kysely<Tables>
  blobs: Blobs
  /** The recordings as they lie on the disk or in the bucket. */
  files: Blobs
  /** What seals both; undefined where they are kept in the plain. */
  keys: MasterKeys | undefined
  scratch: Scratch
}

/** Told how long those took that are asked, where it wants to know. */
export interface StoreObserver {
  databaseTook?(seconds: number): void
  bucketTook?(seconds: number): void
}

/** Opens the data folder and the database, brought up to date; both sealed where there is a key. Throws `store_foreign`, `key_lost`. */
export async function openStore(config: Config, { databaseTook, bucketTook }: StoreObserver = {}): Promise<Store> {
  const { data, databaseUrl, databaseDirectUrl: directUrl, masterKey } = config
  await using opened = new AsyncDisposableStack()
  opened.use(await claimFolder(data, databaseUrl ? 'shared' : 'alone'))
  await refuseHalfRestored(data)
  const keys = await readKeys(masterKey)
  // What is sealed on the disk is not to lie there in the plain while it is heard.
  const scratch = opened.use(
    await openScratch(join(data, 'scratch'), keys !== undefined, databaseUrl ? SCRATCH_KEPT_MS : 0),
  )
  const files = await openBlobs(config, bucketTook)
  const folder = join(data, 'database')
  if (!databaseUrl && !existsSync(folder)) await refuseLostDatabase(files, folder)
  const database = opened.use(await openDatabase({ url: databaseUrl, directUrl, folder, keys, took: databaseTook }))
  const { db } = database
  await (directUrl ? migrateAt(directUrl, keys) : migrate(db))
  await carryOverOwners(db)
  await ensureTenant(db, DEFAULT_TENANT)
  await pairRecordings(db, files)
  await checkSealing(db, keys)
  const stack = opened.move()
  return {
    ...{ database, db, files, keys, scratch },
    blobs: keys ? sealBlobs(files, keys) : files,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** What holds a lock needs a connection of its own. */
async function migrateAt(url: string, keys: MasterKeys | undefined): Promise<void> {
  await using database = await openDatabase({ url, folder: '', keys })
  await migrate(database.db)
}

/** The master keys that the setting names. */
export const readKeys = async (masterKey: string | undefined) =>
  masterKey ? readMasterKeys(await fetchSecret(masterKey, 'OSLER_MASTER_KEY')) : undefined
