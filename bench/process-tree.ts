import { readdir, readFile } from 'node:fs/promises'

/** Memory of a process and of all that it has started, in bytes; what they share counts once (Linux's Pss). */
export async function treeBytes(root: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    const parent = stat.split(') ')[1]?.split(' ')[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid) as number))
  const sizes = await Promise.all([...parents.keys()].filter(isOurs).map(sharedBytes))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

async function sharedBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
