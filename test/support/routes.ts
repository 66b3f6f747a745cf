import type { TestSystem } from './open-test-system.ts'

export interface Route {
  method: string
  /** With `{id}` where a parameter stands. */
  path: string
  /** Its sort in the description: the door's name, of most. */
  tag: string
  /** The type of the body that it takes, where it takes one. */
  bodyType?: string
  /** A body that its documentation shows. */
  example: unknown
}

interface Operation {
  tags?: string[]
  requestBody?: { content: Record<string, { example?: unknown; schema?: { examples?: unknown[]; example?: unknown } }> }
}

/** Every route of every door, as the server's own description has them; not the operator's, which take another key. */
export async function listRoutes(osler: TestSystem): Promise<Route[]> {
  const { paths } = (await (await osler.ask('/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith('/api/operator'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { requestBody, tags }]) => {
        const [bodyType, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
        const example = body?.example ?? body?.schema?.example ?? body?.schema?.examples?.[0] ?? {}
        return { method: method.toUpperCase(), path, tag: tags?.[0] ?? '', ...(bodyType && { bodyType }), example }
      }),
    )
}

/** The request of a route with these values in place of its parameters, in their order. */
export function fill({ path }: Route, values: readonly string[]): string {
  let at = 0
  return path.replace(/\{[^}]+\}/g, () => encodeURIComponent(values[Math.min(at++, values.length - 1)] ?? ''))
}
