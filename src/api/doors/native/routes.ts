import { NO_SETTINGS } from '../../../domain/setting.ts'
import type { Door } from '../../door.ts'
import { adminRoutes } from './admin-routes.ts'
import { audioRoutes } from './audio-routes.ts'
import { collectionRoutes } from './collection-routes.ts'
import { COLLECTIONS } from './collections.ts'
import { consultationRoutes } from './consultation-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { formatError, formatResult } from './format.ts'
import { listRoutes } from './list-routes.ts'
import { resultRoutes } from './result-routes.ts'
import { revisionRoutes } from './revision-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Osler's own API: the only one that shows evidence, words and confidences. */
export const native: Door = {
  name: 'native',
  settings: NO_SETTINGS,
  bases: [],
  prefixes: ['/api'],
  formatError,
  formatCallback: formatResult,

  routes(app, dependencies) {
    consultationRoutes(app, dependencies)
    resultRoutes(app, dependencies)
    documentRoutes(app, dependencies)
    audioRoutes(app, dependencies)
    revisionRoutes(app, dependencies)
    seriesRoutes(app, dependencies)
    uploadRoutes(app, dependencies)
    listRoutes(app, dependencies)
    adminRoutes(app, dependencies)
    for (const collection of COLLECTIONS) collectionRoutes(app, dependencies, collection)
  },
}
