import { judgeAccuracy } from '../../domain/accuracy.ts'
import type { Recording } from '../../domain/consultation.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { Item, Transcript } from '../../domain/transcript.ts'
import type { Turn } from '../transcribe/attribute.ts'
import { compose } from '../transcribe/compose.ts'
import { nameVoices, withNames } from '../transcribe/name-speakers.ts'
import { shiftItems } from './join-neighbors.ts'
import { matchVoices } from './match-voices.ts'
import { type LabeledWord, mergeOverlaps } from './merge-overlaps.ts'

export interface Joined {
  /** What all recordings say together, in time order; undefined while nothing was heard. */
  transcript?: Transcript
  /** What each recording says by itself, by its id. */
  items: Map<string, Item[]>
  /** Where each recording begins on the timeline of them all, by its id. */
  startsMs: Map<string, number>
}

/** A whole recording, or a series of chunks that follow one another. */
interface Part {
  id: string
  isSeries: boolean
  startedAt?: Date | undefined
  durationMs: number
  items: Item[]
  /** Where each of its recordings begins in it. */
  startsMs: Map<string, number>
}

type Heard = Recording & { transcript: Transcript }

/**
 * The recordings of one consultation as one transcript. Whole recordings stand where their start says; one without a
 * start follows the one that came before it, and so does a series of chunks.
 */
export function joinRecordings(recordings: readonly Recording[]): Joined {
  const items = new Map<string, Item[]>()
  const groups = groupParts(recordings)
  const parts = matchLabels(groups.flat(), groups).map((group) => joinPart(group, items))
  const transcripts = recordings.flatMap(({ transcript }) => transcript ?? [])
  const [first] = transcripts
  const { startsMs, ...joined } = place(parts)
  if (first === undefined) return { items, startsMs }
  const names = nameVoices(joined.items)
  for (const [id, own] of items) items.set(id, withNames(own, names))
  const { language, engine, model } = first
  const warnings = transcripts.flatMap((transcript) => transcript.warnings)
  return {
    items,
    startsMs,
    // What each recording's words are worth says nothing of them all together.
    transcript: judgeAccuracy({ language, engine, model, warnings, ...joined, items: withNames(joined.items, names) }),
  }
}

/** The chunks of each series together, in order of their numbers; every whole recording alone. */
function groupParts(recordings: readonly Recording[]): Recording[][] {
  const groups = Map.groupBy(recordings, ({ id, seriesId }) => seriesId ?? id)
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.position - b.position))
}

/** The groups with the same label for the same voice in all of them. */
function matchLabels(recordings: readonly Recording[], groups: readonly Recording[][]): Recording[][] {
  const heard = recordings.filter((recording): recording is Heard => recording.transcript !== undefined)
  const labels = matchVoices(heard.map(({ id, transcript }) => ({ id, voices: transcript.voices ?? [] })))
  // A voice that is alone in the consultation needs no label.
  if (new Set([...labels.values()].flatMap((own) => [...own.values()])).size < 2) return [...groups]
  return groups.map((group) => group.map((recording) => relabel(recording, labels.get(recording.id))))
}

function relabel(recording: Recording, labels: ReadonlyMap<string, string> | undefined): Recording {
  const { transcript } = recording
  if (!transcript || !labels || labels.size === 0) return recording
  // A voice that is alone in its recording was not labelled there.
  const only = labels.size === 1 ? [...labels.values()][0] : undefined
  const items = transcript.items.map((item) => {
    const speakerLabel = labels.get(item.speakerLabel ?? '') ?? only
    return speakerLabel === undefined ? item : { ...item, speakerLabel }
  })
  return { ...recording, transcript: { ...transcript, items } }
}

function joinPart(recordings: readonly Recording[], items: Map<string, Item[]>): Part {
  const [first] = recordings
  if (first?.seriesId !== undefined) return joinSeries(recordings, items)
  const own = first?.transcript?.items ?? []
  if (first) items.set(first.id, own)
  const id = first?.id ?? ''
  const startsMs = new Map([[id, 0]])
  return { id, isSeries: false, startedAt: first?.startedAt, durationMs: lengthOf(first), items: own, startsMs }
}

