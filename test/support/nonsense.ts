import type { Random } from './random.ts'
import { fill, type Route } from './routes.ts'

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

export interface Nonsense {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

/** A request that no client means: a route of the description with values, types and bodies that do not fit. */
export function makeNonsense(routes: readonly Route[], random: Random): Nonsense {
  const route = random.pick(routes)
  const ids = [random.pick(NASTY), random.pick(NASTY)].map((id) => tame(id) || 'x')
  const asked = random.pick(['limit', 'before', 'format', 'token'])
  const query = random.chance(0.3) ? `?${asked}=${encodeURIComponent(tame(random.pick(NASTY)))}` : ''
  const type = random.chance(0.6) ? (route.bodyType ?? 'application/json') : random.pick(TYPES)
  const { method } = route
  const path = fill(route, ids) + query
  if (method === 'GET') return { method, path, headers: {} }
  const body = printBody(route, type, random)
  const headers: Record<string, string> = type ? { 'content-type': type } : {}
  return { method, path, headers, body: typeof body === 'string' ? body.toWellFormed() : body }
}

const tame = (text: string) => text.slice(0, 300).toWellFormed()

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
