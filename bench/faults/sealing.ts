import { randomBytes } from 'node:crypto'
import { median, printFigure } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { startServer } from '../server.ts'
import { longRecipe } from '../speech/recipes.ts'
import { speakConsultation } from '../speech/spoken-consultations.ts'

// How much longer a ten-minute consultation takes when recordings are sealed: `node bench/faults/run.ts sealing`
const ROUNDS = 5

const { wav } = await speakConsultation(longRecipe(10))
const ratios: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const key = randomBytes(32).toString('base64')
  // In turns, so that a machine that slows down meanwhile is not taken for sealing.
  const [first, second] = round % 2 === 0 ? ['', key] : [key, '']
  const times = [await hear(first), await hear(second)] as const
  ratios.push(round % 2 === 0 ? times[1] / times[0] : times[0] / times[1])
}
printFigure('ten minutes with sealed recordings, against plain ones', `${median(ratios).toFixed(3)} ×`, '≤ 1.03 ×')

/** The server takes the key from the environment, as an operator gives it. */
async function hear(masterKey: string): Promise<number> {
  process.env.OSLER_MASTER_KEY = masterKey
  await using server = await startServer()
  const startedMs = performance.now()
  await waitUntilDone(server, await send(server, wav))
  return performance.now() - startedMs
}
