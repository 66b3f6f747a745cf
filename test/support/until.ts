import { setTimeout as sleep } from 'node:timers/promises'

/** Between two looks, longer from one to the next: to look at a server takes from the work that is waited for. */
const FIRST_STEP_MS = 20
const LONGEST_STEP_MS = 250
const GROWTH = 1.3

/** Waits until `look` answers something else than undefined or false; fails after `timeoutMs` with what was waited for. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  timeoutMs = 60_000,
): Promise<Value> {
  const endMs = Date.now() + timeoutMs
  for (let stepMs = FIRST_STEP_MS; Date.now() < endMs; stepMs = Math.min(stepMs * GROWTH, LONGEST_STEP_MS)) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await sleep(stepMs)
  }
  throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`)
}
