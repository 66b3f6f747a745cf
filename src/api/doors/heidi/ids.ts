import { isId } from '../../../domain/ids.ts'

/** A session's id as Heidi prints it: the consultation's id, a 128-bit number, in decimal text. */
export function formatSessionId(consultationId: string): string {
  return BigInt(`0x${consultationId.replaceAll('-', '')}`).toString()
}

/** The consultation's id behind a session's; undefined for what cannot be one. Our own spelling is taken too. */
export function readSessionId(sessionId: string): string | undefined {
  if (isId(sessionId)) return sessionId
  if (!/^\d{1,39}$/.test(sessionId)) return undefined
  const digits = BigInt(sessionId).toString(16).padStart(32, '0')
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? id : undefined
}

/** PATIENT DATA: only an id of ours is kept where SQL finds it; whatever else a client calls a profile is none. */
export const readProfileId = (profileId: string | null | undefined): string | undefined =>
  profileId && isId(profileId) ? profileId.toLowerCase() : undefined

/** As Heidi prints times: without a zone, to the microsecond. */
export const formatTime = (time: Date) => `${time.toISOString().slice(0, -1)}000`
