import { type Audit, openAudit } from '../../src/store/audit.ts'
import type { Handle } from '../../src/store/tables.ts'

/** The trail of a process that keeps nothing beside the database, or the head that is given. */
export function openTestTrail(db: Handle, head: { hash?: string } = {}, key = 'a key of the tests'): Audit {
  return openAudit(db, key, {
    read: async () => head.hash,
    write: (hash) => {
      head.hash = hash
    },
  })
}
