import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OSLER } from '../support/osler-process.ts'
import { PASSWORD, secretOf } from '../support/sign-in.ts'
import { until } from '../support/until.ts'

const SCRIPT = join(import.meta.dirname, '../../samples/consultation.txt')

interface Run {
  process: ChildProcess
  stdout: string
  stderr: string
}

/** `npm start` without its set-up, with everything that can be logged. */
function start(folder: string): Run {
  const env = { ...process.env, OSLER_DATA: folder, OSLER_PORT: '0', OSLER_LOG: 'debug' }
  const run: Run = { process: spawn(OSLER, ['serve', '--welcome'], { env }), stdout: '', stderr: '' }
  run.process.stdout?.on('data', (text) => (run.stdout += text))
  run.process.stderr?.on('data', (text) => (run.stderr += text))
  return run
}

const welcomed = (run: Run) => until('it says how to stop', () => run.stdout.includes('Stop with Ctrl+C.'), 120_000)
const keyOf = ({ stdout }: Run) => /API key +(\S+)/.exec(stdout)?.[1]

async function stop(run: Run): Promise<void> {
  run.process.kill('SIGTERM')
  const [code] = await once(run.process, 'exit')
  assert.equal(code, 0)
}

test('the first start shows the sample, a link that makes an account, and a key that works; the second the same key and no sample', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-first-'))
  const first = start(folder)
  await welcomed(first)
  assert.match(first.stdout, /I am allergic to penicillin|I'm allergic to penicillin/)
  for (const part of ['# SOAP note', '## Subjective', '## Objective', '## Assessment', '## Plan', '# Summary']) {
    assert.ok(first.stdout.includes(part), part)
  }
  const [, address] = /Workbench +(\S+)/.exec(first.stdout) ?? []
  const headers = { authorization: `Bearer ${keyOf(first)}` }
  const response = await fetch(`${address}api/consultations`, { headers })
  assert.equal(((await response.json()) as { consultations: unknown[] }).consultations.length, 1)
  const [, page] = /Account +(\S+)/.exec(first.stdout) ?? []
  const body = JSON.stringify({ link: secretOf(page), signInName: 'ada', name: 'Dr Ada Osei', password: PASSWORD })
  const made = await fetch(`${address}api/session/first`, {
    ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
  })
  assert.equal(made.status, 200)
  await stop(first)

  const second = start(folder)
  await welcomed(second)
  assert.equal(keyOf(second), keyOf(first))
  assert.ok(!second.stdout.includes('SOAP'))
  assert.ok(!/first-account/.test(second.stdout), 'there is an account')
  await stop(second)

  // PATIENT DATA: of what was said, no telling word may be in the log.
  const spoken = (await readFile(SCRIPT, 'utf8')).toLowerCase().match(/[a-z]{7,}/g) ?? []
  const telling = spoken.filter((word) => !['patient', 'doctor', 'headers', 'nothing', 'anything'].includes(word))
  assert.ok(telling.includes('penicillin'))
  for (const log of [first.stderr, second.stderr]) {
    assert.ok(log.includes('"outcome":"succeeded"') || log === second.stderr)
    for (const word of telling) assert.ok(!log.toLowerCase().includes(word), word)
  }
  await rm(folder, { recursive: true })
})
