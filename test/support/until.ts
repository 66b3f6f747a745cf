import { setTimeout as sleep } from 'node:timers/promises'

const STEP_MS = 20

/** Waits until `look` answers something else than undefined or false; fails after `timeoutMs` with what was waited for. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  timeoutMs = 60_000,
): Promise<Value> {
  const endMs = Date.now() + timeoutMs
  while (Date.now() < endMs) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await sleep(STEP_MS)
  }
  throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`)
}
