import assert from 'node:assert/strict'
import { until } from './until.ts'

type Ask = (path: string) => Promise<Response>

/** The transcript once all of a consultation is heard: before, it has what came so far. `query`, as `?format=text`. */
export async function readHeard(ask: Ask, consultation: unknown, query = ''): Promise<Response> {
  const path = `/api/consultations/${consultation}`
  await until('all of it is heard', async () => {
    const { request } = (await (await ask(path)).json()) as { request: { status: string; error?: object } }
    assert.equal(request.error, undefined)
    return request.status === 'succeeded'
  })
  return ask(`${path}/transcript${query}`)
}
