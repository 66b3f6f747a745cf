import { randomBytes } from 'node:crypto'
import { median, printFigure } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { startServer } from '../server.ts'
import { longRecipe } from '../speech/recipes.ts'
import { speakConsultation } from '../speech/spoken-consultations.ts'

// How much longer a ten-minute consultation takes when recordings are sealed: `node bench/faults/sealing.ts`
const ROUNDS = 3

const { wav } = await speakConsultation(longRecipe(10))
const ratios: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const plain = await hear('')
  ratios.push((await hear(randomBytes(32).toString('base64'))) / plain)
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
