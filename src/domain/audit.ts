import { createHash } from 'node:crypto'

/** Who did what to which thing, when and from where. PATIENT DATA: ids and routes only, never what was said. */
export interface AuditLine {
  at: Date
  tenantId: string
  /** Of the key that was used; empty where the server itself acted. */
  keyId: string
  /** The address that it came from. */
  origin: string
  /** The method and pattern of a route: `GET /api/consultations/:id/transcript`; or `deleted`. */
  action: string
  /** The id of the thing. */
  subject: string
}

/** A line in its place: what it says and the hash of the line before give its own. */
export interface ChainedLine extends AuditLine {
  number: number
  hash: string
}

export function hashLine(previousHash: string, { at, tenantId, keyId, origin, action, subject }: AuditLine): string {
  const said = JSON.stringify([previousHash, at.toISOString(), tenantId, keyId, origin, action, subject])
  return createHash('sha256').update(said).digest('hex')
}

/** The number of the first line that does not follow from the one before it: it, or one before it, was changed or taken out. */
export function findBreak(previousHash: string, lines: readonly ChainedLine[]): number | undefined {
  let previous = previousHash
  for (const line of lines) {
    if (line.hash !== hashLine(previous, line)) return line.number
    previous = line.hash
  }
  return undefined
}
