import { clear, createStore, delMany, entries, get, keys, set } from 'idb-keyval'
import { writeVisit } from './new-visit.ts'
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

/** What was recorded and has not reached the server yet, second by second; and where the seconds before it were sent. */
export interface KeptRecording {
  readSeries(): Promise<Series | undefined>
  keepSeries(series: Series): Promise<void>
  keepSecond(segment: number, second: number, sound: Blob): Promise<void>
  /** In the order in which they were recorded. */
  readSegments(): Promise<KeptSegment[]>
  forgetSegment(number: number): Promise<void>
  forgetAll(): Promise<void>
  /** How much was not sent yet; undefined when nothing is left to do. */
  countSeconds(): Promise<number | undefined>
}

/** So long is a segment: its words come soon, and few are cut at its ends. */
export const SEGMENT_SECONDS = 10

type SecondKey = [segment: number, second: number]

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

/** In the browser's own database, a second under each key. */
export const keptInBrowser: KeptRecording = {
  readSeries: () => get<Series>(SERIES, store),
  keepSeries: (series) => set(SERIES, series, store),
  keepSecond: (segment, second, sound) => set([segment, second], sound, store),
  forgetAll() {
    writeVisit('recorded', {})
    return clear(store)
  },
  readSegments,

  async forgetSegment(number) {
    const all = await keys<SecondKey>(store)
    await delMany(
      all.filter((key) => Array.isArray(key) && key[0] === number),
      store,
    )
  },

  /** The end of a segment is no whole second. */
  async countSeconds() {
    const segments = await readSegments()
    if (segments.length === 0 && (await get<Series>(SERIES, store)) === undefined) return undefined
    return segments.reduce((sum, { seconds }) => sum + Math.min(seconds.length, SEGMENT_SECONDS), 0)
  },
}

/** The order of the database's keys is that of the recording. */
async function readSegments(): Promise<KeptSegment[]> {
  const seconds = (await entries<SecondKey, Blob>(store)).filter(([key]) => Array.isArray(key))
  const segments = Map.groupBy(seconds, ([[number]]) => number)
  return [...segments].map(([number, kept]) => ({ number, seconds: kept.map(([, sound]) => sound) }))
}
