import { OslerError } from '../../domain/errors.ts'

const MINUTE_MS = 60_000
/** A client that was set up wrongly asks a few times a minute. */
const MOST_WRONG = 30
const MOST_REMEMBERED = 10_000

/** Counts wrong keys by the address that they come from. */
export function openGuessing(now: () => number = Date.now) {
  const wrong = new Map<string, { since: number; count: number }>()
  return {
    /** Notes a wrong key. Throws `too_many_requests` where too many came in a minute; a right key is always let in. */
    note(address: string): void {
      const time = now()
      const known = wrong.get(address)
      const { since, count } = known && time - known.since < MINUTE_MS ? known : { since: time, count: 0 }
      if (!known && wrong.size >= MOST_REMEMBERED) wrong.clear()
      wrong.set(address, { since, count: count + 1 })
      if (count < MOST_WRONG) return
      const seconds = Math.ceil((since + MINUTE_MS - time) / 1000)
      const message = `More than ${MOST_WRONG} wrong keys came from this address in a minute: try again in ${seconds} s.`
      throw new OslerError('too_many_requests', message, { max: MOST_WRONG })
    },
  }
}
