import type { App } from '../door.ts'

/** Deeper than any field of a door lies. */
const MOST_LEVELS = 6

/**
 * Libraries of many languages write a field that has no value as null: in what is POSTed to this door it counts as left
 * out. In a PATCH null may take something back.
 */
export function dropNulls(app: App): void {
  app.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && !request.routeOptions.config.keepsNulls) request.body = withoutNulls(request.body)
  })
}

/** JSON without the fields of its objects that are null. */
export function withoutNulls(value: unknown, levels = MOST_LEVELS): unknown {
  if (typeof value !== 'object' || value === null || levels === 0) return value
  if (Array.isArray(value)) return value.map((each) => withoutNulls(each, levels - 1))
  const kept = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutNulls(each, levels - 1)]))
}
