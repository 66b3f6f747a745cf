import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchServer } from './server.ts'

/** Sends a recording to the native API, for a document; answers the consultation's id. */
export async function send({ address, headers }: BenchServer, file: string, document = 'summary'): Promise<string> {
  const form = new FormData()
  form.append('file', await openAsBlob(file), basename(file))
  form.append('documents', document)
  const response = await fetch(`${address}/api/consultations`, { method: 'POST', headers, body: form })
  if (!response.ok) throw new Error(await response.text())
  return ((await response.json()) as { id: string }).id
}

interface State {
  request: { status: string; progress: number }
}

export async function readState({ address, headers }: BenchServer, id: string): Promise<State['request']> {
  const response = await fetch(`${address}/api/consultations/${id}`, { headers })
  return ((await response.json()) as State).request
}

/** Waits until a consultation is done. */
export async function waitUntilDone(server: BenchServer, id: string): Promise<void> {
  for (;;) {
    const { status } = await readState(server, id)
    if (status === 'failed') throw new Error('The recording failed.')
    if (status === 'succeeded') return
    await sleep(50)
  }
}

/** Waits until a client that follows a consultation has its first words. */
export async function waitForText({ address, headers }: BenchServer, id: string): Promise<void> {
  const wanted = { headers: { ...headers, accept: 'text/event-stream' } }
  const { body } = await fetch(`${address}/api/consultations/${id}/events`, wanted)
  let text = ''
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    if (/^event: (heard|succeeded)$/m.test(text)) return
  }
}
