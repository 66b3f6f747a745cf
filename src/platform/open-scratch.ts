import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { lockFolder } from './folder-lock.ts'
import { PREPARED, sweepScratch, withScratch } from './scratch.ts'
import { findMemoryPlaces, hasRoom, IN_MEMORY } from './scratch-in-memory.ts'

/** Where this process leaves sound for as long as it works on it. */
export interface Scratch extends AsyncDisposable {
  /** The folder in memory, where sound is not to touch the disk and this machine has such a place. */
  memory: string | undefined
  /**
   * Runs `work` with a private folder, which is gone when it ends: in memory, and from its beginning once more on the disk
   * where that proves to have too little room.
   */
  run<Value>(name: string, work: (folder: string) => Promise<Value>): Promise<Value>
  /** A private folder for small files, which is gone when it is disposed. */
  open(name: string): Promise<AsyncDisposable & { folder: string }>
  /** Removes what dead processes left, of those that share the disk's folder with others only after so long. */
  sweep(olderThanMs: number): Promise<void>
}

/** What stays in memory of a process that died before it had a lock. */
const UNLOCKED_MS = 60_000

/**
 * Opens this process's own folders, behind what dead ones left is gone.
 * @param root on the disk, which processes may share
 * @param inMemory whether sound is to stay off the disk: where it is sealed there
 * @param olderThanMs as in `sweepScratch`
 */
export async function openScratch(root: string, inMemory: boolean, olderThanMs: number): Promise<Scratch> {
  await using opened = new AsyncDisposableStack()
  const [place] = inMemory ? await findMemoryPlaces() : []
  const sweep = async (olderThanMs: number) => {
    await sweepScratch(root, olderThanMs)
    if (place) await sweepScratch(place, UNLOCKED_MS, IN_MEMORY)
  }
  await sweep(olderThanMs)
  await mkdir(root, { recursive: true, mode: 0o700 })
  const disk = opened.use(await claimNew(root, 'process-')).folder
  const memory = place && opened.use(await claimNew(place, IN_MEMORY)).folder
  const choose = async () => (memory && (await hasRoom(memory)) ? memory : disk)
  const stack = opened.move()
  return {
    memory,
    async run(name, work) {
      const chosen = await choose()
      return withScratch(chosen, name, work).catch((error) => {
        if (chosen === disk || !(error instanceof OslerError && error.code === 'disk_full')) throw error
        return withScratch(disk, name, work)
      })
    },
    async open(name) {
      const folder = await mkdtemp(join(await choose(), `${name}-`))
      return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
    },
    sweep,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** A folder that is this process's own, by a lock of the kernel; it has its name only when it is locked. */
async function claimNew(root: string, prefix: string): Promise<AsyncDisposable & { folder: string }> {
  const prepared = await mkdtemp(join(root, `${PREPARED}${prefix}`))
  const lock = await lockFolder(prepared, 'alone')
  const folder = join(dirname(prepared), basename(prepared).slice(PREPARED.length))
  await rename(prepared, folder)
  return {
    folder,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
      lock?.[Symbol.dispose]()
    },
  }
}
