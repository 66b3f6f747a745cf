// Prints what the engines beside the default cost, and how well all that are installed hear. `npm run bench:engines`,
// or one part: `node bench/engines/run.ts forward|sherpa|installed`

const PARTS: Record<string, () => Promise<void>> = {
  // Each is loaded by itself: the whole system in the same heap takes some per cent of what is forwarded.
  forward: async () => (await import('./forward.ts')).measureForwarding(),
  sherpa: async () => (await import('./sherpa-overhead.ts')).measureSherpaOverhead(),
  installed: async () => (await import('./installed.ts')).measureInstalled(),
}

const wanted = process.argv[2]
for (const [name, measure] of Object.entries(PARTS)) if (wanted === undefined || wanted === name) await measure()
