import type { Blobs } from '../blobs.ts'
import { dayOf } from '../trash-folder.ts'
import { listObjects } from './list-objects.ts'
import type { Ask } from './open-bucket.ts'
import { abortUnfinished } from './unfinished.ts'
import { ignoreGone } from './upload.ts'

/** A store copies no more than this by itself. */
const MOST_COPIED_BYTES = 5 * 1024 ** 3

interface Trash extends Pick<Blobs, 'setAside' | 'deleteSetAside'> {
  /** Deletes one that was set aside, on whatever day. */
  forget(key: string): Promise<void>
}

/**
 * Recordings that are to go, as `.trash/KEY/DAY`: a bucket renames nothing, so they are copied and then deleted.
 * @param carry copies through this machine
 */
export function openBucketTrash(
  ask: Ask,
  prefix: string,
  nameOf: (key: string) => string,
  carry: (from: string, to: string) => Promise<void>,
): Trash {
  const trash = `${prefix}.trash/`
  return {
    async setAside(key) {
      const name = nameOf(key)
      if (await abortUnfinished(ask, name)) return
      const bytes = await ask((s3) => s3.getContentLength(name)).catch(ignoreGone)
      if (bytes === undefined) return
      const target = `${trash}${key}/${dayOf(new Date())}`
      if (bytes > MOST_COPIED_BYTES) await carry(name, target)
      else await ask((s3) => s3.copyObject(name, target))
      await ask((s3) => s3.deleteObject(name))
    },

    async deleteSetAside(time) {
      for await (const { key } of listObjects(ask, trash))
        if (key.slice(-dayOf(time).length) < dayOf(time)) await ask((s3) => s3.deleteObject(trash + key))
    },

    async forget(key) {
      const ofKey = `${trash}${key}/`
      for await (const { key: day } of listObjects(ask, ofKey)) await ask((s3) => s3.deleteObject(ofKey + day))
    },
  }
}
