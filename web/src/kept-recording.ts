import { clear, createStore, delMany, entries, get, keys, set } from 'idb-keyval'
import { t } from './texts.ts'

/** The server's place for a recording that goes on. */
export interface Series {
  id: string
  consultationId: string
}

/** A segment of the recording: its number, and its sound second by second. */
export interface KeptSegment {
  number: number
  seconds: Blob[]
}

/** So long is a segment: its words come soon, and few are cut at its ends. */
export const SEGMENT_SECONDS = 10

type SecondKey = [segment: number, second: number]

// In the browser's own database: what was recorded and has not reached the server yet, a second under each key; and
// where the seconds before it were sent.
const store = createStore('osler', 'recording')
const SERIES = 'series'
const LOCK = 'osler-recording'

/**
 * Runs while no other window of this browser records or sends; throws with a sentence where one does. Locks, as the
 * microphone, are there for pages on `localhost` and over https alone.
 */
export async function alone<Value>(action: () => Promise<Value>): Promise<Value> {
  if (!navigator.locks) throw new Error(t('noMicrophone'))
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new Error(t('otherWindow'))
    return action()
  })
}

export const readSeries = (): Promise<Series | undefined> => get<Series>(SERIES, store)
export const keepSeries = (series: Series): Promise<void> => set(SERIES, series, store)
export const keepSecond = (segment: number, second: number, sound: Blob): Promise<void> =>
  set([segment, second], sound, store)
export const forgetAll = (): Promise<void> => clear(store)

/** In the order in which they were recorded, which is the order of the database's keys. */
export async function readSegments(): Promise<KeptSegment[]> {
  const seconds = (await entries<SecondKey, Blob>(store)).filter(([key]) => Array.isArray(key))
  const segments = Map.groupBy(seconds, ([[number]]) => number)
  return [...segments].map(([number, kept]) => ({ number, seconds: kept.map(([, sound]) => sound) }))
}

export async function forgetSegment(number: number): Promise<void> {
  const all = await keys<SecondKey>(store)
  await delMany(
    all.filter((key) => Array.isArray(key) && key[0] === number),
    store,
  )
}

/** How much was not sent yet; undefined when nothing is left to do. The end of a segment is no whole second. */
export async function countKeptSeconds(): Promise<number | undefined> {
  const segments = await readSegments()
  if (segments.length === 0 && (await readSeries()) === undefined) return undefined
  return segments.reduce((sum, { seconds }) => sum + Math.min(seconds.length, SEGMENT_SECONDS), 0)
}
