import { v7, validate } from 'uuid'

/** A UUID of version 7, so that ids sort by the time they were made. */
export const newId = v7

/** What every id of that time or later comes behind. */
export const firstIdSince = (time: Date): string => v7({ msecs: time.getTime(), seq: 0, random: new Uint8Array(16) })

export const isId = validate
