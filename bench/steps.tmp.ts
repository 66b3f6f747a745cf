import { openEngines, closeWith } from '../src/system.ts'
import { readConfig } from '../src/config.ts'
import { run } from '../src/pipeline/run.ts'
import { withScratch } from '../src/platform/scratch.ts'
const engines = await openEngines(readConfig({ OSLER_LOG: 'silent' }))
const t0 = performance.now()
const at = () => ((performance.now() - t0) / 1000).toFixed(2)
let n = 0
await using stack = new AsyncDisposableStack(); closeWith(stack, engines)
const keep = { recognized: [], decoded: async () => console.log(at(), 'decoded'), stretch: async (s: any) => { if (n++ === 0) console.log(at(), 'first', s.words.map((w: any) => w.text).join(' ')) }, step: (name: string, s: number) => console.log(at(), name, s.toFixed(2)) }
const { transcript } = await withScratch('/tmp', 'steps', (scratch) => run({ file: process.argv[2]!, scratch, language: 'en', kinds: process.argv[3] ? ['soap_note'] : [], limits: { minMs: 0, maxMs: 1e8 } }, { ...engines, recognizer: engines.recognizers[0]! }, keep, new AbortController().signal))
console.log(at(), transcript.items.length, process.memoryUsage().rss / 1e6)
