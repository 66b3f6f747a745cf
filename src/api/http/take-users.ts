import type { App } from '../door.ts'

/** From here on the door's routes take users' tokens beside keys; each must ask by itself whose a thing is. */
export function takeUsers(app: App): void {
  app.addHook('onRoute', (route) => {
    route.config = { takes: ['key', 'user'], ...route.config }
  })
}
