import type { Door } from '../api/door.ts'
import { deepgram } from '../api/doors/deepgram/routes.ts'
import { heidi } from '../api/doors/heidi/routes.ts'
import { intron } from '../api/doors/intron/routes.ts'
import { nabla } from '../api/doors/nabla/routes.ts'
import { native } from '../api/doors/native/routes.ts'
import { openai } from '../api/doors/openai/routes.ts'
import type { JobResult } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'

/** Doors that are open together; the first answers what belongs to none. */
export type Doors = readonly [Door, ...Door[]]

/** Every built-in door, each with a name that its jobs carry. Adding one is one line here. */
export const DOORS: Doors = [native, nabla, intron, heidi, openai, deepgram]

/** What came in through a built-in door that is closed by now is still answered in its words. */
export const doorNamed = (name: string, open: Doors = DOORS): Door | undefined =>
  [...open, ...DOORS].find((door) => door.name === name)

/** A finished job's callback in the shape of the door it came through. Throws `door_closed`. */
export function formatCallback(result: JobResult, open: Doors): unknown {
  const { door: name, doorState } = result.job
  const door = doorNamed(name, open)
  if (door === undefined) throw new OslerError('door_closed', `OSLER_DOORS does not name the door ${name}.`)
  return door.formatCallback?.(result, door.state.parse(doorState)) ?? null
}
