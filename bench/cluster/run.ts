import { checkSimulation } from './check-simulation.ts'
import { printDays } from './days.ts'
import { measureFailures } from './failures.ts'
import { measureCost } from './measure-cost.ts'
import { measureRollingUpdate } from './rolling-update.ts'
import { measureSmallBehindMany } from './small-behind-many.ts'
import { measureThroughput } from './throughput.ts'

// Every figure of docs/scale.md, one after the other, or the one that is named: `npm run bench:cluster [simulation]`. What a
// bucket does to memory: `node bench/cluster/upload-memory.ts`.
const FIGURES: Record<string, () => Promise<void>> = {
  throughput: measureThroughput,
  fairness: measureSmallBehindMany,
  failures: () => measureFailures(),
  rolling: measureRollingUpdate,
  'small-end': checkSimulation,
  simulation: async () => printDays(await measureCost()),
}

const named = process.argv[2]
for (const [name, measure] of Object.entries(FIGURES)) if (named === undefined || named === name) await measure()
