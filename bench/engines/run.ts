import { measureForwarding } from './forward.ts'
import { measureInstalled } from './installed.ts'
import { measureSherpaOverhead } from './sherpa-overhead.ts'

// Prints what the engines beside the default cost, and how well all that are installed hear. `npm run bench:engines`,
// or one part: `node bench/engines/run.ts forward|sherpa|installed`

const PARTS: Record<string, () => Promise<void>> = {
  forward: measureForwarding,
  sherpa: measureSherpaOverhead,
  installed: measureInstalled,
}

const wanted = process.argv[2]
for (const [name, measure] of Object.entries(PARTS)) if (wanted === undefined || wanted === name) await measure()
