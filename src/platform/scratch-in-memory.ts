import { statfs } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { dirname } from 'node:path'

/** The name of every folder of scratch that lies in memory. */
export const IN_MEMORY = 'osler-scratch-'

/** `statfs` of a file system that lies in memory and leaves nothing on a disk (TMPFS_MAGIC, linux/magic.h). */
const TMPFS = 0x01021994
/** What every Linux has; and what a container is given where its own has no room. */
const CANDIDATES = ['/dev/shm', tmpdir()]

/** A run has some four files at once: together an eighth of the memory, with room for those of others. */
const SHARE_OF_MEMORY = 32
const SHARE_OF_ROOM = 4
/** Eight minutes of sound: with less it is not worth beginning there. */
const LEAST_FILE_BYTES = 16 * 1024 ** 2

/** The places of this machine that lie in memory, the roomiest first. */
export async function findMemoryPlaces(candidates: readonly string[] = CANDIDATES): Promise<string[]> {
  const found = await Promise.all(candidates.map(async (path) => ({ path, ...(await statfs(path).catch(() => NONE)) })))
  const inMemory = found.filter(({ type }) => type === TMPFS)
  return inMemory.sort((a, b) => b.bavail * b.bsize - a.bavail * a.bsize).map(({ path }) => path)
}

const NONE = { type: 0, bavail: 0, bsize: 0 }

/** How large a new file at this path may become: without bound on a disk, in memory as far as the rest of the machine allows. */
export async function roomFor(path: string): Promise<number> {
  if (!path.includes(`/${IN_MEMORY}`)) return Number.POSITIVE_INFINITY
  const { bavail, bsize } = await statfs(dirname(path))
  return Math.min(usableMemory() / SHARE_OF_MEMORY, (bavail * bsize) / SHARE_OF_ROOM)
}

/** Whether a run may begin in this folder of memory. */
export const hasRoom = async (folder: string): Promise<boolean> => (await roomFor(`${folder}/new`)) >= LEAST_FILE_BYTES

/** Of a container, what it was given. */
const usableMemory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
