import { type AuditLine, CHAIN_BEGINS, type ChainedLine, openChains, signLine } from '../domain/audit.ts'
import { newId } from '../domain/ids.ts'
import type { Handle } from './tables.ts'

const PAGE = 1000
/** Lines that wait for one another are written in one statement. */
const MOST_AT_ONCE = 500

/** What is known of the newest line that this process wrote, outside the database. */
export interface HeadFile {
  read(): Promise<string | undefined>
  /** Soon, and by the time that this process ends. */
  write(hash: string): void
}

interface AuditCheck {
  /** How many lines were checked. */
  lines: number
  /** Of the newest line. */
  lastHash: string
  /** The number of the first line that does not follow from the one before. */
  brokenAt?: number
  /** A line that was written last is not there: lines were cut off the end. */
  isCut?: true
}

export interface Audit {
  /** Adds a line; when this returns it is in the database. */
  append(line: AuditLine): Promise<void>
  /** Reads the trail from its first hashed line to its last. */
  verify(): Promise<AuditCheck>
}

/**
 * The trail of a process: a chain of lines under a key that is not in the database. Each process has its own, so that none
 * waits for another; a chain begins with the hash that it follows.
 */
export function openAudit(db: Handle, key: string, head: HeadFile): Audit {
  const waiting: { line: AuditLine; done: PromiseWithResolvers<void> }[] = []
  let isWriting = false
  let last: { chain: string; position: number; hash: string } | undefined

  async function writeWaiting(): Promise<void> {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      const some = waiting.splice(0, MOST_AT_ONCE)
      try {
        last ??= await beginChain(db, key, await findBefore(db, head))
        last = await insertLines(
          db,
          key,
          last,
          some.map(({ line }) => line),
        )
        head.write(last.hash)
        for (const { done } of some) done.resolve()
      } catch (error) {
        // It may or may not be there: the next line begins a chain that follows what surely is.
        last = undefined
        for (const { done } of some) done.reject(error)
      }
    }
    isWriting = false
  }

  return {
    append(line) {
      const done = Promise.withResolvers<void>()
      waiting.push({ line, done })
      void writeWaiting()
      return done.promise
    },

    async verify() {
      const newest = last?.hash ?? (await head.read())
      const check = await checkLines(db, key)
      const isCut = newest !== undefined && newest !== '' && !(await hasHash(db, newest))
      return { ...check, ...(isCut && { isCut: true as const }) }
    },
  }
}

type Head = { chain: string; position: number; hash: string }

const SERVER = { tenantId: '', keyId: '', userId: '', origin: '', status: null }

const beginChain = (db: Handle, key: string, follows: string): Promise<Head> =>
  insertLines(db, key, { chain: newId(), position: -1, hash: '' }, [
    { ...SERVER, action: CHAIN_BEGINS, subject: follows },
  ])

async function insertLines(db: Handle, key: string, head: Head, lines: readonly AuditLine[]): Promise<Head> {
  let { position, hash } = head
  const { chain } = head
  const rows = lines.map((line) => {
    const placed = { ...line, at: new Date(), chain, position: ++position }
    hash = signLine(key, hash, placed)
    const { tenantId: tenant_id, keyId: key_id, userId: user_id, ...same } = placed
    return { id: newId(), ...same, tenant_id, key_id, user_id, hash }
  })
  await db.insertInto('audit').values(rows).execute()
  return { chain, position, hash }
}

/**
 * What a new chain follows: the newest line, so that the end of a chain whose process was killed cannot be cut off unseen;
 * or the one that was written last as far as is known outside, where that is gone already.
 */
async function findBefore(db: Handle, head: HeadFile): Promise<string> {
  const known = await head.read()
  return known && !(await hasHash(db, known)) ? known : findLastHash(db)
}

async function findLastHash(db: Handle): Promise<string> {
  const row = await db.selectFrom('audit').select('hash').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.hash ?? ''
}

async function hasHash(db: Handle, hash: string): Promise<boolean> {
  return (await db.selectFrom('audit').select('id').where('hash', '=', hash).executeTakeFirst()) !== undefined
}

async function checkLines(db: Handle, key: string): Promise<AuditCheck> {
  const chains = openChains(key)
  let [lines, after, lastHash] = [0, 0, '']
  for (;;) {
    const query = selectLines(db).where('number', '>', String(after)).where('hash', '<>', '')
    const page = (await query.orderBy('number').limit(PAGE).execute()).map(readLine)
    for (const line of page) {
      const isKnown = line.action !== CHAIN_BEGINS || line.subject === '' || (await hasHash(db, line.subject))
      if (!chains.follows(line) || !isKnown) return { lines, lastHash, brokenAt: line.number }
      lines += 1
      lastHash = line.hash
      after = line.number
    }
    if (page.length < PAGE) return { lines, lastHash }
  }
}

/** The newest lines, newest first. */
export async function listAudit(
  db: Handle,
  { limit, tenantId }: { limit: number; tenantId?: string | undefined },
): Promise<ChainedLine[]> {
  const query = selectLines(db).orderBy('number', 'desc').limit(limit)
  return (await (tenantId ? query.where('tenant_id', '=', tenantId) : query).execute()).map(readLine)
}

/** What was done with one thing of a tenant, newest first; what was refused is left out. */
export async function listAccess(
  db: Handle,
  { tenantId, subject, limit }: { tenantId: string; subject: string; limit: number },
): Promise<ChainedLine[]> {
  const query = selectLines(db).where('subject', '=', subject).where('tenant_id', '=', tenantId)
  const answered = query.where((is) => is.or([is('status', 'is', null), is('status', '<', 400)]))
  return (await answered.orderBy('number', 'desc').limit(limit).execute()).map(readLine)
}

const selectLines = (db: Handle) =>
  db
    .selectFrom('audit')
    .select(['number', 'at', 'tenant_id as tenantId', 'key_id as keyId', 'user_id as userId', 'origin', 'action'])
    .select(['subject', 'status', 'chain', 'position', 'hash'])

// Drivers give a bigint as text.
const readLine = ({ number, ...line }: Omit<ChainedLine, 'number'> & { number: string }): ChainedLine => ({
  ...line,
  number: Number(number),
})
