import type { Job } from '../domain/job.ts'
import type { Handle } from '../store/tables.ts'
import { failUnwaited, joinJob, leaveJob } from '../store/waiters.ts'

/** Who hung up may ask again for so long: OpenAI's packages do within 8 s. */
const PATIENCE_MS = 120_000

const LEFT = {
  code: 'client_gone',
  message:
    'Whoever sent this hung up before the answer, and nobody asked again within two minutes: run it again if it is wanted.',
  details: {},
} as const

/**
 * Waits for work whose id nobody is told. When the last who waits hangs up and nobody sends the same again, it ends: its
 * answer could reach nobody. Who was answered, be it that it takes long, may ask for it later, and it goes on.
 */
export async function whileWaitedFor<Value>(
  db: Handle,
  { id }: Job,
  gone: AbortSignal,
  wait: () => Promise<Value>,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  await joinJob(db, id)
  try {
    return await wait()
  } finally {
    if (gone.aborted) {
      await leaveJob(db, id)
      // A process that stops meanwhile leaves the work to go on.
      setTimeout(() => failUnwaited(db, id, LEFT).catch(() => {}), patienceMs).unref()
    }
  }
}
