import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { copyPostgresDatabase } from '../support/databases.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { OSLER, startOsler, TEST_SETTINGS } from '../support/osler-process.ts'
import { openReceiver } from '../support/receiver.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

/** Longer than the queue needs to bring a task to a process that takes it. */
const A_WHILE_MS = 8000

test('a server without workers, a worker that delivers and one that hears share a PostgreSQL: each does its own alone', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-roles-'))
  await using receiver = await openReceiver((_, response) => response.end())
  const settings = {
    ...TEST_SETTINGS,
    OSLER_DATA: folder,
    OSLER_DATABASE_URL: await copyPostgresDatabase(),
    OSLER_ALLOW_HOSTS: '127.0.0.1',
  }
  const running: ChildProcess[] = []
  t.after(async () => {
    for (const child of running) child.kill('SIGTERM')
    for (const child of running) if (child.exitCode === null) await once(child, 'exit')
    await rm(folder, { recursive: true })
  })
  const startWorker = (tasks: string) => {
    const env = { ...process.env, ...settings }
    const child = spawn(OSLER, ['worker', '--tasks', tasks], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    running.push(child)
    return child
  }

  const server = await startOsler(folder, { ...settings, OSLER_WORKERS: '0' })
  running.push(server.process)
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(server.address + path, { ...init, headers: { authorization: `Bearer ${TEST_KEY}` } })).json()
  assert.deepEqual(await ask('/health/ready'), { status: 'ready' })
  const form = new FormData()
  form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  form.append('callbackUrl', `${receiver.address}/done`)
  const { id } = (await ask('/api/consultations', { method: 'POST', body: form })) as { id: string }
  const stateOf = async () => {
    const { request } = (await ask(`/api/consultations/${id}`)) as { request: { status: string; progress: number } }
    return { status: request.status, progress: request.progress }
  }
  await sleep(A_WHILE_MS)
  assert.deepEqual(await stateOf(), { status: 'ongoing', progress: 0 }, 'the server alone does none')

  const deliverer = startWorker('deliver')
  await once(deliverer.stdout as NonNullable<typeof deliverer.stdout>, 'data')
  await sleep(A_WHILE_MS)
  assert.deepEqual(await stateOf(), { status: 'ongoing', progress: 0 }, 'nor does one that only delivers')

  const hearer = startWorker('transcribe')
  await until('it is heard', async () => (await stateOf()).status === 'succeeded')
  await until('it is delivered', () => receiver.received.length > 0)
  assert.equal(receiver.received.length, 1)
  assert.match(receiver.received[0]?.body ?? '', /headache/)
  assert.deepEqual(await loadedBy(deliverer), [], 'who only delivers loads no engine')
  assert.notDeepEqual(await loadedBy(hearer), [])
})

/** Python and sherpa-onnx, as the system knows them: child processes, and native code in the process itself. */
async function loadedBy({ pid }: ChildProcess): Promise<string[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean)
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8')
  return [...children, ...(maps.match(/[^/\n]*(?:onnx|fvad|llama)[^/\n]*/g) ?? [])]
}

test('what no process could ever do is refused at the start, in a sentence', async () => {
  const run = async (words: string[], env: Record<string, string>) => {
    const { stderr, exitCode } = await execa(OSLER, words, { env: { ...TEST_SETTINGS, ...env }, reject: false })
    assert.equal(exitCode, 1)
    return stderr
  }
  assert.match(
    await run(['serve'], { OSLER_WORKERS: '0' }),
    /nobody else can work on the embedded database: set 1 or more/,
  )
  const postgres = { OSLER_DATABASE_URL: 'postgres://127.0.0.1:1/none' }
  assert.match(
    await run(['worker', '--tasks', 'deliver,sing'], postgres),
    /--tasks has "sing"; there are transcribe, write/,
  )
  assert.match(
    await run(['worker'], { ...postgres, OSLER_WORKERS: '0' }),
    /OSLER_WORKERS is 0: a worker that transcribes/,
  )
})
