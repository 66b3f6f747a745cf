import { request as send } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A request as a client sends it, and what it needs to get; test/contract/exchanges/README.md says what each field is. */
export interface Exchange {
  what: string
  client: string
  request: {
    method: string
    path: string
    headers?: Record<string, string>
    key?: false
    json?: unknown
    urlencoded?: Record<string, string>
    form?: Part[]
    text?: string
  }
  answer: { status: number; body?: unknown; text?: string; has?: string[]; without?: string[]; poll?: true }
  called?: unknown
}

interface Part {
  name: string
  value?: string
  filename?: string
  type?: string
  /** The file's name; null sends none. */
  recording?: string | null
}

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** What `<name>` has stood for so far. */
export type Known = Map<string, string>

const BOUNDARY = '----exchange7d1c'

/** The texts with what is known in place of its names. */
function fill<Value>(value: Value, known: Known): Value {
  const text = JSON.stringify(value).replace(/<(\w+)>/g, (whole, name: string) => known.get(name) ?? whole)
  return JSON.parse(text) as Value
}

/** Sends it byte for byte, with no headers but the client's. */
export async function sendExchange(
  { request, client }: Exchange,
  address: string,
  { clients, known, recording }: { clients: Record<string, Record<string, string>>; known: Known; recording: Buffer },
): Promise<Answered> {
  const { method, path, headers: own, key, form, ...content } = fill(request, known)
  const { body, type } = form ? { body: printForm(form, recording), type: FORM_TYPE } : printBody(content)
  const headers = {
    ...clients[client],
    ...(key !== false && { Authorization: `Bearer ${known.get('token') ?? known.get('key')}` }),
    ...(type && { 'Content-Type': type }),
    ...(body.length > 0 && { 'Content-Length': String(body.length) }),
    ...own,
  }
  return new Promise((resolve, reject) => {
    const sent = send(address + path, { method, headers }, async (response) => {
      const text = (await buffer(response)).toString()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
    })
    sent.on('error', reject).end(body)
  })
}

const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

function printBody({ json, urlencoded, text }: Partial<Exchange['request']>): { body: Buffer; type?: string } {
  if (json !== undefined) return { body: Buffer.from(JSON.stringify(json)), type: 'application/json' }
  if (urlencoded === undefined) return { body: Buffer.from(text ?? '') }
  return { body: Buffer.from(`${new URLSearchParams(urlencoded)}`), type: 'application/x-www-form-urlencoded' }
}

function printForm(parts: readonly Part[], recording: Buffer): Buffer {
  const printed = parts.flatMap(({ name, value, filename, type, recording: file }) => {
    const fileName = file ?? filename
    const disposition = `form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}`
    const head = [`--${BOUNDARY}`, `Content-Disposition: ${disposition}`, ...(type ? [`Content-Type: ${type}`] : [])]
    const content = file === undefined ? Buffer.from(value ?? '') : recording
    return [Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n')]
  })
  return Buffer.concat([...printed, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

/** Where an answer is not what it should be; keeps what its names stand for. */
export function findMismatch(wanted: unknown, got: unknown, known: Known, path = 'body'): string | undefined {
  const differs = `${path} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`
  if (typeof wanted === 'string') return fitsText(wanted, got, known) ? undefined : differs
  if (typeof wanted !== 'object' || wanted === null) return wanted === got ? undefined : differs
  if (typeof got !== 'object' || got === null) return differs
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(got)])]
  const child = (value: object, key: string) => (value as Record<string, unknown>)[key]
  return keys
    .map((key) =>
      key in wanted && key in got
        ? findMismatch(child(wanted, key), child(got, key), known, `${path}.${key}`)
        : `${path}.${key} ${key in got ? 'is not wanted' : 'is missing'}`,
    )
    .find((mismatch) => mismatch !== undefined)
}

function fitsText(wanted: string, got: unknown, known: Known): boolean {
  if (wanted === '<number>') return typeof got === 'number'
  if (typeof got !== 'string') return false
  const [, pattern] = /^\/(.+)\/$/s.exec(wanted) ?? []
  if (pattern) return new RegExp(pattern).test(got)
  const [, name] = /^<(\w+)>$/.exec(wanted) ?? []
  if (name === undefined) return wanted === got
  if (name !== 'text' && !known.has(name)) known.set(name, got)
  return got !== '' && (name === 'text' || known.get(name) === got)
}
