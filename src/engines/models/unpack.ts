import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { execa } from 'execa'
import { Parser, type ReadEntry } from 'tar'
import { OslerError } from '../../domain/errors.ts'
import { childEnvironment } from '../../platform/child-environment.ts'

const BZIP2_MAGIC = 'BZh'
/** No model that a processor runs is larger; what unpacks to more was made to fill disks. */
const MOST_BYTES = 8 * 1024 ** 3

/**
 * Takes the files that are wanted out of an archive (tar, plain or by gzip or bzip2) into a folder, by their last names:
 * no path of the archive becomes a path here. Throws `model_damaged` when it is no archive, is cut off, names a path
 * outside of itself or holds too much, and `engine_missing` without bzip2.
 */
export async function unpack(archive: string, folder: string, isWanted: (name: string) => boolean): Promise<void> {
  const writing: Promise<void>[] = []
  let bytes = 0
  const parser = new Parser({ strict: true })
  const refuse = (why: string) => parser.abort(damaged(archive, why))
  parser.on('entry', (entry: ReadEntry) => {
    bytes += entry.size ?? 0
    if (entry.path.startsWith('/') || entry.path.split(/[\\/]/).includes('..'))
      refuse('it names a path outside of itself')
    else if (bytes > MOST_BYTES) refuse('it holds more than 8 GB')
    else if (entry.type === 'File' && isWanted(entry.path)) writing.push(write(entry, folder))
    else entry.resume()
  })
  try {
    await pipeline(await openArchive(archive), parser)
    await Promise.all(writing)
  } catch (error) {
    if (error instanceof OslerError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new OslerError('disk_full', 'The disk is full.')
    if (code === 'ENOENT')
      throw new OslerError('engine_missing', 'bzip2 is not installed: run `apt-get install bzip2`.')
    throw damaged(archive, 'it is no tar archive, or it is cut off')
  }
}

const write = (entry: ReadEntry, folder: string) =>
  pipeline(entry as unknown as Readable, createWriteStream(join(folder, basename(entry.path))))

/** gzip is undone by the parser, bzip2 by Debian's program. */
async function openArchive(path: string): Promise<Readable> {
  await using handle = await open(path)
  const { buffer } = await handle.read(Buffer.alloc(3), 0, 3, 0)
  if (buffer.toString('latin1') !== BZIP2_MAGIC) return createReadStream(path)
  // Its error is the stream's.
  return execa('bzip2', ['-dc', path], {
    encoding: 'buffer',
    buffer: false,
    extendEnv: false,
    env: childEnvironment(),
  }).readable()
}

const damaged = (archive: string, why: string) =>
  new OslerError('model_damaged', `The archive ${basename(archive)} cannot be used: ${why}.`)
