import { readFile } from 'node:fs/promises'
import { Agent, fetch } from 'undici'
import { type ErrorCode, OslerError } from '../domain/errors.ts'
import { operatorTokenFile } from '../platform/secrets.ts'
import { findServer, type RunningServer } from '../platform/server-file.ts'
import type { Config } from '../server/settings.ts'

/** Answers a request of the operator's routes; throws the server's error as our own. */
export type Ask = <Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Answer>

interface Reply {
  status: number
  text: string
}

/**
 * Runs `work` with a way to ask the operator's routes: those of the server that is running on this data folder, or,
 * when none is, the same routes without a socket. Only one process may have the embedded database open.
 */
export async function withOperator<Value>(config: Config, work: (ask: Ask) => Promise<Value>): Promise<Value> {
  const server = await findServer(config.data)
  // Beside a worker on PostgreSQL there need be no server.
  if (server && (!config.databaseUrl || (await answers(server))))
    return work(askOver((method, path, body) => overHttp(config, server, method, path, body)))
  // Loading them takes longer than asking a server that runs.
  const { openSystem } = await import('../server/open-system.ts')
  await using system = await openSystem(config)
  await using app = await system.openApp()
  const headers = { authorization: `Bearer ${system.forDoors.secrets.operatorToken}` }
  return await work(
    askOver(async (method, path, body) => {
      const { statusCode, payload } = await app.inject({ method, url: path, headers, ...(body && { payload: body }) })
      return { status: statusCode, text: payload }
    }),
  )
}

/** A backup of everything takes as long as it takes. */
const PATIENT = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

const answers = ({ address }: RunningServer) =>
  fetch(new URL('/health/live', address || 'http://127.0.0.1:0')).then(
    ({ ok }) => ok,
    () => false,
  )

async function overHttp(
  config: Config,
  { pid, address }: RunningServer,
  method: string,
  path: string,
  body?: object,
): Promise<Reply> {
  const open = `Another Osler (process ${pid}) has ${config.data} open`
  if (address === '') throw new OslerError('folder_busy', `${open} and does not listen yet: try again in a moment.`)
  const token = await readFile(operatorTokenFile(config.data), 'utf8')
  const response = await fetch(new URL(path, address), {
    method,
    dispatcher: PATIENT,
    headers: { authorization: `Bearer ${token.trim()}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause) => {
    const where = `does not answer at ${address} from here: run this where it runs, or stop it first`
    throw new OslerError('folder_busy', `${open} and ${where}.`, {}, { cause })
  })
  return { status: response.status, text: await response.text() }
}

function askOver(send: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Reply>): Ask {
  return async <Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const { status, text } = await send(method, path, body)
    const answer = JSON.parse(text)
    if (status < 400) return answer as Answer
    throw new OslerError(answer.error.code as ErrorCode, answer.error.message)
  }
}
