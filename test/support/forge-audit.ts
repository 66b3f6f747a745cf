import { type RawBuilder, sql } from 'kysely'
import type { Audit } from '../../src/store/audit.ts'
import type { Handle } from '../../src/store/tables.ts'
import type { Random } from './random.ts'

/** What somebody who can write the table may do to a line, by its number; each leaves the trail other than it was. */
const FORGERIES: Record<string, (number: string) => RawBuilder<unknown>> = {
  'a key': (number) => sql`update audit set key_id = key_id || 'x' where number = ${number}`,
  'a user': (number) => sql`update audit set user_id = user_id || 'x' where number = ${number}`,
  'an origin': (number) => sql`update audit set origin = '10.0.0.1' where number = ${number}`,
  'an action': (number) => sql`update audit set action = 'GET /x' where number = ${number}`,
  'a subject': (number) => sql`update audit set subject = subject || 'x' where number = ${number}`,
  'a status': (number) => sql`update audit set status = 299 where number = ${number}`,
  'a time': (number) => sql`update audit set at = at - interval '1 second' where number = ${number}`,
  'a tenant': (number) => sql`update audit set tenant_id = tenant_id || 'x' where number = ${number}`,
  'a line taken out': (number) => sql`delete from audit where number = ${number}`,
  'the end cut off': (number) => sql`delete from audit where number >= ${number}`,
  'the end of one chain cut off': (number) =>
    sql`delete from audit where number >= ${number} and chain = (select chain from audit where number = ${number})`,
  'all but the beginning of a chain': (number) =>
    sql`delete from audit where position > 0 and chain = (select chain from audit where number = ${number})`,
  'a line more at the end of its chain': (number) =>
    addLike(number, sql`a.chain, (select max(position) + 1 from audit where chain = a.chain)`),
  'a chain of its own': (number) => addLike(number, sql`gen_random_uuid(), 0`),
}

const addLike = (number: string, place: RawBuilder<unknown>) => sql`
  insert into audit (id, at, tenant_id, key_id, user_id, origin, action, subject, status, hash, chain, position)
  select gen_random_uuid(), at, tenant_id, key_id, user_id, origin, action, subject, status, hash, ${place}
  from audit a where number = ${number}`

/** Which of so many forgeries, at lines by chance, the trail does not see. */
export async function forgeUnseen(
  db: Handle,
  open: (db: Handle) => Audit,
  count: number,
  random: Random,
): Promise<string[]> {
  const numbers = (await db.selectFrom('audit').select('number').orderBy('number').execute()).map(
    ({ number }) => number,
  )
  const unseen: string[] = []
  const names = Object.keys(FORGERIES)
  const undo = new Error('undone')
  for (let at = 0; at < count; at++) {
    const [name = '', number = ''] = [names[at % names.length], random.pick(numbers)]
    await db
      .transaction()
      .execute(async (trx) => {
        const changed = await FORGERIES[name]?.(number).execute(trx)
        const { brokenAt, isCut } = await open(trx).verify()
        if (changed?.numAffectedRows !== 0n && brokenAt === undefined && !isCut) unseen.push(`${name}, line ${number}`)
        throw undo
      })
      .catch((error) => {
        if (error !== undo) throw error
      })
  }
  return unseen
}
