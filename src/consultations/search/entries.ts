import { beginningsOf, nameWords, searchMedicines, searchWords } from '../../clinical/search-words.ts'
import { OslerError } from '../../domain/errors.ts'
import { isTold, type Note } from '../../domain/note.ts'
import { MOST_SEARCH_WORDS, type Place, type Search } from '../../domain/search.ts'
import type { Item } from '../../domain/transcript.ts'
import type { Visit } from '../../domain/visit.ts'

/** A word with the sort of thing that it is looked up as: `word fever`, `patient ann`, `medicine ibuprofen`. */
export type Entry = `${'word' | 'patient' | 'medicine'} ${string}`

/** A place with what it is found by. */
export interface Indexed {
  place: Place
  entries: ReadonlySet<Entry>
}

/** What was heard and written of a consultation; neither is there before it is heard. */
interface Told {
  items: readonly Pick<Item, 'id' | 'text'>[]
  notes: readonly Pick<Note, 'kind' | 'title' | 'sections'>[]
}

/** Every place of a consultation where something stands: known of the visit, written, said. */
export function placesOf(visit: Visit, told: Told | undefined): Indexed[] {
  const { patient, reason, history, allergies, medicines, notes, fileName } = visit
  const names = [patient?.name, patient?.number].flatMap((text) => text ?? [])
  const facts = [patient?.birthDate, reason, history, allergies, medicines, notes, fileName].flatMap(
    (text) => text ?? [],
  )
  return [
    ...names.map((text) => ({
      place: { in: 'visit', text } as const,
      entries: new Set([...entriesOf(text), ...named(text)]),
    })),
    ...facts.map((text) => toIndexed({ in: 'visit', text })),
    ...(told?.notes ?? []).flatMap(({ kind, title, sections }) =>
      sections.flatMap(({ statements }) =>
        statements.filter(isTold).map(({ text }) => toIndexed({ in: 'document', text, kind, title })),
      ),
    ),
    ...(told?.items ?? []).map(({ id, text }) => toIndexed({ in: 'transcript', text, item: id })),
  ]
}

const toIndexed = (place: Place): Indexed => ({ place, entries: new Set(entriesOf(place.text)) })

const entriesOf = (text: string): Entry[] => [
  ...searchWords(text).map((word): Entry => `word ${word}`),
  ...searchMedicines(text).map((name): Entry => `medicine ${name}`),
]

/** A name is found while it is typed. */
const named = (text: string): Entry[] =>
  [...nameWords(text), ...beginningsOf(text)].flatMap((word): Entry[] => [`word ${word}`, `patient ${word}`])

/** What a search asks for: of every group one entry must be there. Throws `request_invalid` for too many words. */
export function groupsOf({ words = '', patient = '', medicine = '' }: Search): Entry[][] {
  const groups = [
    ...nameWords(words).map((word): Entry[] => [
      ...searchWords(word).map((one): Entry => `word ${one}`),
      `word ${word}`,
    ]),
    ...nameWords(patient).map((word): Entry[] => [`patient ${word}`]),
    ...nameWords(medicine).map(medicineEntries),
  ]
  if (groups.length <= MOST_SEARCH_WORDS) return groups
  const message = `The search has ${groups.length} words: look for at most ${MOST_SEARCH_WORDS}.`
  throw new OslerError('request_invalid', message, { words: groups.length, most: MOST_SEARCH_WORDS })
}

/** One that no table knows is looked for as it is written. */
function medicineEntries(word: string): Entry[] {
  const known = searchMedicines(word)
  if (known.length > 0) return known.map((name): Entry => `medicine ${name}`)
  return searchWords(word).map((one): Entry => `word ${one}`)
}
