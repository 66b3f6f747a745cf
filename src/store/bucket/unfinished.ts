import type { ListedBlob } from '../blobs.ts'
import type { Ask } from './open-bucket.ts'
import { abort } from './upload.ts'

interface Upload {
  Key: string
  UploadId: string
  Initiated: string
}

/** One page of the answer, as it stands in XML. */
interface Page {
  Upload?: Upload | Upload[]
  IsTruncated?: string
  NextKeyMarker?: string
  NextUploadIdMarker?: string
}

/** As the folder's store names what is still being written. */
const UNFINISHED = /^(.+)\.([\w-]+)\.part$/

/** What is still being written, or was when its process was killed: listed like any blob, under a name that `abortUnfinished` reads. */
export async function* listUnfinished(ask: Ask, prefix: string): AsyncGenerator<ListedBlob> {
  let markers: Record<string, string> = {}
  for (;;) {
    const answer = await ask((s3) => s3.listMultipartUploads('/', prefix, 'GET', { prefix, ...markers }))
    const { ListMultipartUploadsResult: page } = answer as { ListMultipartUploadsResult?: Page }
    for (const { Key, UploadId, Initiated } of [page?.Upload ?? []].flat()) {
      const key = `${Key.slice(prefix.length)}.${Buffer.from(UploadId).toString('base64url')}.part`
      yield { key, bytes: 0, modifiedAt: new Date(Initiated) }
    }
    if (page?.IsTruncated !== 'true') return
    markers = { 'key-marker': page.NextKeyMarker ?? '', 'upload-id-marker': page.NextUploadIdMarker ?? '' }
  }
}

/** Lets go of what the name of an unfinished object names; false where it is another name. */
export async function abortUnfinished(ask: Ask, name: string): Promise<boolean> {
  const [, object, id] = UNFINISHED.exec(name) ?? []
  if (object === undefined || id === undefined) return false
  await abort(ask, object, Buffer.from(id, 'base64url').toString())
  return true
}
