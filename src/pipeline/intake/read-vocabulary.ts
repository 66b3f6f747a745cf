import { OslerError } from '../../domain/errors.ts'
import { MOST_TERMS, mergeTerms, type Term, type Vocabulary } from '../../domain/vocabulary.ts'
import { readList } from '../../store/lists.ts'
import type { Handle } from '../../store/tables.ts'

/**
 * The words that a recording may hold: those given with the request, then the tenant's as they stand now. Throws
 * `request_invalid` when there are more than a recogniser takes.
 */
export async function readVocabulary(db: Handle, tenantId: string, given: readonly Term[] = []): Promise<Term[]> {
  const kept = await readList<Vocabulary>(db, 'vocabularies', tenantId)
  const terms = mergeTerms(given, ...kept.map((vocabulary) => vocabulary.terms))
  if (terms.length <= MOST_TERMS) return terms
  const message = `The request and the vocabularies of this tenant have ${terms.length} terms together; a recording takes ${MOST_TERMS}.`
  throw new OslerError('request_invalid', message, { terms: terms.length, limit: MOST_TERMS })
}
