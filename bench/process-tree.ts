import { readdir, readFile } from 'node:fs/promises'

/** Memory of a process and of all that it has started, in bytes; what they share counts once (Linux's Pss). */
export async function treeBytes(root: number): Promise<number> {
  const sizes = await Promise.all([...(await readTree(root)).keys()].map(sharedBytes))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

/** Seconds that a process and all that it has started have spent on cores, those that have ended among them. */
export async function treeCpuSeconds(root: number): Promise<number> {
  const ticks = [...(await readTree(root)).values()].flatMap((fields) => fields.slice(...CPU_FIELDS).map(Number))
  return ticks.reduce((sum, count) => sum + count, 0) / TICKS_PER_SECOND
}

/** In `/proc/PID/stat` behind the name: the parent; the times of the process and of its children that have ended. */
const PARENT_FIELD = 1
const CPU_FIELDS = [11, 15] as const
const TICKS_PER_SECOND = 100

/** The processes below and with a root, each with what Linux tells of it behind its name. */
async function readTree(root: number): Promise<Map<number, string[]>> {
  const all = new Map<number, string[]>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    const fields = stat.split(') ')[1]?.split(' ')
    if (fields) all.set(Number(name), fields)
  }
  const isOurs = (pid: number): boolean =>
    pid === root || (all.has(pid) && isOurs(Number(all.get(pid)?.[PARENT_FIELD])))
  return new Map([...all].filter(([pid]) => isOurs(pid)))
}

async function sharedBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
