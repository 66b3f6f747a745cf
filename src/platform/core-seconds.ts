import { readdir, readFile } from 'node:fs/promises'

/** In `/proc/PID/stat` behind the name: the parent; the times of the process and of its children that have ended. */
const PARENT_FIELD = 1
const CPU_FIELDS = [11, 15] as const
const TICKS_PER_SECOND = 100

/** Seconds that a process and all that it has started have spent on cores, those that have ended among them; 0 but on Linux. */
export async function treeCoreSeconds(root = process.pid): Promise<number> {
  const ticks = [...(await readTree(root)).values()].flatMap((fields) => fields.slice(...CPU_FIELDS).map(Number))
  return ticks.reduce((sum, count) => sum + count, 0) / TICKS_PER_SECOND
}

/** The processes below and with a root, each with what Linux tells of it behind its name. */
export async function readTree(root: number): Promise<Map<number, string[]>> {
  const all = new Map<number, string[]>()
  for (const name of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    const fields = stat.split(') ')[1]?.split(' ')
    if (fields) all.set(Number(name), fields)
  }
  const isOurs = (pid: number): boolean =>
    pid === root || (all.has(pid) && isOurs(Number(all.get(pid)?.[PARENT_FIELD])))
  return new Map([...all].filter(([pid]) => isOurs(pid)))
}
