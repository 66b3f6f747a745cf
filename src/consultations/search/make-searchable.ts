import type { Consultation } from '../../domain/consultation.ts'
import { OslerError } from '../../domain/errors.ts'
import type { WordHash } from '../../platform/word-hash.ts'
import { findConsultation } from '../../store/consultations.ts'
import { listUnsearchable, saveHashes, type Unsearchable } from '../../store/search.ts'
import type { Handle } from '../../store/tables.ts'
import { readRecord } from '../read.ts'
import type { Entry, Indexed, placesOf } from './entries.ts'

export interface SearchTools {
  db: Handle
  wordHash: WordHash
  /** In a thread of its own: thousands of words, each of which may name a medicine, take a processor a second. */
  placesOf(...args: Parameters<typeof placesOf>): Promise<Indexed[]>
}

const AT_ONCE = 50
/** The upkeep looks again in a minute. */
const LONGEST_MS = 30_000

/** Hashes the words of what is not found by them yet, the newest first, for half a minute at most. */
export async function makeAllSearchable(tools: SearchTools): Promise<void> {
  const { madeWith } = tools.wordHash
  const until = Date.now() + LONGEST_MS
  while (Date.now() < until) {
    const waiting = await listUnsearchable(tools.db, { madeWith, limit: AT_ONCE })
    for (const one of waiting) await makeSearchable(tools, one)
    if (waiting.length < AT_ONCE) return
  }
}

/** The same of one. What changes meanwhile is hashed the next time; what cannot be opened is found by nothing. */
export async function makeSearchable(tools: SearchTools, one: Unsearchable): Promise<void> {
  const { db, wordHash } = tools
  const known = await findConsultation(db, one.tenantId, one.id).catch(ignoreClosed)
  const places = known ? await readPlaces(tools, one.tenantId, known) : []
  const entries = new Set(places.flatMap((place) => [...place.entries]))
  const hashes = new Set([...entries].map((entry) => hashOf(wordHash, one.tenantId, entry)))
  await saveHashes(db, one, wordHash.madeWith, hashes)
}

export function hashOf(wordHash: WordHash, tenantId: string, entry: Entry): string {
  const [sort = '', ...word] = entry.split(' ')
  return wordHash.of(tenantId, sort, word.join(' '))
}

/** All that stands in a consultation, as people left it; of what cannot be opened, what is known of the visit. */
export async function readPlaces(
  { db, placesOf }: Pick<SearchTools, 'db' | 'placesOf'>,
  tenantId: string,
  { id, visit }: Pick<Consultation, 'id' | 'visit'>,
): Promise<Indexed[]> {
  const record = await readRecord(db, tenantId, id).catch(ignoreClosed)
  if (record === undefined) return placesOf(visit, undefined)
  const items = record.transcript.items.map(({ id, text }) => ({ id, text }))
  return placesOf(visit, { items, notes: record.notes })
}

/** Not heard yet, deleted meanwhile, or sealed with a key that is not here: with that key all is hashed anew. */
function ignoreClosed(error: unknown): undefined {
  const codes = ['not_ready', 'not_found', 'key_lost', 'blob_damaged']
  if (!(error instanceof OslerError && codes.includes(error.code))) throw error
}
