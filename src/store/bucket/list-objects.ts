import { OslerError } from '../../domain/errors.ts'
import type { ListedBlob } from '../blobs.ts'
import type { Ask } from './open-bucket.ts'

const PAGE = 1000

/** Objects whose names begin with `prefix`, without it, in the order of their names. */
export async function* listObjects(ask: Ask, prefix: string): AsyncGenerator<ListedBlob> {
  let token: string | undefined
  do {
    const page = await ask((s3) => s3.listObjectsPaged('/', prefix, PAGE, token))
    // The library answers nothing where the bucket is not there.
    if (!page) throw new OslerError('store_refused', 'The bucket of OSLER_BLOBS_URL is not there: make it, or mend it.')
    for (const { Key, Size, LastModified } of page.objects ?? [])
      yield { key: Key.slice(prefix.length), bytes: Size, modifiedAt: LastModified }
    token = page.nextContinuationToken
  } while (token)
}
