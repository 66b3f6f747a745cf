import type { Readable } from 'node:stream'
import type { ByteRange } from '../domain/sound.ts'

export interface StoredBlob {
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
}

export interface ListedBlob {
  key: string
  /** As they are stored; 0 of what is still being written to a bucket. */
  bytes: number
  modifiedAt: Date
}

/** Where recordings are kept. Keys are paths of letters, digits, `-`, `_`, `.` and `/`; anything else is refused. */
export interface Blobs {
  /**
   * Stores the stream; when this returns, the blob is whole and on the disk. When the stream fails, nothing stays.
   * Throws the stream's error, or `disk_full`; of a store elsewhere every function also `store_down` and `store_refused`.
   */
  put(key: string, stream: Readable): Promise<StoredBlob>
  /** The blob's bytes, or a range of them, a part at a time. Throws `not_found`, and what the first part throws; the stream, what others do. */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** A file of this machine with the blob's bytes; a store that has none makes one in `scratch`. Throws `not_found`. */
  localFile(key: string, scratch: string): Promise<string>
  /** Deletes the blob, also where it was set aside; one that is not there is no error. */
  delete(key: string): Promise<void>
  /** Takes the blob out of sight and keeps it, until `deleteSetAside`; one that is not there is no error. */
  setAside(key: string): Promise<void>
  /** Deletes what was set aside on a day (UTC) before that of `time`. */
  deleteSetAside(time: Date): Promise<void>
  /** The id of the installation whose blobs these are; undefined until it is written. */
  readOwner(): Promise<string | undefined>
  /** Says whose they are, where nothing is said yet or `before` is; otherwise leaves what is there: the first has it. */
  writeOwner(id: string, before?: string): Promise<void>
  /** Every blob, also such as no row names. */
  list(): AsyncIterable<ListedBlob>
}
