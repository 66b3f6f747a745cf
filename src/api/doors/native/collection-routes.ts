import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { List } from '../../capabilities.ts'
import type { App } from '../../door.ts'
import type { Sort } from './collections.ts'
import { Failure, Id } from './schemas.ts'

const read = { scope: 'read' } as const
const write = { scope: 'submit' } as const

/** What a client calls its own thing: the id that it has with another vendor may be kept. */
const OwnId = z.object({ id: z.string().regex(/^[\w.:-]{1,100}$/, 'must be letters, digits, _ . : and -') })

/** Make, list, read, change and delete the things of one sort. */
export function collectionRoutes(app: App, sort: Sort, kept: List): void {
  const { noun, plural, shape } = sort
  const One = shape.extend({ id: z.string() })
  const shared: Shared = {
    ...{ sort, kept, path: `/api/${plural}`, One },
    tags: [plural.charAt(0).toUpperCase() + plural.slice(1)],
    format: (thing) => One.parse(thing),
    missing: () => new OslerError('not_found', `There is no ${noun} with this id.`),
  }
  makeRoute(app, shared)
  readRoutes(app, shared)
  changeRoutes(app, shared)
}

/** What the routes of a sort have in common. */
interface Shared {
  sort: Sort
  kept: List
  path: string
  tags: string[]
  One: z.ZodObject
  format(thing: { id: string }): Record<string, unknown>
  missing(): OslerError
}

function makeRoute(app: App, { sort, kept, path, tags, One, format }: Shared): void {
  app.post(
    path,
    { config: write, schema: { tags, body: sort.shape, response: { 201: One, '4xx': Failure } } },
    async (request, reply) => {
      const { tenantId, body } = request
      const made = await request.answerOnce(body, async () => {
        await sort.check?.(kept, tenantId, body)
        return format(await kept.add(tenantId, body))
      })
      return reply.code(201).header('location', `${path}/${made.id}`).send(made)
    },
  )
}

function readRoutes(app: App, { sort: { plural }, kept, path, tags, One, format, missing }: Shared): void {
  app.get(
    path,
    { config: read, schema: { tags, response: { 200: z.object({ [plural]: z.array(One) }) } } },
    async ({ tenantId }) => ({ [plural]: (await kept.read(tenantId)).map(format) }),
  )

  app.get(
    `${path}/:id`,
    { config: read, schema: { tags, params: Id, response: { 200: One, '4xx': Failure } } },
    async ({ tenantId, params }) => {
      const found = await kept.find(tenantId, params.id)
      if (found) return format(found)
      throw missing()
    },
  )
}

function changeRoutes(app: App, { sort, kept, path, tags, One, format, missing }: Shared): void {
  app.put(
    `${path}/:id`,
    {
      config: write,
      schema: { tags, params: OwnId, body: sort.shape, response: { 200: One, 201: One, '4xx': Failure } },
    },
    async ({ tenantId, params: { id }, body }, reply) => {
      await sort.check?.(kept, tenantId, body, id)
      const thing = { ...body, id }
      const isNew = await kept.put(tenantId, thing)
      return reply.code(isNew ? 201 : 200).send(format(thing))
    },
  )

  app.delete(
    `${path}/:id`,
    { config: { scope: 'delete' }, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ tenantId, params }, reply) => {
      if (await kept.delete(tenantId, params.id)) return reply.code(204).send(null)
      throw missing()
    },
  )
}
