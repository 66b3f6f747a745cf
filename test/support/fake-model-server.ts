import type { ServerResponse } from 'node:http'
import { openReceiver } from './receiver.ts'

/** What a server was asked for in one chat completion. */
export interface Asked {
  model: string
  messages: { role: string; content: string }[]
  response_format: { type: string; json_schema: { strict: boolean; schema: { properties?: object } } }
}

/** How it answers: with a text, or in any other way. */
export type Answer = string | ((response: ServerResponse, asked: Asked) => void)

export const jsonOf = (sections: Record<string, [text: string, ...evidence: string[]][]>) =>
  JSON.stringify({
    sections: Object.entries(sections).map(([key, statements]) => ({
      key,
      statements: statements.map(([text, ...evidence]) => ({ text, evidence })),
    })),
  })

export const status =
  (code: number, body = '{"error":{"message":"The patient said: cough"}}') =>
  (response: ServerResponse) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end(body)

/** The fields of the message that a chat completion carries. */
export const message = (fields: object) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'm',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...fields } }],
    }),
  )
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
    if (typeof answer === 'string') message({ content: answer })(response)
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
