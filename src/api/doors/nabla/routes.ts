import type { Door } from '../../door.ts'
import { accountRoutes } from './account-routes.ts'
import { audioRoutes } from './audio-routes.ts'
import { formatCallback, formatError } from './format.ts'
import { noteRoutes } from './note-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { signCallback } from './sign-callback.ts'

/** Nabla's Copilot and Core APIs, server and user side (https://docs.nabla.com). */
export const nabla: Door = {
  formatError,
  formatCallback,
  signCallback,

  routes(app, dependencies) {
    audioRoutes(app, dependencies)
    noteRoutes(app, dependencies)
    settingsRoutes(app, dependencies)
    accountRoutes(app, dependencies)
  },
}
