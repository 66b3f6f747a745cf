import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { deleteRecords, findRecord, insertRecord, listRecords, updateRecord } from '../../../store/records.ts'
import type { Handle } from '../../../store/tables.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { answerOnce } from '../../http/idempotency.ts'
import { Failure, Id } from './schemas.ts'

/** Things of one sort that a tenant makes, changes and deletes, as `/api/templates`. */
export interface Collection {
  /** What one is called: `template`. */
  noun: string
  /** What they are called in the path, in the list and in the store: `templates`. */
  plural: string
  /** The fields of one. */
  shape: z.ZodObject
  /** Refuses what does not go with the others that the tenant has, `id` being the one that is changed. */
  check?: (db: Handle, tenantId: string, body: Record<string, unknown>, id?: string) => Promise<void>
}

/** Make, list, read, change and delete the things of a collection. */
export function collectionRoutes(app: App, { db }: DoorDependencies, collection: Collection): void {
  const { noun, plural, shape, check } = collection
  const path = `/api/${plural}`
  const read = { scope: 'read' } as const
  const write = { scope: 'submit' } as const
  const tags = [plural.charAt(0).toUpperCase() + plural.slice(1)]
  const One = shape.extend({ id: z.string() })
  const one = { 200: One, '4xx': Failure }
  const missing = () => new OslerError('not_found', `There is no ${noun} with this id.`)
  const print = ({ id, data }: { id: string; data: Record<string, unknown> }) => One.parse({ id, ...data })

  app.post(
    path,
    { config: write, schema: { tags, body: shape, response: { 201: One, '4xx': Failure } } },
    async (request, reply) => {
      const made = await answerOnce(db, request, request.body, async () => {
        const { tenantId, body } = request
        await check?.(db, tenantId, body)
        const record = await insertRecord(db, { tenantId, collection: plural, data: body })
        if (record) return print(record)
        throw new OslerError('internal')
      })
      return reply.code(201).header('location', `${path}/${made.id}`).send(made)
    },
  )

  app.get(
    path,
    { config: read, schema: { tags, response: { 200: z.object({ [plural]: z.array(One) }) } } },
    async ({ tenantId }) => ({ [plural]: (await listRecords(db, tenantId, plural)).map(print) }),
  )

  app.get(
    `${path}/:id`,
    { config: read, schema: { tags, params: Id, response: one } },
    async ({ tenantId, params }) => {
      const found = await findRecord(db, tenantId, plural, params.id)
      if (found) return print(found)
      throw missing()
    },
  )

  app.put(
    `${path}/:id`,
    { config: write, schema: { tags, params: Id, body: shape, response: one } },
    async ({ tenantId, params, body }) => {
      await check?.(db, tenantId, body, params.id)
      const changed = await updateRecord(db, tenantId, plural, params.id, body)
      if (changed) return print(changed)
      throw missing()
    },
  )

  app.delete(
    `${path}/:id`,
    { config: write, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ tenantId, params }, reply) => {
      const { count } = await deleteRecords(db, tenantId, plural, [params.id])
      if (count > 0) return reply.code(204).send(null)
      throw missing()
    },
  )
}
