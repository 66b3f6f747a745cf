import { readFile } from 'node:fs/promises'

/** The Python processes that this one has started and that still live. */
export async function listPythons(): Promise<number[]> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')
  const ids = children.trim().split(' ').filter(Boolean).map(Number)
  const names = await Promise.all(ids.map((id) => readFile(`/proc/${id}/comm`, 'utf8').catch(() => '')))
  return ids.filter((_, at) => names[at]?.startsWith('python'))
}

/** Sends a signal to all of them; answers how many there were. */
export async function signalPythons(signal: NodeJS.Signals): Promise<number> {
  const ids = await listPythons()
  for (const id of ids) process.kill(id, signal)
  return ids.length
}
