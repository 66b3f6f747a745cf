import { NO_SETTINGS } from '../../../domain/setting.ts'
import type { Door } from '../../door.ts'
import { accountRoutes } from './account-routes.ts'
import { contextRoutes } from './context-routes.ts'
import { formatError } from './format.ts'
import { noteRoutes } from './note-routes.ts'
import { patientRoutes } from './patient-routes.ts'
import { segmentRoutes } from './segment-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { transcriptRoutes } from './transcript-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Heidi's Open API (https://www.heidihealth.com/developers/heidi-api): sessions that recordings are added to. */
export const heidi: Door = {
  name: 'heidi',
  settings: NO_SETTINGS,
  bases: ['/api/v2/ml-scribe/open-api', '/open-api'],
  prefixes: [],
  formatError,
  // No route of this door takes a callback.
  formatCallback: () => null,

  routes(app, dependencies) {
    accountRoutes(app, dependencies)
    sessionRoutes(app, dependencies)
    uploadRoutes(app, dependencies)
    segmentRoutes(app, dependencies)
    transcriptRoutes(app, dependencies)
    noteRoutes(app, dependencies)
    patientRoutes(app, dependencies)
    contextRoutes(app, dependencies)
  },
}
