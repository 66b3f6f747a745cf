import { execa } from 'execa'
import { startCluster } from './support/postgres-cluster.ts'

// Runs the tests that are named, or all, with a PostgreSQL of their own beside them; closes with the runner's count.
const named = process.argv.slice(2)
const files = named.length > 0 ? named : ['test/**/*.test.ts']

await using cluster = await startCluster()
const { exitCode } = await execa(
  process.execPath,
  ['--test', '--test-concurrency=2', '--test-reporter=spec', ...files],
  { stdio: 'inherit', reject: false, env: { OSLER_TEST_POSTGRES: cluster.url } },
)
process.exitCode = exitCode ?? 1