function lengthOf(recording: Recording | undefined): number {
  const { transcript, job, startedAt, endedAt } = recording ?? {}
  const claimed = startedAt && endedAt ? endedAt.getTime() - startedAt.getTime() : 0
  return transcript?.durationMs ?? job?.durationMs ?? Math.max(0, claimed)
}

function joinSeries(chunks: readonly Recording[], items: Map<string, Item[]>): Part {
  const heard = chunks.filter((chunk): chunk is Heard => chunk.transcript !== undefined)
  const settled = mergeOverlaps(
    heard.map(({ position, overlap, transcript }) => ({
      ...{ position, overlap, durationMs: transcript.durationMs },
      words: transcript.items.flatMap(({ speakerLabel, words }) => words.map((word) => ({ word, speakerLabel }))),
    })),
  )
  const startsMs = startsOf(chunks)
  const language = heard[0]?.transcript.language ?? ''
  const all: LabeledWord[] = []
  for (const [index, { words }] of settled.entries()) {
    const id = heard[index]?.id ?? ''
    items.set(id, composeWords(words, language))
    const startMs = startsMs.get(id) ?? 0
    all.push(...words.map(({ word, speakerLabel }) => ({ speakerLabel, word: moved(word, startMs) })))
  }
  const durationMs = chunks.reduce((sum, chunk) => sum + lengthOf(chunk), 0)
  const [first] = chunks
  return {
    id: first?.seriesId ?? '',
    isSeries: true,
    startedAt: first?.startedAt,
    durationMs,
    items: composeWords(all, language),
    startsMs,
  }
}

/** Chunks follow one another without a pause; of one that never came, nothing is known. */
function startsOf(chunks: readonly Recording[]): Map<string, number> {
  const starts = new Map<string, number>()
  let startMs = 0
  for (const chunk of chunks) {
    starts.set(chunk.id, startMs)
    startMs += lengthOf(chunk)
  }
  return starts
}

const moved = (word: LabeledWord['word'], byMs: number) => ({
  ...word,
  startMs: word.startMs + byMs,
  endMs: word.endMs + byMs,
})

/** Words as sentences; an engine that punctuates leaves its marks in them. */
function composeWords(words: readonly LabeledWord[], language: LanguageTag): Item[] {
  const turns: Turn[] = []
  for (const { word, speakerLabel } of words) {
    const last = turns.at(-1)
    if (last && last.speakerLabel === speakerLabel) last.words.push(word)
    else turns.push({ ...(speakerLabel ? { speakerLabel } : {}), words: [word] })
  }
  const isPunctuated = words.some(({ word }) => /[.?!]$/.test(word.text))
  return compose(turns, { language, isPunctuated })
}

/** All parts on one timeline that begins with the earliest start, their items in time order. */
function place(parts: readonly Part[]): Pick<Transcript, 'durationMs' | 'items'> & Pick<Joined, 'startsMs'> {
  const known = parts.flatMap(({ startedAt }) => startedAt?.getTime() ?? [])
  const origin = Math.min(...known)
  const items: Item[] = []
  const startsMs = new Map<string, number>()
  let durationMs = 0
  let previousEndMs = 0
  for (const [index, part] of parts.entries()) {
    const startMs = part.startedAt ? part.startedAt.getTime() - origin : previousEndMs
    items.push(...shiftItems(named(part, index), startMs))
    for (const [id, ownMs] of part.startsMs) startsMs.set(id, startMs + ownMs)
    previousEndMs = startMs + part.durationMs
    durationMs = Math.max(durationMs, previousEndMs)
  }
  return { durationMs, startsMs, items: items.sort((a, b) => a.startMs - b.startMs) }
}

const ID_DIGITS = 6

/**
 * Ids that stay when more is recorded, so that what was written earlier still points at its words: a recording's own,
 * marked from the second recording on, and in a series, whose sentences change as chunks come, the time.
 */
function named({ id, isSeries, items }: Part, index: number): Item[] {
  if (index === 0 && !isSeries) return items
  const mark = id.slice(-ID_DIGITS)
  // Two voices may begin at once.
  const timeOf = ({ startMs, speakerLabel = '' }: Item) => `${startMs}${speakerLabel}`
  return items.map((item) => ({ ...item, id: `${mark}-${isSeries ? timeOf(item) : item.id}` }))
}
