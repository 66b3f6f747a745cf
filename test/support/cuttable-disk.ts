import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { until } from './until.ts'

/** A file system of its own whose power can be cut. */
export interface CuttableDisk extends AsyncDisposable {
  folder: string
  /** What was not on the disk yet is lost, and nothing more can be read or written; `restore` mounts what is left. */
  cut(): Promise<void>
  restore(): Promise<void>
}

const MEBIBYTES = 600
/** Shuts ext4 down without writing its journal (EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH, fs/ext4/ext4.h). */
const SHUT_DOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))`

/** Makes an ext4 in a file and mounts it; undefined where this user may not mount. */
export async function openCuttableDisk(): Promise<CuttableDisk | undefined> {
  const root = await mkdtemp(join(tmpdir(), 'osler-test-disk-'))
  const [image, folder] = [join(root, 'image'), join(root, 'disk')]
  await mkdir(folder)
  await execa('truncate', ['-s', `${MEBIBYTES}M`, image])
  const mount = () => execa('mount', ['-o', 'loop', image, folder])
  try {
    await execa('/sbin/mkfs.ext4', ['-q', '-F', image])
    await mount()
  } catch {
    await rm(root, { recursive: true })
    return undefined
  }
  return {
    folder,
    async cut() {
      await execa('python3', ['-c', SHUT_DOWN, folder])
    },
    async restore() {
      // Decoders of the server that was killed have their files open for a moment longer.
      await until(
        'nothing uses the disk',
        async () => (await execa('umount', [folder], { reject: false })).exitCode === 0,
      )
      await mount()
    },
    async [Symbol.asyncDispose]() {
      await execa('umount', ['--lazy', folder], { reject: false })
      await rm(root, { recursive: true, force: true })
    },
  }
}
