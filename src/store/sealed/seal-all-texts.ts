import { sql } from 'kysely'
import type { Handle, Tables } from '../tables.ts'
import type { MasterKeys } from './master-keys.ts'
import { confidential, readStored } from './seal-texts.ts'

/** Every column that holds what `confidential` marks. */
export const SEALED_COLUMNS: readonly [keyof Tables, string][] = [
  ['consultations', 'details'],
  ['consultations', 'visit'],
  ['recordings', 'source'],
  ['jobs', 'hearing'],
  ['jobs', 'note_options'],
  ['jobs', 'echo'],
  ['stretches', 'words'],
  ['transcripts', 'items'],
  ['transcripts', 'voices'],
  ['session_items', 'content'],
  ['session_voices', 'embedding'],
  ['notes', 'sections'],
  ['revisions', 'content'],
  ['records', 'data'],
  ['templates', 'content'],
  ['vocabularies', 'content'],
  ['kept_answers', 'answer'],
  ['set_aside', 'about'],
  ['set_aside', 'content'],
]

/** Rows of one statement: others wait for the embedded database meanwhile. */
const AT_ONCE = 100
/** So many letters of base64 say nothing but the key's id of eight bytes. */
const ID_LETTERS = 10

/** Seals every text that is kept in the plain or under an older key; answers how many. Throws `key_lost`. */
export async function sealAllTexts(db: Handle, keys: MasterKeys): Promise<number> {
  const sealed = `{"sealed": "${keys.current.id.toString('base64').slice(0, ID_LETTERS)}%`
  let count = 0
  for (const [table, column] of SEALED_COLUMNS) {
    const [from, text] = [sql.table(table), sql`${sql.ref(column)}::text`]
    for (;;) {
      const { rows } = await sql<{ place: string; text: string }>`
        select ctid::text as place, ${text} as text from ${from} where ${text} not like ${sealed} limit ${AT_ONCE}
      `.execute(db)
      for (const row of rows) {
        const value = confidential(readStored(JSON.parse(row.text), keys) as object)
        // Who changed it meanwhile has sealed it.
        await sql`
          update ${from} set ${sql.ref(column)} = ${value}::jsonb where ctid = ${row.place}::tid and ${text} = ${row.text}
        `.execute(db)
      }
      count += rows.length
      if (rows.length < AT_ONCE) break
    }
  }
  return count
}
