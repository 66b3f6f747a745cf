import type { Item, Speaker } from './transcript.ts'

/** An item that a session is to take in. Its times count from the beginning of the recording in which it begins. */
export interface NewItem extends Omit<Item, 'id' | 'speaker' | 'speakerConfidence' | 'tookIn'> {
  recordingId: string
  /** Only of an item that had an id before sessions were stored; others get theirs when they are stored. */
  id?: string
  /** The label of its voice, also where that voice is alone in the session. */
  speakerLabel?: string
}

/** An item as a session keeps it. Its id was given once. */
export interface StoredItem extends NewItem {
  id: string
}

/** A voice of a session. PATIENT DATA: its embedding is shown to nobody. */
export interface SessionVoice {
  /** `SPEAKER_01`, the same in all recordings of the session. */
  label: string
  speaker: Speaker
  /** How sure the speaker is, 0…1; unknown where nothing told. */
  speakerConfidence?: number
  /** None for a voice that is told by its channel. */
  embedding?: SessionEmbedding
}

export interface SessionEmbedding {
  mean: number[]
  /** Of how many recordings. */
  recordings: number
}

/** What is written to a session at once. */
export interface SessionChange {
  added: NewItem[]
  /** Known ids with new words. */
  revised: StoredItem[]
  /** By the id of an item that another took in, the id of that one: it answers for the old one for ever. */
  merged: Map<string, string>
  /** New voices, and those that are known better or named otherwise now. */
  voices: SessionVoice[]
}

/** What is stored of a session. */
export interface StoredSession {
  /** The number of its last change. */
  sequence: number
  items: StoredItem[]
  merged: Map<string, string>
  voices: SessionVoice[]
}

/** The items as they are once the change is made. */
export function itemsAfter(items: readonly StoredItem[], { added, revised, merged }: SessionChange): NewItem[] {
  const newest = new Map(revised.map((item) => [item.id, item]))
  return [...items.flatMap((item) => (merged.has(item.id) ? [] : (newest.get(item.id) ?? item))), ...added]
}

/** A session with what changed behind its number, of the recordings that are still there. */
export function withChanges(
  known: StoredSession,
  { sequence, items, merged, voices }: StoredSession,
  recordingIds: ReadonlySet<string>,
): StoredSession {
  const changed = new Set([...items.map(({ id }) => id), ...merged.keys()])
  const labels = new Set(voices.map(({ label }) => label))
  const stays = ({ id, recordingId }: StoredItem) => !changed.has(id) && recordingIds.has(recordingId)
  return {
    sequence,
    items: [...known.items.filter(stays), ...items],
    // Who took an item in may have been taken in itself.
    merged: new Map([...[...known.merged].map(([id, into]) => [id, merged.get(into) ?? into] as const), ...merged]),
    voices: [...known.voices.filter(({ label }) => !labels.has(label)), ...voices].sort((a, b) =>
      a.label < b.label ? -1 : 1,
    ),
  }
}
