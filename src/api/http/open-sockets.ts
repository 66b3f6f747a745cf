import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { OslerError } from '../../domain/errors.ts'
import type { App } from '../door.ts'

/** The largest message: 30 s of sound in base64 are less. */
const MOST_BYTES = 2 * 1024 * 1024

interface Upgrade {
  socket: Duplex
  head: Buffer
}

/**
 * Lets a request for a WebSocket run through routes and hooks as any other does: what refuses it answers in the door's own
 * body, and a route that takes it opens the socket.
 */
export function openSockets(app: App, allowOrigins: readonly string[]): void {
  const upgrades = new WeakMap<IncomingMessage, Upgrade>()
  app.server.on('upgrade', (raw, socket, head) => {
    upgrades.set(raw, { socket, head })
    socket.on('error', () => socket.destroy())
    const response = new ServerResponse(raw)
    response.shouldKeepAlive = false
    response.assignSocket(socket as never)
    response.once('finish', () => socket.end())
    app.routing(raw, response)
  })
  app.decorateRequest('openSocket')
  app.addHook('onRequest', async (request, reply) => {
    const upgrade = upgrades.get(request.raw)
    if (upgrade === undefined) return
    checkOrigin(request.headers.origin, request.headers.host, allowOrigins)
    request.openSocket = (protocol, headers) => {
      reply.hijack()
      reply.raw.detachSocket(upgrade.socket as never)
      return accept(request.raw, upgrade, protocol, headers)
    }
  })
}

function accept(
  raw: IncomingMessage,
  { socket, head }: Upgrade,
  protocol: string | undefined,
  headers: Readonly<Record<string, string>>,
) {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>()
  // What is no handshake of a WebSocket is answered by `ws` itself.
  socket.once('close', () => reject(new OslerError('request_invalid')))
  const options = { noServer: true, clientTracking: false, maxPayload: MOST_BYTES, perMessageDeflate: false }
  const server = new WebSocketServer({ ...options, handleProtocols: () => protocol ?? false })
  server.on('headers', (lines) => lines.push(...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)))
  server.handleUpgrade(raw, socket, head, resolve)
  return promise
}

/** SECURITY: browsers let any page open a socket to any server, and send what it has; only who is named may. */
function checkOrigin(origin: string | undefined, host: string | undefined, allowed: readonly string[]): void {
  if (origin === undefined || allowed.includes(origin) || URL.parse(origin)?.host === host) return
  throw new OslerError('origin_refused', 'Pages of this origin may not open sockets here: see OSLER_ALLOW_ORIGINS.')
}
