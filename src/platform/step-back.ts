import { setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'

/** The server must answer while every core recognises: threads of its own stand behind it, and programs behind those. */
const [OF_THREADS, OF_PROGRAMS] = [3, 5]

/** Puts a program that was started behind the server. */
export function stepBack({ pid }: { pid?: number | undefined }): void {
  if (pid !== undefined) setPriority(pid, OF_PROGRAMS)
}

/** Puts this thread behind the one that answers: on Linux, for elsewhere a thread has the priority of the whole server. */
export function stepBackThread(): void {
  if (process.platform === 'linux' && !isMainThread) setPriority(OF_THREADS)
}
