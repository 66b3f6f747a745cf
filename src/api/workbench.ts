import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './door.ts'

const FOLDER = join(import.meta.dirname, '../../web')

// SECURITY: the page may load and reach nothing but this server, and no other page may frame it.
const HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Serves the workbench at /. */
export function workbenchRoutes(app: App): void {
  app.register(fastifyStatic, {
    root: FOLDER,
    setHeaders: (reply) => void reply.headers(HEADERS),
  })
}
