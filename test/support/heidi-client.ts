import { openAsBlob } from 'node:fs'
import type { TestSystem } from './open-test-system.ts'

export interface Answer<Body = Record<string, unknown>> {
  status: number
  headers: Headers
  text: string
  body: Body
}

/** Heidi's API as its clients call it: a token first, then JSON or forms below the vendor's base. */
export function openHeidiClient(osler: TestSystem, base = '/api/v2/ml-scribe/open-api') {
  let token = ''

  async function call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> {
    const isForm = body instanceof FormData
    const response = await osler.ask(base + path, {
      method,
      ...(token && { key: token }),
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      ...(body !== undefined && !isForm && { headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Body }
  }

  return {
    call,

    /** Asks for a token and uses it from then on. */
    async signIn(query = 'email=doctor@example.org&third_party_internal_id=7', key = 'test-key-of-these-tests') {
      const response = await fetch(`${osler.address}${base}/jwt?${query}`, { headers: { 'Heidi-Api-Key': key } })
      const body = (await response.json()) as { token: string; expiration_time: string }
      if (response.ok) token = body.token
      return { status: response.status, body }
    },

    /** Begins a session; answers its path. */
    async begin(): Promise<string> {
      const { body } = await call<{ session_id: string }>('POST', '/sessions')
      return `/sessions/${body.session_id}`
    },

    async upload(path: string, file: string, fields: Record<string, string> = {}) {
      return call<{ uploaded_audio: Record<string, unknown> }>(
        'POST',
        `${path}/upload-audio`,
        await formOf(file, fields),
      )
    },

    async transcript(path: string): Promise<string> {
      return (await call<{ transcript: string }>('GET', `${path}/transcript`)).body.transcript
    },
  }
}

/** A form with a file, which some clients send under a wrong type. */
export async function formOf(file: string, fields: Record<string, string>): Promise<FormData> {
  const form = new FormData()
  form.append('file', await openAsBlob(file, { type: 'audio/mpeg' }), 'consult.mp3')
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** The `data` of a stream of server-sent events. */
export function dataOf(text: string): string {
  const events = text.split('\n\n').filter((event) => event !== '')
  return events.map((event) => (JSON.parse(event.replace(/^data: /, '')) as { data: string }).data).join('')
}
