import type { Handle } from './tables.ts'

/** Rows of one statement: others wait for the embedded database meanwhile. */
const AT_ONCE = 1000

/** Notes which files are named by nothing now: one that was found so before keeps its time, one that is not any more loses it. */
export async function noteOrphans(db: Handle, keys: readonly string[], now: Date): Promise<void> {
  const found = new Set(keys)
  const known = (await db.selectFrom('orphans').select('blob_key').execute()).map(({ blob_key }) => blob_key)
  const over = known.filter((key) => !found.has(key))
  for (const some of inParts(over)) await db.deleteFrom('orphans').where('blob_key', 'in', some).execute()
  const before = new Set(known)
  const rows = keys.filter((key) => !before.has(key)).map((blob_key) => ({ blob_key, seen_at: now }))
  for (const some of inParts(rows)) {
    await db
      .insertInto('orphans')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Files that were first found to be named by nothing before `time`. */
export async function listOrphansSince(db: Handle, time: Date): Promise<string[]> {
  const rows = await db.selectFrom('orphans').select('blob_key').where('seen_at', '<=', time).execute()
  return rows.map(({ blob_key }) => blob_key)
}

function* inParts<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let first = 0; first < values.length; first += AT_ONCE) yield values.slice(first, first + AT_ONCE)
}
