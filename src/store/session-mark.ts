import { sql } from 'kysely'
import { TRANSCRIPT } from '../domain/revision.ts'
import type { Handle } from './tables.ts'

/**
 * A text that changes with whatever a live view of the tenant's session shows: its items and voices, which recordings there
 * are and how far each is, and what people corrected. One query, which reads nothing that was said.
 */
export async function readSessionMark(db: Handle, tenantId: string, id: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    with own as (select id from consultations where id = ${id} and tenant_id = ${tenantId})
    select concat_ws('/',
      coalesce((select sequence from sessions where id in (select id from own)), 0),
      coalesce((select max(version) from revisions
        where consultation_id in (select id from own) and subject = ${TRANSCRIPT}), 0),
      (select md5(string_agg(concat_ws(',', id, position, series_id, started_at, ended_at), ';' order by id))
        from recordings where consultation_id in (select id from own)),
      (select md5(string_agg(concat_ws(',', id, status, duration_ms, finished_at), ';' order by id))
        from jobs where consultation_id in (select id from own)),
      (select count(*) from series where consultation_id in (select id from own))
    ) as mark`.execute(db)
  return rows[0]?.mark ?? ''
}
