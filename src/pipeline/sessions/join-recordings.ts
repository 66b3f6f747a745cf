import type { StoredRecording } from '../../domain/consultation.ts'
import type { LanguageTag } from '../../domain/language.ts'
import { groupSeries, placeRecordings } from '../../domain/place-recordings.ts'
import type { SessionVoice, StoredItem } from '../../domain/session.ts'
import { type Item, shiftItems, shiftTimes, type Transcript } from '../../domain/transcript.ts'
import type { Turn } from '../transcribe/attribute.ts'
import { compose } from '../transcribe/compose.ts'
import { type Labels, matchVoices, onlyLabel, relabel } from './match-voices.ts'
import { type LabeledWord, mergeOverlaps } from './merge-overlaps.ts'
import { nameSessionVoices } from './name-session-voices.ts'

/** A recording with its words as the database has them from before sessions were stored. */
export type Remembered = StoredRecording & { transcript: Transcript }

/** The recordings as one transcript, in the sentences and with the ids in which they were read before sessions were stored. */
export function joinRecordings(
  recordings: readonly StoredRecording[],
  remembered: readonly Remembered[],
): { items: StoredItem[]; voices: SessionVoice[] } {
  const { labels, known } = matchAll(remembered)
  const { startsMs } = placeRecordings(recordings)
  const transcriptOf = new Map(remembered.map(({ id, transcript }) => [id, transcript]))
  // A voice that was alone in the consultation had no label, and ids were made of labels.
  const isLabeled = known.length > 1
  const items = groupSeries(recordings).flatMap((group, index) => {
    const partMs = startsMs.get(group[0]?.id ?? '') ?? 0
    const heard = group.flatMap((recording) => {
      const transcript = transcriptOf.get(recording.id)
      const own = isLabeled ? labels.get(recording.id) : undefined
      return transcript ? [{ ...recording, transcript: relabel(transcript, own) }] : []
    })
    const places = heard.map(({ id }) => ({ id, startMs: (startsMs.get(id) ?? 0) - partMs }))
    return joinPart(heard, index, places)
  })
  const labeled = items.map((item) => ({ ...item, ...labelAlone(item, labels.get(item.recordingId)) }))
  return { items: labeled, voices: nameSessionVoices(labeled, known) }
}

function matchAll(remembered: readonly Remembered[]) {
  const known = new Map<string, SessionVoice>()
  const labels = new Map<string, Labels>()
  for (const { id, transcript } of remembered) {
    const matched = matchVoices([...known.values()], transcript.voices ?? [])
    for (const voice of matched.changed) known.set(voice.label, { speaker: 'unspecified', ...voice })
    labels.set(id, matched.labels)
  }
  return { labels, known: [...known.values()] }
}

function labelAlone({ speakerLabel }: StoredItem, labels: Labels | undefined) {
  const label = speakerLabel ?? onlyLabel(labels)
  return label === undefined ? {} : { speakerLabel: label }
}

/** Where each recording begins in its series. */
type Places = readonly { id: string; startMs: number }[]

function joinPart(heard: readonly Remembered[], index: number, places: Places): StoredItem[] {
  const [first] = heard
  if (first === undefined) return []
  if (first.seriesId !== undefined) return joinSeries(heard, first.seriesId, places)
  const mark = index === 0 ? '' : `${first.id.slice(-ID_DIGITS)}-`
  return first.transcript.items.map((item) => storedItem({ ...item, id: `${mark}${item.id}` }, first.id))
}

/** Its items without the speaker, which is now the voice's. */
function storedItem({ speaker: _, speakerConfidence: __, ...item }: Item, recordingId: string): StoredItem {
  return { ...item, recordingId }
}

const ID_DIGITS = 6

/** Ids of a series were made of its own, the time of an item and its voice. */
function joinSeries(heard: readonly Remembered[], seriesId: string, places: Places): StoredItem[] {
  const settled = mergeOverlaps(
    heard.map(({ position, overlap, transcript }) => ({
      position,
      overlap,
      durationMs: transcript.durationMs,
      words: transcript.items.flatMap(({ speakerLabel, words }) => words.map((word) => ({ word, speakerLabel }))),
    })),
  )
  const language = heard[0]?.transcript.language ?? ''
  const isPunctuated = looksPunctuated(heard.flatMap(({ transcript }) => transcript.items))
  const runs: LabeledWord[][] = []
  for (const [at, { position, words }] of settled.entries()) {
    // What one sentence was over a missing chunk is two: the chunk may still come.
    if (settled[at - 1]?.position !== position - 1) runs.push([])
    const startMs = places[at]?.startMs ?? 0
    runs.at(-1)?.push(...words.map(({ word, ...one }) => ({ ...one, word: shiftTimes(word, startMs) })))
  }
  const items = runs.flatMap((words) => composeWords(words, language, isPunctuated))
  return items.map((item) => {
    const id = `${seriesId.slice(-ID_DIGITS)}-${item.startMs}${item.speakerLabel ?? ''}`
    const place = places.findLast(({ startMs }) => startMs <= item.startMs) ?? places[0]
    const [shifted] = shiftItems([{ ...item, id }], -(place?.startMs ?? 0))
    return storedItem(shifted as Item, place?.id ?? '')
  })
}

/** Whether the engine punctuated was not kept then: its marks tell. */
export const looksPunctuated = (items: readonly Pick<Item, 'words'>[]) =>
  items.some(({ words }) => words.some(({ text }) => /[.?!]$/.test(text)))

function composeWords(words: readonly LabeledWord[], language: LanguageTag, isPunctuated: boolean): Item[] {
  const turns: Turn[] = []
  for (const { word, speakerLabel } of words) {
    const last = turns.at(-1)
    if (last && last.speakerLabel === speakerLabel) last.words.push(word)
    else turns.push({ ...(speakerLabel ? { speakerLabel } : {}), words: [word] })
  }
  return compose(turns, { language, isPunctuated })
}
