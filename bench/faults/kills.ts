import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DATABASES, makePostgresDatabase } from '../../test/support/databases.ts'
import { TEST_KEY } from '../../test/support/open-test-system.ts'
import { killHard, type OslerProcess, startOsler } from '../../test/support/osler-process.ts'
import { makeRandom } from '../../test/support/random.ts'
import { openReceiver } from '../../test/support/receiver.ts'
import { speak } from '../../test/support/recordings.ts'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'

// Kills the server at random moments under load, on both databases, and counts what was acknowledged and is lost, and
// callbacks that are lost or differ: `node bench/faults/run.ts kills`
const KILLS = Number(process.env.KILLS ?? 50)
const CLIENTS = 3
const MOST_ACKNOWLEDGED = 150
/** A request that was answered with 202, and where its callback goes. */
interface Acknowledged {
  id: string
  path: string
}

const headers = { authorization: `Bearer ${TEST_KEY}` }

for (const { name } of DATABASES) await measure(name)

async function measure(name: string): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'osler-bench-kills-'))
  await using receiver = await openReceiver((_, response) => response.end())
  const isPostgres = name === 'PostgreSQL'
  const environment: Record<string, string> = {
    ...{ OSLER_ALLOW_HOSTS: '127.0.0.1', OSLER_REQUESTS_PER_MINUTE: '1000000', OSLER_UPLOADS_PER_MINUTE: '1000000' },
    ...(isPostgres && { OSLER_DATABASE_URL: await makePostgresDatabase() }),
  }
  const random = makeRandom(3)
  const acknowledged: Acknowledged[] = []
  let osler = await startOsler(root, environment)
  let isOver = false
  const clients = Array.from({ length: CLIENTS }, () =>
    sendOn(
      () => osler,
      receiver.address,
      acknowledged,
      () => isOver,
    ),
  )
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(200 + random.below(2500))
    await killHard(osler)
    osler = await startOsler(root, environment)
  }
  isOver = true
  await Promise.all(clients)
  const states = await Promise.all(acknowledged.map(({ id }) => ended(osler, id)))
  await until(
    'every callback came',
    () => new Set(receiver.received.map(({ path }) => path)).size >= acknowledged.length,
    120_000,
  ).catch(() => {})
  const bodies = Map.groupBy(receiver.received, ({ path }) => path)
  const differing = [...bodies.values()].filter((got) => new Set(got.map(({ body }) => body)).size > 1)
  const lost = states.filter((state) => state !== 'succeeded')
  printFigure(
    `${name}: acknowledged requests lost over ${KILLS} kills (of ${acknowledged.length})`,
    String(lost.length),
    '0',
  )
  printFigure(`${name}: callbacks lost`, String(acknowledged.filter(({ path }) => !bodies.has(path)).length), '0')
  printFigure(`${name}: callbacks delivered with differing content`, String(differing.length), '0')
  await killHard(osler)
  await rm(root, { recursive: true, force: true })
}

/** Sends recordings one after the other, each with a callback of its own, until it is over. */
async function sendOn(
  osler: () => OslerProcess,
  receiver: string,
  acknowledged: Acknowledged[],
  isOver: () => boolean,
): Promise<void> {
  const file = await openAsBlob(await speak('good morning doctor'))
  while (!isOver() && acknowledged.length < MOST_ACKNOWLEDGED) {
    const body = new FormData()
    body.append('documents', 'summary')
    const path = `/${crypto.randomUUID()}`
    body.append('callbackUrl', receiver + path)
    body.append('file', file, 'x.wav')
    const response = await fetch(`${osler().address}/api/consultations`, { method: 'POST', headers, body }).catch(
      () => undefined,
    )
    const answer =
      response?.status === 202
        ? ((await response.json().catch(() => undefined)) as { request: { id: string } })
        : undefined
    if (answer) acknowledged.push({ id: answer.request.id, path })
    await sleep(response ? 300 : 50)
  }
}

async function ended(osler: OslerProcess, id: string): Promise<string> {
  const read = async () => {
    const response = await fetch(`${osler.address}/api/requests/${id}`, { headers })
    return response.ok
      ? ((await response.json()) as { status: string }).status
      : `answered ${response.status} ${await response.text()}`
  }
  return until(
    'it has ended',
    async () => {
      const status = await read()
      return status !== 'ongoing' && status
    },
    300_000,
  ).catch(() => 'hangs')
}
