import type { IncomingMessage } from 'node:http'
import type { Door } from '../api/door.ts'
import { heidi } from '../api/doors/heidi/routes.ts'
import { intron } from '../api/doors/intron/routes.ts'
import { nabla } from '../api/doors/nabla/routes.ts'
import { native } from '../api/doors/native/routes.ts'
import { openai } from '../api/doors/openai/routes.ts'

/** Every door, by the name that its jobs carry. Adding one is one line here. */
export const DOORS: Record<string, Door> = {
  native,
  nabla,
  intron,
  heidi,
  openai,
}

/** The door whose words a client understands that came by a vendor's base, or by nobody's. */
export function doorOfBase({ vendorBase = '', url = '' }: IncomingMessage): Door {
  if (vendorBase.startsWith('/v1/')) return nabla
  if (vendorBase !== '') return heidi
  if (url.startsWith('/file/')) return intron
  return url.startsWith('/v1/') ? openai : native
}
