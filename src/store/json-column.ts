import type { JSONColumnType } from 'kysely'

/** Arrays need JSON text on the way in: the drivers would send them as PostgreSQL arrays. */
export type Json<Value extends object> = JSONColumnType<Value, string, string>
