import { randomBytes } from 'node:crypto'
import { HEAVY_REQUESTS, openHeavyClient, watchHealth } from '../../test/support/heavy-requests.ts'
import { printFigure } from '../figures.ts'
import { startServer } from '../server.ts'

// How long /health/live is silent at most while one key asks for much work: `node bench/faults/run.ts answers`
process.env.OSLER_REQUESTS_PER_MINUTE = '1000000'
process.env.OSLER_MASTER_KEY = randomBytes(32).toString('base64')
await using server = await startServer()
const client = openHeavyClient(server.address, server.headers.authorization.replace('Bearer ', ''))
for (const { name, send } of HEAVY_REQUESTS) {
  const requests = await send(client)
  const { silentMs } = await watchHealth(server.address, requests)
  printFigure(`longest answer of /health/live while ${name}`, `${Math.round(silentMs)} ms`, '≤ 100 ms')
}
