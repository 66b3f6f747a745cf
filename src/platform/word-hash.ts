import { createHash } from 'node:crypto'
import { openKeyedHash } from './keyed-hash.ts'

/** Words as numbers from which only who has the secret can tell them. */
export interface WordHash {
  /** Which secret they are made with; says nothing of it. */
  readonly madeWith: string
  /** A number of 64 bits, in decimal; each tenant and sort has its own. */
  of(tenantId: string, sort: string, word: string): string
}

export function openWordHash(secret: string): WordHash {
  const hash = openKeyedHash(secret)
  return {
    madeWith: createHash('sha256').update('osler search').update(secret).digest('base64url').slice(0, 16),
    of: (tenantId, sort, word) =>
      Buffer.from(hash('search', tenantId, sort, word), 'base64url')
        .readBigInt64BE()
        .toString(),
  }
}
