import type { Door } from '../api/door.ts'
import { heidi } from '../api/doors/heidi/routes.ts'
import { intron } from '../api/doors/intron/routes.ts'
import { nabla } from '../api/doors/nabla/routes.ts'
import { native } from '../api/doors/native/routes.ts'
import { openai } from '../api/doors/openai/routes.ts'

/** Every door, each with a name that its jobs carry; the first answers what belongs to none. Adding one is one line here. */
export const DOORS: readonly [Door, ...Door[]] = [native, nabla, intron, heidi, openai]

export const doorNamed = (name: string) => DOORS.find((door) => door.name === name)
