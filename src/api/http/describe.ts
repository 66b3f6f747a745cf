import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { VERSION } from '../../platform/version.ts'
import type { App, Door } from '../door.ts'

/** Serves GET /openapi.json, made from the routes' schemas, and GET /docs, a page that needs no other host. */
export async function describeRoutes(app: App, doors: readonly Door[]): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Osler', version: VERSION, description: 'Clinical speech to transcript and note, self-hosted.' },
      // The same paths are served from the root and below each vendor's own base.
      servers: ['/', ...doors.flatMap(({ bases }) => bases)].map((url) => ({ url })),
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
