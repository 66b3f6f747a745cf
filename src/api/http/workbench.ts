import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from '../door.ts'

/** What set-up builds of `web/`. */
const FOLDER = join(import.meta.dirname, '../../../build/web')

// SECURITY: the page may load and reach nothing but this server, and no other page may frame it. Sound and downloads are
// blobs, since they are fetched with the key; the waveform brings a style sheet of its own.
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "media-src 'self' blob:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
]
const HEADERS = {
  'content-security-policy': POLICY.join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'microphone=(self)',
}

/** Serves the workbench at /. Files are named by their content, except the page itself. */
export function workbenchRoutes(app: App): void {
  app.register(fastifyStatic, {
    root: FOLDER,
    cacheControl: false,
    // As set-up leaves them beside the files.
    preCompressed: true,
    setHeaders(reply, path) {
      const isNamedByContent = path.includes('/assets/')
      reply.headers({
        ...HEADERS,
        'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    },
  })
}
