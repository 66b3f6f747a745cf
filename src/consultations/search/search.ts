import type { Search, SearchResult } from '../../domain/search.ts'
import { countUnsearchable, listUnsearchable, searchConsultations } from '../../store/search.ts'
import { summarize } from '../list.ts'
import { groupsOf } from './entries.ts'
import { findPlaces } from './find-places.ts'
import { hashOf, makeSearchable, readPlaces, type SearchTools } from './make-searchable.ts'

/** So many of the tenant's newest that changed since the last look are hashed before it is answered. */
const MADE_FIRST = 20

/** The tenant's consultations that have all that is looked for, newest first, and where. Throws `request_invalid`. */
export async function search(tools: SearchTools, tenantId: string, wanted: Search): Promise<SearchResult> {
  const { db, wordHash } = tools
  const { madeWith } = wordHash
  const entries = groupsOf(wanted)
  if (entries.length > 0)
    for (const one of await listUnsearchable(db, { madeWith, tenantId, limit: MADE_FIRST }))
      await makeSearchable(tools, one)
  const groups = entries.map((group) => group.map((entry) => hashOf(wordHash, tenantId, entry)))
  const found = await summarize(db, await searchConsultations(db, tenantId, { ...wanted, groups, madeWith }))
  const consultations = []
  for (const one of found) {
    const places = entries.length > 0 ? findPlaces(await readPlaces(tools, tenantId, one), entries) : []
    consultations.push({ ...one, places })
  }
  return { consultations, unsearchable: await countUnsearchable(db, tenantId, madeWith) }
}
