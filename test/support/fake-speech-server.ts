import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What a server was asked for in one transcription. */
export interface AskedSpeech {
  model: string
  language: string
  prompt: string | null
  format: string
  key: string
  /** Of the sound that came, by the size of its WAV file. */
  seconds: number
}

/** How it answers; what it gives back is sent as JSON. */
export type SpeechAnswer = (asked: AskedSpeech, response: ServerResponse) => unknown

const WORDS = ['I', 'have', 'a', 'headache.']

/** Four words over the length of what came, as `verbose_json` has them. */
export function hearFourWords({ seconds, format }: AskedSpeech): unknown {
  const text = WORDS.join(' ')
  if (format === 'json') return { text }
  const share = seconds / WORDS.length
  const words = WORDS.map((word, at) => ({ word: word.replace('.', ''), start: at * share, end: (at + 1) * share }))
  return { text, language: 'english', duration: seconds, words }
}

export const failWith =
  (status: number, headers: Record<string, string> = {}): SpeechAnswer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end('{"error":{"message":"The patient said: cough"}}')
  }

/** A loopback server that speaks as much of OpenAI's API as the recogniser uses. `answer` may be changed at any time. */
export async function openFakeSpeechServer(answer: SpeechAnswer = hearFourWords) {
  const asked: AskedSpeech[] = []
  let [atOnce, mostAtOnce] = [0, 0]
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const type = { 'content-type': 'application/json' }
    if (request.method === 'GET') {
      return response.writeHead(200, type).end('{"object":"list","data":[{"id":"served","object":"model"}]}')
    }
    const form = await new Response(body, {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const file = form.get('file') as Blob
    const text = (name: string) => String(form.get(name) ?? '')
    const question = {
      ...{ model: text('model'), language: text('language'), prompt: form.get('prompt') as string | null },
      ...{ format: text('response_format'), seconds: (file.size - 44) / 32_000 },
      key: request.headers.authorization ?? '',
    }
    asked.push(question)
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    const told = await fake.answer(question, response)
    atOnce--
    if (!response.writableEnded && !response.destroyed) response.writeHead(200, type).end(JSON.stringify(told))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const fake = {
    ...{ asked, answer, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` },
    mostAtOnce: () => mostAtOnce,
    [Symbol.asyncDispose]() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return fake
}
