import { join } from 'node:path'
import { BYTES_PER_MS } from '../domain/audio.ts'
import { confineDecoder, confineRecognizer } from '../platform/confine.ts'
import { findMemoryPlaces, IN_MEMORY, roomFor } from '../platform/scratch-in-memory.ts'
import type { Finding } from './finding.ts'
import type { Config } from './settings.ts'

/** What a fault of a decoder, or of a recogniser, would be held by. */
export async function checkConfinement(): Promise<Finding> {
  const subject = 'Confinement'
  const [decoder, recognizer] = [await confineDecoder(), await confineRecognizer()]
  const limits = 'limits on time, memory and files'
  const held = [
    ...(decoder.withoutNetwork ? ['no network'] : []),
    ...(decoder.withoutPrivileges ? ['no rights beyond those of this user'] : []),
  ]
  const says = `decoders have ${[limits, ...held].join(', ')}; recognisers ${recognizer.withoutNetwork ? 'have no network' : 'are not confined'}`
  if (held.length === 2) return { subject, state: 'good', says }
  const todo =
    'let this user make namespaces (sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces), or run Osler on a host of its own'
  return { subject, state: 'advice', says, todo }
}

/** Where sound lies in the plain while it is worked on, where it is sealed otherwise. */
export async function checkScratch({ masterKey }: Config): Promise<Finding[]> {
  const subject = 'Scratch'
  if (!masterKey) return []
  const [place] = await findMemoryPlaces()
  const room = place ? Math.floor((await roomFor(join(place, `${IN_MEMORY}x`))) / BYTES_PER_MS / 60_000) : 0
  if (room > 0) {
    const says = `sound under way is opened in memory (${place}), of recordings over ${room} minutes on the disk`
    return [{ subject, state: 'good', says }]
  }
  const todo = 'give this machine or container a tmpfs at /dev/shm or /tmp, or keep OSLER_DATA on an encrypted disk'
  return [{ subject, state: 'advice', says: 'sound under way lies on the disk as it is', todo }]
}
