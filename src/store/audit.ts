import { sql } from 'kysely'
import { type AuditLine, type ChainedLine, findBreak, hashLine } from '../domain/audit.ts'
import { newId } from '../domain/ids.ts'
import type { Handle } from './tables.ts'

/** Lines are written one after the other, by whatever process: each needs the hash of the one before. */
const LOCK = 1849
const PAGE = 1000

/** Adds a line to the trail, in the transaction where there is one. */
export async function appendAudit(db: Handle, line: Omit<AuditLine, 'at'>): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => appendAudit(trx, line))
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  const last = await db.selectFrom('audit').select('hash').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const dated = { ...line, at: new Date() }
  const { at, tenantId, keyId, origin, action, subject } = dated
  await db
    .insertInto('audit')
    .values({
      ...{ id: newId(), tenant_id: tenantId, key_id: keyId, at, origin, action, subject },
      hash: hashLine(last?.hash ?? '', dated),
    })
    .execute()
}

/** The newest lines, newest first. */
export async function listAudit(
  db: Handle,
  { limit, tenantId }: { limit: number; tenantId?: string | undefined },
): Promise<ChainedLine[]> {
  const query = selectLines(db).orderBy('number', 'desc').limit(limit)
  return (await (tenantId ? query.where('tenant_id', '=', tenantId) : query).execute()).map(readLine)
}

export interface AuditCheck {
  /** How many lines were checked. */
  lines: number
  /** Of the last line: noted elsewhere, it shows later whether lines were cut off the end. */
  lastHash: string
  /** The number of the first line that does not follow from the one before. */
  brokenAt?: number
}

/** Reads the trail from its first hashed line to its last. */
export async function verifyAudit(db: Handle): Promise<AuditCheck> {
  let [lines, after, lastHash] = [0, 0, '']
  for (;;) {
    const query = selectLines(db).where('number', '>', String(after)).where('hash', '<>', '')
    const page = (await query.orderBy('number').limit(PAGE).execute()).map(readLine)
    const brokenAt = findBreak(lastHash, page)
    lines += page.length
    lastHash = page.at(-1)?.hash ?? lastHash
    after = page.at(-1)?.number ?? after
    if (brokenAt !== undefined) return { lines, lastHash, brokenAt }
    if (page.length < PAGE) return { lines, lastHash }
  }
}

const selectLines = (db: Handle) =>
  db
    .selectFrom('audit')
    .select(['number', 'at', 'tenant_id as tenantId', 'key_id as keyId', 'origin', 'action', 'subject', 'hash'])

// Drivers give a bigint as text.
const readLine = ({ number, ...line }: Omit<ChainedLine, 'number'> & { number: string }): ChainedLine => ({
  ...{ number: Number(number), ...line },
})
