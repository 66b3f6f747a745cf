import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut as a network is: nothing comes through any more, and nobody is told. */
export interface CuttableLine extends AsyncDisposable {
  port: number
  cut(): void
  mend(): void
}

export async function openLine(toPort: number): Promise<CuttableLine> {
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    const far = createConnection(toPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from)
      from.on('error', () => to.destroy()).on('close', () => ends.delete(from) && to.destroy())
      from.pipe(to)
      if (isCut) from.pause()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
      for (const end of ends) end.unpipe().pause()
    },
    mend() {
      isCut = false
      for (const end of ends) end.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
