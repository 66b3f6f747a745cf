import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { makeRandom, type Random } from '../support/random.ts'
import { fill, listRoutes, type Route } from '../support/routes.ts'

/** All of them with OSLER_TEST_FULL=1, as docs/operations.md says; some of them in every run. */
const REQUESTS = process.env.OSLER_TEST_FULL ? 5000 : 700
const SEED = 7

const NASTY = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e309',
    'null',
    'undefined',
    'NaN',
    'true',
    '[]',
    '{}',
    '\u0000',
    '\uffff',
    '\ud800',
    '💉'.repeat(50),
  ],
  ...[
    "' or 1=1 --",
    '"; drop table jobs; --',
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '%',
    '<script>',
    '{{7*7}}',
  ],
  ...[
    'x'.repeat(5000),
    '00000000-0000-0000-0000-000000000000',
    '{"a":'.repeat(200),
    '__proto__',
    'constructor',
    'toString',
  ],
  ...['2024-13-45', '9'.repeat(400), '\r\nSet-Cookie: a=b', 'application/json', 'soap_note', 'en', 'template:'],
]
const VALUES: unknown[] = [
  ...NASTY,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  true,
  false,
  null,
  [],
  {},
  [[[[]]]],
  [null],
  { a: { b: {} } },
]
const TYPES = [
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  '',
]

describe('the server, sent nonsense', () => {
  let osler: TestSystem
  let routes: Route[]

  before(async () => {
    osler = await openTestSystem({
      requestsPerMinute: 1e6,
      uploadsPerMinute: 1e6,
      syncWaitSeconds: 1,
      doorSettings: { nabla: { leastWords: 1 } },
    })
    routes = await listRoutes(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  /** A documented body with some of its values replaced, left out or doubled. */
  function spoil(value: unknown, random: Random, depth = 0): unknown {
    if (random.chance(0.15) || depth > 5) return random.pick(VALUES)
    if (Array.isArray(value)) return value.flatMap((one) => (random.chance(0.1) ? [] : [spoil(one, random, depth + 1)]))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).flatMap(([name, one]) =>
      random.chance(0.1) ? [] : [[name, spoil(one, random, depth + 1)] as const],
    )
    if (random.chance(0.1)) entries.push([random.pick(NASTY), random.pick(VALUES)])
    return Object.fromEntries(entries)
  }

  function printBody(route: Route, type: string, random: Random): string | Uint8Array<ArrayBuffer> {
    if (random.chance(0.1)) return random.pick(NASTY)
    if (random.chance(0.1)) return Uint8Array.from({ length: 200 }, () => random.below(256))
    if (!type.startsWith('multipart')) {
      const text = JSON.stringify(spoil(route.example, random))
      return random.chance(0.1) ? text.slice(0, random.below(text.length)) : text
    }
    const part = () => {
      const name = random.pick([
        'file',
        'audio',
        'documents',
        'index',
        'language',
        'address',
        'params',
        ...NASTY.slice(0, 20),
      ])
      const file = random.chance(0.5) ? `; filename="${random.pick(NASTY)}"` : ''
      return `--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${random.pick(NASTY)}\r\n`
    }
    return Array.from({ length: random.below(4) }, part).join('') + (random.chance(0.8) ? '--x--\r\n' : '')
  }

  test(`${REQUESTS} times, answers with its own errors, never with 500, and goes on serving`, async () => {
    const random = makeRandom(SEED)
    for (let count = 0; count < REQUESTS; count++) {
      const route = random.pick(routes)
      const ids = [random.pick(NASTY), random.pick(NASTY)].map((id) => id.slice(0, 300).toWellFormed() || 'x')
      const query = random.chance(0.3)
        ? `?${random.pick(['limit', 'before', 'format', 'token'])}=${encodeURIComponent(random.pick(NASTY).slice(0, 300).toWellFormed())}`
        : ''
      const type = random.chance(0.6) ? (route.bodyType ?? 'application/json') : random.pick(TYPES)
      const hasBody = route.method !== 'GET'
      const body = hasBody ? printBody(route, type, random) : undefined
      const path = fill(route, ids) + query
      const signal = AbortSignal.timeout(20_000)
      const response = await osler.ask(path, {
        ...{ method: route.method, signal, headers: hasBody && type ? { 'content-type': type } : {} },
        ...(body !== undefined && { body: typeof body === 'string' ? body.toWellFormed() : body }),
      })
      const text = await response.text()
      assert.notEqual(
        response.status,
        500,
        `request ${count}, ${route.method} ${path} ${type} ${String(body).slice(0, 500)}: ${text}`,
      )
    }
    assert.equal((await osler.ask('/health/ready')).status, 200)
  })
})
