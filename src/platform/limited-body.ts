import { Readable } from 'node:stream'
import type { Response } from 'undici'
import { OslerError } from '../domain/errors.ts'

/**
 * The body of an answer as a stream that fails with `audio_too_large` behind `maxBytes`, counted after decompression,
 * and with what `translate` makes of any other failure. Destroying it hangs up at once.
 */
export function readLimited(response: Response, maxBytes: number, translate: (error: unknown) => OslerError): Readable {
  const reader = response.body?.getReader()
  let bytes = 0
  return new Readable({
    async read() {
      try {
        const chunk = await reader?.read()
        bytes += chunk?.value?.length ?? 0
        if (bytes > maxBytes) throw tooLarge(maxBytes)
        this.push(chunk?.value ?? null)
      } catch (error) {
        this.destroy(translate(error))
      }
    },
    destroy(error, done) {
      const end = () => done(error)
      if (reader) reader.cancel().then(end, end)
      else end()
    },
  })
}

export function tooLarge(maxBytes: number): OslerError {
  const mebibytes = Math.round((maxBytes / 1024 / 1024) * 10) / 10
  return new OslerError('audio_too_large', `The file at the address is larger than the limit of ${mebibytes} MB.`, {
    maxBytes,
  })
}
