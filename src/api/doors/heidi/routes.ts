import { NO_SETTINGS } from '../../../domain/setting.ts'
import { defineDoor } from '../../door.ts'
import { dropNulls } from '../../http/drop-nulls.ts'
import { takeUsers } from '../../http/take-users.ts'
import { accountRoutes } from './account-routes.ts'
import { contextRoutes } from './context-routes.ts'
import { formatError } from './format.ts'
import { noteRoutes } from './note-routes.ts'
import { patientRoutes } from './patient-routes.ts'
import { segmentRoutes } from './segment-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { State } from './state.ts'
import { transcriptRoutes } from './transcript-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Heidi's Open API (https://www.heidihealth.com/developers/heidi-api): sessions that recordings are added to. */
export const heidi = defineDoor({
  name: 'heidi',
  bases: ['/api/v2/ml-scribe/open-api', '/open-api'],
  prefixes: [],
  needs: ['intake', 'jobs', 'consultations', 'sessions', 'playback', 'attachments', 'lists', 'tokens', 'offers'],
  settings: NO_SETTINGS,
  state: State,
  formatError,

  routes(app, use) {
    takeUsers(app)
    dropNulls(app)
    accountRoutes(app, use)
    sessionRoutes(app, use)
    uploadRoutes(app, use)
    segmentRoutes(app, use)
    transcriptRoutes(app, use)
    noteRoutes(app, use)
    patientRoutes(app, use)
    contextRoutes(app, use)
  },
})
