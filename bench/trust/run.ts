// What an attacker, a tired operator and a bad day can do: each campaign is a test of its own, in its long form.
// Usage: npm run bench:trust [-- part of a name]

import { spawnSync } from 'node:child_process'

const CAMPAIGNS: Record<string, string> = {
  'every route × kind of credential × two tenants × two users': 'test/faults/credentials.test.ts',
  "another tenant's ids on every route": 'test/faults/other-tenant.test.ts',
  'starters on one folder, killed, and in PID namespaces': 'test/platform/folder-lock.test.ts',
  'a database that is empty, another or half restored': 'test/faults/wrong-database.test.ts',
  'a clock hours and 400 days off': 'test/faults/clock-jumps.test.ts',
  'audit lines changed, forged, cut off; clients that hang up': 'test/api/audit.test.ts',
  '1,000 mixed acts with hang-ups and kills: lines missing or forged unseen': 'test/faults/audited-acts.test.ts',
  'kill -9 and restart': 'test/faults/kill-and-restart.test.ts',
  'kill -9 in a backup, a restore, a migration': 'bench/trust/killed-maintenance.test.ts',
  'power cuts (needs the right to mount)': 'test/faults/power-cut.test.ts',
  'a full disk (needs the right to mount)': 'test/faults/full-disk.test.ts',
  'PostgreSQL restarted under load': 'test/faults/postgres-restart.test.ts',
  'a process paused (SIGSTOP) under load beside another on its database': 'test/faults/paused-process.test.ts',
  'requests of nonsense': 'test/faults/fuzz.test.ts',
  'marks in what is typed, told and kept secret: found in log, metrics, file names, errors, trail':
    'test/faults/marks.test.ts',
  'hostile media': 'test/faults/hostile-media.test.ts',
  'addresses of callbacks and recordings': 'test/platform/outbound.test.ts',
  'backups while work goes on, damaged ones, restored elsewhere': 'test/e2e/backup.test.ts',
  'recordings that changed on the disk': 'test/consultations/damaged-recording.test.ts',
  'one patient exported and erased, all tables and files searched': 'test/consultations/patient.test.ts',
  'things said for the ears of the writer, three languages, by rules and by a model that obeys':
    'test/engines/proof/hostile-transcripts.test.ts',
  'a sealed store without its key': 'test/store/check-sealing.test.ts',
}

const wanted = process.argv[2] ?? ''
for (const [name, file] of Object.entries(CAMPAIGNS)) {
  if (!`${name} ${file}`.includes(wanted)) continue
  const env = { ...process.env, OSLER_TEST_FULL: '1' }
  const { stdout, status } = spawnSync(process.execPath, ['test/run.ts', file], { env, encoding: 'utf8' })
  const count = (what: string) => new RegExp(`^ℹ ${what} (\\d+)`, 'm').exec(stdout)?.[1] ?? '0'
  const outcome = status === 0 ? 'holds' : 'FAILS'
  console.log(
    `${outcome}  ${name}: ${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped  (${file})`,
  )
  if (status !== 0) process.exitCode = 1
}
