import type { ItemChange } from '../domain/correct-items.ts'
import { type Seen, TRANSCRIPT, type VersionedTranscript } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Item } from '../domain/transcript.ts'
import type { Handle } from '../store/tables.ts'
import { readRecord } from './read.ts'
import { checkUnfixed, revise } from './revise.ts'

/** Long texts take long to compare, so that this is not done where requests are answered. */
type CorrectItems = (items: Item[], change: ItemChange) => Promise<Item[]>

/** Corrects the transcript by one step; answers it as it is then. Throws `not_found`, `not_ready`, `transcript_signed`, `changed_elsewhere`. */
export async function correct(
  { db, correctItems }: { db: Handle; correctItems: CorrectItems },
  caller: Caller,
  id: string,
  change: ItemChange,
  seen: Seen,
): Promise<VersionedTranscript> {
  const record = await readRecord(db, caller.tenantId, id)
  await checkUnfixed(db, record)
  const { items, version } = record.transcript
  const content = await correctItems(items, change)
  await revise(db, caller, id, { subject: TRANSCRIPT, current: version, content }, seen)
  return (await readRecord(db, caller.tenantId, id)).transcript
}
