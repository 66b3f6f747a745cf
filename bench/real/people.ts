import { fileURLToPath } from 'node:url'
import { EVALUATION } from '../evaluation/folder.ts'
import { readJson } from '../notes/dialogues.ts'

/** Who speaks when, in seconds. */
interface TrueTurn {
  start: number
  end: number
  speaker: string
}

/** A recording of real people whose speakers are known. */
export interface People {
  id: string
  kind: 'meeting' | 'telephone' | 'consultation' | 'one voice'
  path: string
  speakers: number
  /** Empty where one person speaks, or where only the words are known. */
  turns: TrueTurn[]
  /** What each says in turn, where no times are known. */
  said: { speaker: string; text: string }[]
}

interface Entry {
  id: string
  file: string
  kind: string
  speakers: number | null
  duration_s: number
  tags: string[]
  turns?: (TrueTurn & { text?: string })[]
}

interface Excerpt {
  id: string
  wav: string
  split: string
  segments: TrueTurn[] | null
}

const pathOf = (path: string) => fileURLToPath(new URL(`data/${path}`, EVALUATION))
/** Of less, nobody's changes of voice are heard. */
const LEAST_SECONDS = 25

/** The development recordings of several people, and longer ones of a single person, who must not become two. */
export async function readPeople(): Promise<People[]> {
  const entries = await readJson<Entry[]>('data/real-speech/manifest.json')
  const excerpts = await readJson<Excerpt[]>('data/speech/diarization_manifest.json')
  return [
    ...entries.flatMap((entry) => {
      const kind = kindOf(entry)
      return kind ? [{ ...base(entry, kind), path: pathOf(`real-speech/${entry.file}`) }] : []
    }),
    // Meetings are among the entries already.
    ...excerpts.flatMap(({ id, wav, split, segments }) =>
      split === 'dev' && segments && !id.startsWith('ami')
        ? [{ id, kind: 'telephone' as const, path: pathOf(`speech/${wav}`), ...truthOf(segments), said: [] }]
        : [],
    ),
  ]
}

function kindOf({ kind, tags, speakers, turns, duration_s }: Entry): People['kind'] | undefined {
  if (tags.includes('stereo')) return undefined
  if (turns) return tags.includes('meeting') ? 'meeting' : turns[0]?.text ? 'consultation' : 'telephone'
  return speakers === 1 && kind !== 'noise' && duration_s >= LEAST_SECONDS ? 'one voice' : undefined
}

function base({ id, speakers, turns = [] }: Entry, kind: People['kind']): Omit<People, 'path'> {
  if (kind === 'one voice') return { id, kind, speakers: 1, turns: [], said: [] }
  if (kind !== 'consultation') return { id, kind, ...truthOf(turns), said: [] }
  const said = turns.map(({ speaker, text = '' }) => ({ speaker, text }))
  return { id, kind, speakers: speakers ?? 0, turns: [], said }
}

const truthOf = (turns: readonly TrueTurn[]) => ({
  turns: turns.map(({ start, end, speaker }) => ({ start, end, speaker })),
  speakers: new Set(turns.map(({ speaker }) => speaker)).size,
})
