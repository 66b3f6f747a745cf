import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// Asks /health/live again and again in a thread of its own, since who sends three hundred requests is busy himself. `begin`
// forgets how long it took before, `end` has the longest answer told.
const EVERY_MS = 20
let [isOver, silentMs] = [false, 0]
parentPort?.on('message', (message) => {
  silentMs = message === 'begin' ? 0 : silentMs
  isOver = message === 'end'
})

async function ask(): Promise<void> {
  const askedMs = performance.now()
  const { status } = await fetch(`${workerData}/health/live`)
  assert.equal(status, 200)
  silentMs = Math.max(silentMs, performance.now() - askedMs)
}

await ask()
parentPort?.postMessage('watching')
while (!isOver) {
  await ask()
  await sleep(EVERY_MS)
}
parentPort?.postMessage(silentMs)
parentPort?.close()
