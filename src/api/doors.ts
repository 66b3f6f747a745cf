import type { Door } from './door.ts'
import { heidi } from './heidi/routes.ts'
import { intron } from './intron/routes.ts'
import { nabla } from './nabla/routes.ts'
import { native } from './native/routes.ts'
import { openai } from './openai/routes.ts'

/** Every door, by the name that its jobs carry. Adding one is one line here. */
export const DOORS: Record<string, Door> = {
  native,
  nabla,
  intron,
  heidi,
  openai,
}
