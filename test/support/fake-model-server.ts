import type { ServerResponse } from 'node:http'
import { openReceiver } from './receiver.ts'

/** What a server was asked for in one chat completion. */
export interface Asked {
  model: string
  messages: { role: string; content: string }[]
  temperature?: number
}

/** How it answers: with a text, or in any other way. */
export type Answer = string | ((response: ServerResponse, asked: Asked) => void)

export const promptOf = ({ messages }: Asked) => messages.map(({ content }) => content).join('\n')
/** The title of the section that is asked for; empty where it is something else. */
export const sectionOf = (asked: Asked) => /lines of the section "(.+)", and/.exec(promptOf(asked))?.[1] ?? ''
/** The transcript as it is shown: number, speaker and text. */
export const shownIn = (asked: Asked) =>
  [...(promptOf(asked).split('</transcript>')[0] ?? '').matchAll(/^(\d+)(?: ([^:]+))?: (.*)$/gm)].map(
    ([, number, speaker = '', text = '']) => ({ number: Number(number), speaker, text }),
  )

/** Lines by the title of their section; `untold` where what was left out is asked for once more. */
export const linesOf =
  (sections: Record<string, string[]>): Answer =>
  (response, asked) => {
    const lines = sections[sectionOf(asked) || 'untold'] ?? ['None.']
    stream(lines.map((line) => `- ${line}\n`).join(''))(response)
  }

export const status =
  (code: number, body = '{"error":{"message":"The patient said: cough"}}') =>
  (response: ServerResponse) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end(body)

const chunk = (delta: object, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })}\n\n`

/** A text as servers stream it, some letters at a time, and how that ends. */
export const stream =
  (text: string, end: 'stop' | 'length' | 'broken' | 'never' = 'stop') =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of text.match(/[\s\S]{1,40}/g) ?? []) response.write(chunk({ content: piece }))
    if (end === 'broken') response.write(chunk({}), () => response.destroy())
    else if (end !== 'never') response.end(`${chunk({}, end)}data: [DONE]\n\n`)
  }

/** One piece with these fields. */
export const message =
  (fields: object) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`${chunk(fields)}${chunk({}, 'stop')}data: [DONE]\n\n`)
  }

/**
 * A loopback server that speaks as much of OpenAI's API as the writer uses. It answers each question in turn, the last
 * answer again and again.
 */
export async function openFakeModelServer(
  answers: readonly Answer[],
  { windowTokens = 16_384 }: { windowTokens?: number } = {},
) {
  const asked: Asked[] = []
  let next = 0
  const receiver = await openReceiver((request, response) => {
    if (request.method === 'GET') return listModels(request.url ?? '', windowTokens, response)
    const question = JSON.parse(receiver.received.at(-1)?.body ?? '{}') as Asked
    asked.push(question)
    const answer = answers[Math.min(next++, answers.length - 1)] ?? ''
    if (typeof answer === 'string') stream(answer)(response)
    else answer(response, question)
  })
  return { ...receiver, asked, url: `${receiver.address}/v1` }
}

function listModels(path: string, windowTokens: number, response: ServerResponse): void {
  const isKnown = path === '/v1/models'
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify(
      isKnown ? { object: 'list', data: [{ id: 'served', object: 'model', max_model_len: windowTokens }] } : {},
    ),
  )
}
