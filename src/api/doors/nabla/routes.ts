import { defineDoor } from '../../door.ts'
import { dropNulls } from '../../http/drop-nulls.ts'
import { takeUsers } from '../../http/take-users.ts'
import { accountRoutes } from './account-routes.ts'
import { audioRoutes } from './audio-routes.ts'
import { formatCallback, formatError } from './format.ts'
import { liveRoutes } from './live/live-routes.ts'
import { noteRoutes } from './note-routes.ts'
import { NABLA_SETTINGS } from './settings.ts'
import { settingsRoutes } from './settings-routes.ts'
import { signCallback } from './sign-callback.ts'
import { State } from './state.ts'

/** The Copilot API, and the Core API behind it. */
const SERVERS = ['/v1/copilot-api/server', '/v1/copilot-api/user', '/v1/core/server', '/v1/core/user']

/** Nabla's Copilot and Core APIs, server and user side (https://docs.nabla.com). */
export const nabla = defineDoor({
  name: 'nabla',
  bases: [...SERVERS, ...SERVERS.slice(0, 2).map((base) => `${base}/copilot`), '/copilot'],
  prefixes: [],
  needs: ['intake', 'jobs', 'tokens', 'offers', 'live'],
  settings: NABLA_SETTINGS,
  state: State,
  // Older documents have underscores in the first part of a path: `listen_async`.
  respell: (path) => path.replace(/^\/[^/?]*/, (first) => first.replaceAll('_', '-')),
  formatError,
  formatCallback,
  signCallback,

  routes(app, use, settings) {
    accountRoutes(app, use)
    takeUsers(app)
    dropNulls(app)
    audioRoutes(app, use, settings)
    noteRoutes(app, use, settings)
    settingsRoutes(app, use.records)
    liveRoutes(app, use, settings)
  },
})
