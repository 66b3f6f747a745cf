import { once } from 'node:events'

/** Waits for the first request to stop: Ctrl+C, or what a process supervisor sends. From the call on, neither kills. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}
