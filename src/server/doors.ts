import type { Door } from '../api/door.ts'
import { heidi } from '../api/doors/heidi/routes.ts'
import { intron } from '../api/doors/intron/routes.ts'
import { nabla } from '../api/doors/nabla/routes.ts'
import { native } from '../api/doors/native/routes.ts'
import { openai } from '../api/doors/openai/routes.ts'
import type { JobResult } from '../domain/consultation.ts'

/** Every door, each with a name that its jobs carry; the first answers what belongs to none. Adding one is one line here. */
export const DOORS: readonly [Door, ...Door[]] = [native, nabla, intron, heidi, openai]

export const doorNamed = (name: string) => DOORS.find((door) => door.name === name)

/** A finished job's callback in the shape of the door it came through. */
export const formatCallback = (result: JobResult) => doorNamed(result.job.door)?.formatCallback(result)

/** How that door's vendor signs it, where it has a way of its own. */
export const signCallbackOf = (door: string) => doorNamed(door)?.signCallback
