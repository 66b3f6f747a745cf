import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { startCluster } from './support/postgres-cluster.ts'
import { searchTestLog } from './support/test-log.ts'

// Runs the tests that are named, or all, with a PostgreSQL of their own beside them; then looks through everything that
// their servers have logged for what was said in them. Closes with the runner's count. What begins with `--` is for Node.
const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const files = named.length > 0 ? named : ['test/**/*.test.ts']
const folder = await mkdtemp(join(tmpdir(), 'osler-test-log-'))
const log = join(folder, 'log')

await using cluster = await startCluster()
const { exitCode } = await execa(
  process.execPath,
  ['--test', '--test-concurrency=2', '--test-reporter=spec', ...options, ...files],
  { stdio: 'inherit', reject: false, env: { OSLER_TEST_POSTGRES: cluster.url, OSLER_TEST_LOG: log } },
)
const { lines, said } = await searchTestLog(log)
await rm(folder, { recursive: true })
if (said.length > 0) console.error(`✖ The log of the test run has what was said: ${said.join(', ')}`)
else if (lines > 0) console.log(`ℹ ${lines} lines were logged; what was said is in none`)
process.exitCode = said.length > 0 ? 1 : (exitCode ?? 1)
