import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { TestSystem } from './open-test-system.ts'
import { openReceiver } from './receiver.ts'
import { until } from './until.ts'

export interface NablaAnswer<Body = Record<string, unknown>> {
  status: number
  headers: Headers
  body: Body
}

interface Asked {
  headers?: Record<string, string>
  key?: string
}

/** Nabla's API as its clients call it, from the root unless a path says otherwise. */
export function openNablaClient(osler: TestSystem) {
  async function call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    { headers, key }: Asked = {},
  ): Promise<NablaAnswer<Body>> {
    const isForm = body instanceof FormData
    const response = await osler.ask(path, {
      method,
      headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      ...(key && { key }),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
  }

  return {
    call,

    /** Asks again until an asynchronous request has ended. */
    async poll(path: string, asked?: Asked) {
      return until('the request has ended', async () => {
        const { body } = await call<{ id: string; status: string; payload?: Record<string, unknown> }>(
          'GET',
          path,
          undefined,
          asked,
        )
        return body.status.toLowerCase() !== 'ongoing' && body
      })
    },
  }
}

/** A form of the synchronous routes; some clients send the parameters as a part of their own type. */
export async function nablaForm(file: string, parameters: object, isBlob = false): Promise<FormData> {
  const form = new FormData()
  const json = JSON.stringify(parameters)
  form.append('request_parameters', isBlob ? new Blob([json], { type: 'application/json' }) : json)
  form.append('file', await openAsBlob(file, { type: 'audio/wav' }), 'consultation.wav')
  return form
}

/** A customer's own server: gives a recording at /audio.wav, and takes callbacks. */
export async function openCustomer(recording: string) {
  const audio = await readFile(recording)
  const receiver = await openReceiver((request, response) => {
    if (request.url === '/audio.wav') response.end(audio)
    else if (request.method === 'GET') response.writeHead(404).end()
    else response.end()
  })
  return {
    ...receiver,
    audio: `${receiver.address}/audio.wav`,
    callback: (name: string) => `${receiver.address}/${name}`,
    called: (name: string) =>
      until(`the callback ${name} comes`, () => receiver.received.find(({ path }) => path === `/${name}`)),
  }
}
