import { join } from 'node:path'
import type { Logger } from 'pino'
import { openHeadFile } from '../platform/head-file.ts'
import { auditKeyFile, newToken, readOrMakeSecret } from '../platform/secrets.ts'
import { type Audit, openAudit } from '../store/audit.ts'
import type { Handle } from '../store/tables.ts'

const HOUR_MS = 3_600_000

/**
 * The audit trail, under a key of the data folder. What was written last is kept beside the database, and told to the log
 * every hour, so that lines that are cut off the end are missed.
 */
export async function openTrail(data: string, db: Handle, log: Logger, opened: AsyncDisposableStack): Promise<Audit> {
  const head = opened.use(openHeadFile(join(data, 'audit-head')))
  const audit = openAudit(db, await readOrMakeSecret(auditKeyFile(data), newToken), head)
  const timer = setInterval(() => void tell().catch((error) => log.error({ error }, 'audit')), HOUR_MS).unref()
  opened.defer(() => clearInterval(timer))
  const tell = async () => log.info({ hash: await head.read() }, 'audit head')
  return audit
}
