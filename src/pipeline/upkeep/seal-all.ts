import type { Kysely } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import type { Blobs } from '../../store/blobs.ts'
import { isSealedWith } from '../../store/blobs-sealed.ts'
import { isBlobNamed } from '../../store/consultations.ts'
import type { MasterKeys } from '../../store/sealed/master-keys.ts'
import { sealAllTexts } from '../../store/sealed/seal-all-texts.ts'
import type { Tables } from '../../store/tables.ts'

interface SealTools {
  db: Kysely<Tables>
  blobs: Blobs
  /** The same as they lie on the disk. */
  files: Blobs
  keys: MasterKeys | undefined
}

/**
 * Seals what was kept before there was a master key, or under one of before, so that the newest alone opens everything.
 * Called again, it goes on. Answers how much it sealed. Throws `request_invalid` where there is no key, and `key_lost`.
 */
export async function sealAll({ db, blobs, files, keys }: SealTools): Promise<Record<'texts' | 'recordings', number>> {
  if (keys === undefined)
    throw new OslerError('request_invalid', 'Nothing can be sealed: set OSLER_MASTER_KEY, and start the server anew.')
  const texts = await sealAllTexts(db, keys)
  let recordings = 0
  for await (const { key } of files.list()) {
    // What no row names is new, and sealed, or is swept.
    if (!(await isBlobNamed(db, key)) || (await isSealedWith(files, key, keys.current))) continue
    await blobs.put(key, await blobs.read(key))
    recordings += 1
    // Deleted while it was sealed: it stays so.
    if (!(await isBlobNamed(db, key))) await blobs.delete(key)
  }
  return { texts, recordings }
}
