import type { Readable } from 'node:stream'
import { OslerError } from '../../domain/errors.ts'
import type { App } from '../door.ts'

/**
 * Bodies as JSON or as a urlencoded form; forms with files are read where they are taken in. A body of nothing is none,
 * whatever type it says: axios and `curl -d ''` call it a form.
 */
export function readBodies(app: App): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (/^\s*$/.test(String(body))) done(null, undefined)
    else if (NUL.test(String(body))) done(noText())
    else parseJson(request, String(body), done)
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    if (String(body).includes('%00')) done(noText())
    else done(null, body === '' ? undefined : readUrlencoded(String(body)))
  })
  // No route takes plain text: it is refused as a type, not as a wrong object.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('*', (_request, body, done) => refuseContent(body, done))
  app.addHook('onRequest', async ({ headers }) => {
    const { 'content-encoding': encoding = '' } = headers
    if (!UNCHANGED.test(encoding)) throw compressed(encoding)
    if (headers['content-length'] === '0') delete headers['content-type']
  })
}

/** Of a type that no route takes, or none: a body sent in chunks shows only at its end that it is nothing. */
function refuseContent(body: Readable, done: (error: Error | null) => void): void {
  const accept = () => done(null)
  const refuse = () => {
    body.off('end', accept)
    done(new OslerError('body_unsupported', NOT_TAKEN))
  }
  body.once('data', refuse).once('end', accept)
}

/** U+0000 as JSON escapes it, which no database keeps; behind a backslash that is escaped itself it is a text about it. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/
const noText = () =>
  new OslerError('request_invalid', 'The body holds U+0000, a character that is no text: leave it out.')

/** Some clients put the charset into the header that names a compression. */
const UNCHANGED = /^(|identity|binary|utf-?8)$/i
const compressed = (encoding: string) =>
  new OslerError('body_unsupported', `The body is compressed (${encoding}): send it as it is.`)

export const NOT_TAKEN = 'The content type is not one that this route takes; send multipart/form-data or JSON.'

/** A field that comes several times is a list, as it is in JSON. */
function readUrlencoded(body: string): Record<string, string | string[]> {
  const fields = Map.groupBy(new URLSearchParams(body), ([name]) => name)
  return Object.fromEntries(
    [...fields].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}
