import { OslerError } from '../domain/errors.ts'

/** So many wrong passwords are a slip of the hand; behind each more the wait doubles. */
const FREE = 5
const FIRST_WAIT_MS = 1000
/** Some 100 tries a day, as NIST SP 800-63B allows in a row; the person waits a quarter of an hour at most. */
const LONGEST_WAIT_MS = 15 * 60_000
const MOST_REMEMBERED = 10_000

/** Counts wrong passwords by the name that they are for, whether there is such a name or not. */
export function openTries(now: () => number = Date.now) {
  const wrong = new Map<string, { count: number; at: number }>()
  return {
    /** Notes a try before it is made, so that many at once are counted. Throws `too_many_requests`. */
    begin(name: string): void {
      const { count, at } = wrong.get(name) ?? { count: 0, at: 0 }
      const waitMs = count < FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (count - FREE), LONGEST_WAIT_MS)
      const seconds = Math.ceil((at + waitMs - now()) / 1000)
      if (seconds > 0) {
        const message = `This name was tried ${count} times with wrong passwords: try again in ${seconds} s.`
        throw new OslerError('too_many_requests', message, { seconds })
      }
      const [oldest] = wrong.keys()
      if (wrong.size >= MOST_REMEMBERED && oldest !== undefined) wrong.delete(oldest)
      // Put behind the others, so that what is tried is not the oldest.
      wrong.delete(name)
      wrong.set(name, { count: count + 1, at: now() })
    },
    /** The password was right. */
    forget: (name: string) => void wrong.delete(name),
  }
}
