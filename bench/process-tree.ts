import { readFile } from 'node:fs/promises'
import { readTree } from '../src/platform/core-seconds.ts'

/** Memory of a process and of all that it has started, in bytes; what they share counts once (Linux's Pss). */
export async function treeBytes(root: number): Promise<number> {
  const sizes = await Promise.all([...(await readTree(root)).keys()].map(sharedBytes))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

async function sharedBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
