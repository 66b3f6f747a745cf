import type { Visit } from '../../src/domain/visit.ts'
import { ApiError, send } from './api.ts'
import { DRAFT_PREFIX } from './drafts.ts'

/** What is typed for the next consultation; and what belongs to the recording that is on its way. */
type Place = 'typed' | 'recorded'
const keyOf = (place: Place) => `${DRAFT_PREFIX}visit/${place}`

/** PATIENT DATA: kept as drafts are, so that it is gone when the person signs out. */
export function readVisit(place: Place): Visit {
  return JSON.parse(localStorage.getItem(keyOf(place)) ?? '{}') as Visit
}

export function writeVisit(place: Place, visit: Visit): void {
  const said = withoutBlanks(visit)
  if (Object.keys(said).length > 0) localStorage.setItem(keyOf(place), JSON.stringify(said))
  else localStorage.removeItem(keyOf(place))
}

/** What was typed goes with the recording that begins. */
export function takeTypedVisit(): void {
  writeVisit('recorded', readVisit('typed'))
  writeVisit('typed', {})
}

/** A recording does not wait for what the server refuses to know of it. */
export async function unlessRefused(sending: Promise<unknown>): Promise<void> {
  await sending.catch((error) => {
    if (error instanceof ApiError && error.isPassing) throw error
  })
}

/** Tells the server what belongs to the recording, once. */
export async function sendRecordedVisit(consultationId: string): Promise<void> {
  const visit = readVisit('recorded')
  if (Object.keys(visit).length === 0) return
  await unlessRefused(sendVisit(consultationId, visit))
  writeVisit('recorded', {})
}

export const sendVisit = <Body>(consultationId: string, visit: Visit): Promise<Body> =>
  send<Body>('PUT', `/api/consultations/${consultationId}/visit`, withoutBlanks(visit))

/** Fields that were left out, or emptied again, are not said. */
export function withoutBlanks(visit: Visit): Visit {
  const isSaid = (value: unknown) => (typeof value === 'string' ? value.trim() !== '' : value !== undefined)
  const filled = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value)))
  const { patient, ...own } = visit
  const who = filled(patient ?? {})
  return { ...filled(own), ...(Object.keys(who).length > 0 && { patient: who }) }
}
