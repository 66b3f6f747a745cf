import { createHash, createHmac } from 'node:crypto'

/** Who did what to which thing, when and from where. PATIENT DATA: ids and routes only, never what was said. */
export interface AuditLine {
  tenantId: string
  /** Of the key that was used; `operator`; empty where the server itself acted. */
  keyId: string
  /** The vendor's user that a token spoke for; empty of a key. */
  userId: string
  /** The address that it came from. */
  origin: string
  /** The method and pattern of a route: `GET /api/consultations/:id/transcript`; or `deleted`. */
  action: string
  /** The id of the thing. */
  subject: string
  /** How it was answered; null of what was about to be done. */
  status: number | null
}

/** A line in its place: what it says and the hash of the line before give its own. */
export interface ChainedLine extends AuditLine {
  number: number
  at: Date
  /** Of the process that wrote it; null of lines from before there were chains for each. */
  chain: string | null
  position: number | null
  hash: string
}

/** What a chain begins with: a line whose subject is the hash that it follows, or nothing. */
export const CHAIN_BEGINS = 'chain begins'

/** The hash of a line under a key that is not in the database, so that who can write there cannot make one. */
export function signLine(key: string, previousHash: string, line: Omit<ChainedLine, 'number' | 'hash'>): string {
  const { at, tenantId, keyId, userId, origin, action, subject, status, chain, position } = line
  const said = [
    previousHash,
    chain,
    position,
    at.toISOString(),
    tenantId,
    keyId,
    userId,
    origin,
    action,
    subject,
    status,
  ]
  return createHmac('sha256', key).update(JSON.stringify(said)).digest('hex')
}

/** The hash of a line from before there was a key. */
function hashLine(previousHash: string, line: Omit<ChainedLine, 'number' | 'hash'>): string {
  const { at, tenantId, keyId, origin, action, subject } = line
  const said = JSON.stringify([previousHash, at.toISOString(), tenantId, keyId, origin, action, subject])
  return createHash('sha256').update(said).digest('hex')
}

/** Follows every chain, line by line in the order in which they were written. */
export function openChains(key: string) {
  const heads = new Map<string | null, { position: number; hash: string }>()
  return {
    /** Whether the line follows from the one before it in its chain. */
    follows(line: ChainedLine): boolean {
      const head = heads.get(line.chain) ?? { position: -1, hash: '' }
      const isNext = line.chain === null || line.position === head.position + 1
      const begins = line.chain === null || line.position !== 0 || line.action === CHAIN_BEGINS
      const hash = line.chain === null ? hashLine(head.hash, line) : signLine(key, head.hash, line)
      heads.set(line.chain, { position: line.position ?? 0, hash: line.hash })
      return isNext && begins && line.hash === hash
    },
  }
}
