import { startCluster } from '../../test/support/postgres-cluster.ts'

// Proofs that take minutes, with a PostgreSQL of their own beside them: `node bench/faults/run.ts kills|intake|sealing|answers`
const wanted = process.argv[2] ?? 'kills'
await using cluster = await startCluster()
process.env.OSLER_TEST_POSTGRES = cluster.url
await import(`./${wanted}.ts`)
