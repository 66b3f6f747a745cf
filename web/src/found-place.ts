import type { Place } from '../../src/domain/search.ts'

let place: Place | undefined

/** PATIENT DATA: handed on in memory, since a browser keeps the addresses of pages. */
export const foundPlace = {
  put(found: Place | undefined): void {
    place = found
  },
  /** Where the page that is opened now shall begin; once. */
  take(): Place | undefined {
    const found = place
    place = undefined
    return found
  },
}
