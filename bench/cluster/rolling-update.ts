import { openAsBlob } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'
import { countFaults } from './failures.ts'
import { type Spoken, speakLive } from './live-speaker.ts'
import { KEY, type Node, openNodes, type Version } from './nodes.ts'

// Servers and workers are replaced one by one by those of a version that has added to the tables, and then back, while clients
// send recordings, look on, and four speak over sockets. As a chart does it: the new one is ready before the old one is told to
// stop, and a balancer has forgotten the old one by then.
const SAMPLE = 'samples/consultation.ogg'
const SPEAKERS = 4
const [SEND_MS, POLL_MS] = [1000, 100]
/** A balancer unlearns an address within this time; a chart's `preStop` waits as long. */
const UNLEARN_MS = 1000
const headers = { authorization: `Bearer ${KEY}` }

export async function measureRollingUpdate(): Promise<void> {
  await using nodes = await openNodes()
  const start = (role: 'serve' | 'hearer', version: Version) => nodes.start(role, { OSLER_LIVE_STREAMS: '8' }, version)
  const servers = [await start('serve', 'this'), await start('serve', 'this')]
  const workers = [await start('hearer', 'this'), await start('hearer', 'this')]
  let [turn, isOver] = [0, false]
  const pick = () => servers[turn++ % servers.length]?.address ?? ''
  const speakers = Array.from({ length: SPEAKERS }, (_, seed) => speakLive(pick, () => isOver, seed))
  const load = sendOn(pick, () => isOver)
  for (const version of ['next', 'this'] as const) {
    for (const role of [servers, workers]) {
      for (let count = 0; count < 2; count++)
        await replace(role, await start(role === servers ? 'serve' : 'hearer', version))
    }
  }
  isOver = true
  const { answers, failed } = await load
  const spoken = await Promise.all(speakers)
  await until('all is done', async () => (await countFaults(nodes)).lost === 0, 240_000).catch(() => {})
  const { lost, doubled } = await countFaults(nodes)
  const what = 'forward and back one version under load: requests that failed'
  printFigure(`${what}, of ${answers}`, String(failed.length), '0')
  for (const failure of failed.slice(0, 5)) console.log(`  ${failure}`)
  printFigure('  works lost, doubled', `${lost}, ${doubled}`, '0, 0')
  const cameBack = spoken.reduce((sum, one) => sum + one.cameBack, 0)
  const lostBytes = await Promise.all(spoken.map((one) => countLost(pick(), one)))
  const sum = lostBytes.reduce((all, bytes) => all + bytes, 0)
  printFigure(`  ${SPEAKERS} sockets came back ${cameBack} times: bytes of sound lost`, String(sum), '0')
}

/** The new one takes the old one's place, which ends when nobody is sent there any more. */
async function replace(nodes: Node[], next: Node): Promise<void> {
  const old = nodes.shift()
  nodes.push(next)
  await sleep(UNLEARN_MS)
  await old?.stop('SIGTERM')
}

/** Sends recordings and looks on until it is over. */
async function sendOn(pick: () => string, isOver: () => boolean): Promise<{ answers: number; failed: string[] }> {
  const failed: string[] = []
  let answers = 0
  const ask = async (path: string, init: RequestInit = {}) => {
    answers++
    const answer = await fetch(`${pick()}${path}`, { ...init, headers }).catch((error: Error) => error)
    if (answer instanceof Response && answer.ok) return (await answer.json()) as { id: string }
    failed.push(
      answer instanceof Response ? `${answer.status} ${await answer.text()}` : `${answer.message} ${answer.cause}`,
    )
    return undefined
  }
  let known: string | undefined
  const pollOn = async () => {
    for (; !isOver(); await sleep(POLL_MS)) if (known) await ask(`/api/consultations/${known}`)
  }
  const polling = pollOn()
  for (; !isOver(); await sleep(SEND_MS)) {
    const body = new FormData()
    body.append('file', await openAsBlob(SAMPLE), 'consultation.ogg')
    body.append('documents', 'summary')
    known = (await ask('/api/consultations', { method: 'POST', body }))?.id ?? known
  }
  await polling
  return { answers, failed }
}

/** How much of what was said is not in the recording, or is otherwise there. */
async function countLost(address: string, { consultation, pcm }: Spoken): Promise<number> {
  const answer = await fetch(`${address}/api/consultations/${consultation}/audio`, { headers })
  const kept = Buffer.from(await answer.arrayBuffer())
  const sound = kept.subarray(Math.max(0, kept.length - pcm.length))
  return sound.equals(pcm) ? 0 : Math.max(1, pcm.length - sound.length)
}

if (import.meta.main) await measureRollingUpdate()
