import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HEAVY_REQUESTS, openHeavyClient, watchHealth } from '../../test/support/heavy-requests.ts'
import { printFigure } from '../figures.ts'
import { startServer } from '../server.ts'

// How long /health/live is silent at most while one key asks for much work: `node bench/faults/run.ts answers`; a word
// behind it takes the requests alone whose names have it. The second figure is what the answering thread itself did in one
// go, which does not depend on what else the machine does.
const folder = await mkdtemp(join(tmpdir(), 'osler-bench-'))
const held = join(folder, 'held')
process.env.BENCH_LOOP_FILE = held
process.env.NODE_OPTIONS = `--import ${new URL('./watch-loop.ts', import.meta.url)}`
process.env.OSLER_REQUESTS_PER_MINUTE = '1000000'
process.env.OSLER_MASTER_KEY = randomBytes(32).toString('base64')
await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
await using server = await startServer()
const client = openHeavyClient(server.address, server.headers.authorization.replace('Bearer ', ''))
const [word = ''] = process.argv.slice(3)
for (const { name, send } of HEAVY_REQUESTS.filter((request) => request.name.includes(word))) {
  await writeFile(held, '')
  const { silentMs } = await watchHealth(server.address, () => send(client, 1))
  const heldMs = (await readFile(held, 'utf8')).split('\n').map((line) => Number(line.split(' ')[1] ?? 0))
  printFigure(`longest answer of /health/live while ${name}`, `${Math.round(silentMs)} ms`, '≤ 100 ms')
  printFigure('  processor time in one go', `${Math.round(Math.max(...heldMs))} ms`, '≤ 100 ms')
}
