import { z } from 'zod'
import { NO_SETTINGS } from '../../../domain/setting.ts'
import type { List } from '../../capabilities.ts'
import { defineDoor } from '../../door.ts'
import { accountRoutes } from './account-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { audioRoutes } from './audio-routes.ts'
import { collectionRoutes } from './collection-routes.ts'
import { SORTS } from './collections.ts'
import { consultationRoutes, visitRoutes } from './consultation-routes.ts'
import { checkRoutes, documentRoutes } from './document-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { formatError, formatResult } from './format.ts'
import { listRoutes } from './list-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { patientRoutes } from './patient-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { resultRoutes } from './result-routes.ts'
import { revisionRoutes } from './revision-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { setAsideRoutes } from './set-aside-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { textRoutes } from './text-routes.ts'
import { trailRoutes } from './trail-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Osler's own API: the only one that shows evidence, words and confidences. */
export const native = defineDoor({
  name: 'native',
  bases: [],
  prefixes: ['/api'],
  needs: [
    'intake',
    'jobs',
    'consultations',
    'sessions',
    'live',
    'patients',
    'playback',
    'uploads',
    'lists',
    'keys',
    'accounts',
    'offers',
  ],
  settings: NO_SETTINGS,
  state: z.object({}),
  formatError,
  formatCallback: (result) => formatResult(result),

  routes(app, use) {
    // People work here, whom a session of the workbench lets in.
    app.addHook('onRoute', (route) => {
      route.config = { takes: ['key', 'account'], ...route.config }
    })
    signInRoutes(app, use)
    accountRoutes(app, use)
    consultationRoutes(app, use)
    searchRoutes(app, use)
    setAsideRoutes(app, use)
    textRoutes(app, use)
    eventRoutes(app, use)
    visitRoutes(app, use)
    trailRoutes(app, use)
    resultRoutes(app, use)
    documentRoutes(app, use)
    checkRoutes(app, use)
    questionRoutes(app, use)
    audioRoutes(app, use)
    revisionRoutes(app, use)
    seriesRoutes(app, use)
    liveRoutes(app, use)
    uploadRoutes(app, use)
    listRoutes(app, use)
    adminRoutes(app, use)
    patientRoutes(app, use)
    for (const sort of SORTS) collectionRoutes(app, sort, use.lists[sort.plural] as List)
  },
})
