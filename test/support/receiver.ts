import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Receiver extends AsyncDisposable {
  address: string
  port: number
  /** What came so far, in order. */
  received: Received[]
  /** How many connections were opened, also those on which nothing was asked. */
  connections(): number
}

/** An HTTP server on loopback, as a client's own would be; it keeps what it gets before it answers. */
export async function openReceiver(answer: RequestListener, host = '127.0.0.1'): Promise<Receiver> {
  const received: Received[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    const body = await text(request)
    received.push({ path: request.url ?? '', headers: request.headers, body })
    answer(request, response)
  }).on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, received, connections: () => connections, address: `http://${host}:${port}` },
    [Symbol.asyncDispose]() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
