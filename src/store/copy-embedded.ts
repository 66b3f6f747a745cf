import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { copyFolder } from '../platform/copy-folder.ts'

type Ask = (sql: string) => Promise<{ rows: object[] }[]>

/** The log of changes, by which a copy becomes whole. */
const LOG = 'pg_wal'

/**
 * Copies the embedded database's files while it works, as PostgreSQL's own base backups do: what is changed meanwhile stands
 * in the log, which is copied last and applied when the copy is opened. Throws `backup_failed`.
 * https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
export async function copyEmbedded(ask: Ask, folder: string, target: string): Promise<void> {
  await ask(`select pg_backup_start('osler', true)`).catch((cause) => {
    throw new OslerError('backup_failed', 'Another backup is under way: wait for its end.', {}, { cause })
  })
  let label: string
  try {
    await copyFolder(folder, target, { skips: (path) => path.startsWith(`${LOG}/`) })
  } finally {
    const [stopped] = await ask('select labelfile from pg_backup_stop(wait_for_archive => false)')
    label = (stopped?.rows[0] as { labelfile: string } | undefined)?.labelfile ?? ''
  }
  const [, first = ''] = /\(file (\w{24})\)/.exec(label) ?? []
  let hasFirst = false
  await copyFolder(join(folder, LOG), join(target, LOG), {
    skips(path) {
      if (path === first) hasFirst = true
      return path < first
    },
  })
  // It keeps half a gigabyte of changes at least.
  if (!hasFirst) throw new OslerError('backup_failed', 'Too much was changed while it was copied: try again.')
  await writeFile(join(target, 'backup_label'), label, { mode: 0o600, flush: true })
}
