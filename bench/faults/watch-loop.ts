import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into a server: writes down for how long its answering thread was held at a time, by the clock and by the processor.
 * On a busy machine only the second tells what the server itself does.
 */
const EVERY_MS = 10
const TOLD_MS = 30
const file = process.env.BENCH_LOOP_FILE

if (file && isMainThread && process.argv.includes('serve')) {
  let [at, cpu] = [performance.now(), process.threadCpuUsage()]
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(cpu)
    const heldMs = performance.now() - at
    if (heldMs > TOLD_MS) appendFileSync(file, `${heldMs} ${(user + system) / 1000}\n`)
    ;[at, cpu] = [performance.now(), process.threadCpuUsage()]
  }, EVERY_MS).unref()
}
