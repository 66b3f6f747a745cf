import type { Blobs } from '../blobs.ts'
import type { Ask } from './open-bucket.ts'
import { readRefusal } from './translate-failure.ts'
import { ignoreGone } from './upload.ts'

/** Another was first: 412 where the condition does not hold, 409 where two write at once. */
const BEATEN = [409, 412]

/** Whose the recordings in a bucket are, in an object beside them. Conditions on writing see to it that of two the first has it. */
export function openBucketOwner(ask: Ask, name: string): Pick<Blobs, 'readOwner' | 'writeOwner'> {
  async function read() {
    const answer = await ask((s3) => s3.getObjectRaw(name)).catch(ignoreGone)
    return answer && { id: (await answer.text()).trim(), etag: answer.headers.get('etag') ?? '*' }
  }

  return {
    readOwner: async () => (await read())?.id || undefined,

    async writeOwner(id, before) {
      const known = await read()
      if (known?.id !== before) return
      const condition: Record<string, string> = known ? { 'if-match': known.etag } : { 'if-none-match': '*' }
      await ask((s3) => s3.putObject(name, `${id}\n`, 'text/plain', undefined, condition)).catch((error) => {
        if (!BEATEN.includes(readRefusal(error)?.status ?? 0)) throw error
      })
    },
  }
}
