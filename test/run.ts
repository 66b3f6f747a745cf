import { glob, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { treeCoreSeconds } from '../src/platform/core-seconds.ts'
import { makePostgresTemplate } from './support/databases.ts'
import { groupFiles } from './support/group-files.ts'
import { startCluster } from './support/postgres-cluster.ts'
import { searchTestLog } from './support/test-log.ts'

// Runs the tests that are named, or all, with a PostgreSQL of their own beside them; then looks through everything that
// their servers have logged for what was said in them. Closes with the runner's count and the slowest files. What begins
// with `--` is for Node.
const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
// Those of test/house are part of `npm run check`, which `npm test` runs first.
const all = () => Array.fromAsync(glob('test/**/*.test.ts', { exclude: ['test/house/**'] }))
const files = named.length > 0 ? named : (await all()).sort()
/** More than the two cores of CI: while one waits for a clock or a child process, others go on. */
const AT_ONCE = 4
const ROOT = join(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'osler-test-run-'))
const log = join(folder, 'log')
const heard = join(folder, 'heard')
await mkdir(heard)

const reporters = ['spec', './test/support/slowest-files.ts', './test/support/find-empty-files.ts'].flatMap(
  (reporter) => [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout'],
)
// Hundreds of processes load the same sources: each is stripped and compiled once. Coverage needs them as they are.
const isCovered = options.includes('--experimental-test-coverage')
const compiled = isCovered ? {} : { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/osler-test-compiled') }

await using cluster = await startCluster()
process.env.OSLER_TEST_POSTGRES = cluster.url
await makePostgresTemplate()
const places = { OSLER_TEST_LOG: log, OSLER_TEST_HEARD: heard }
const { exitCode } = await execa(
  process.execPath,
  ['--test', `--test-concurrency=${AT_ONCE}`, ...reporters, ...options, ...(await groupFiles(files, folder))],
  { stdio: 'inherit', reject: false, env: { ...places, ...compiled } },
)
// How long it took depends on what else the machine does; this does not.
console.log(`ℹ ${Math.round(await treeCoreSeconds())} s of processor time`)
const { lines, said } = await searchTestLog(log)
await rm(folder, { recursive: true })
if (said.length > 0) console.error(`✖ The log of the test run has what was said: ${said.join(', ')}`)
else if (lines > 0) console.log(`ℹ ${lines} lines were logged; what was said is in none`)
process.exitCode = said.length > 0 ? 1 : (exitCode ?? 1)
