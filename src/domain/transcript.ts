import type { LanguageTag } from './language.ts'
import type { Voice } from './voice.ts'
import type { Warning } from './warnings.ts'

/** Who an item was said by; `unspecified` when nothing told. */
export type Speaker = 'doctor' | 'patient' | 'other' | 'unspecified'

/** Times are integer milliseconds from the start of the recording; confidence is 0…1. */
export interface Word {
  text: string
  startMs: number
  endMs: number
  confidence?: number
  /** What the engine wrote, where a term of the vocabulary stands, or a medicine that sounds like it. */
  heard?: string
}

/** A sentence or part of one by one speaker. Its id stays the same for the life of the consultation. */
export interface Item {
  id: string
  text: string
  speaker: Speaker
  /** One label a voice ("SPEAKER_01"), when voices could be told apart. */
  speakerLabel?: string
  /** How sure the speaker is; 0…1. */
  speakerConfidence?: number
  startMs: number
  endMs: number
  /** As the engine heard them. */
  words: Word[]
  /** How many of the words each printed word of the text stands for, where that is not one each: 4 for "120/80". */
  printedFrom?: number[]
  /** Mean of the words' confidences. */
  confidence?: number
  /** Ids of items that this one took in: what cites them cites this one. */
  tookIn?: string[]
  /** When a person last changed what it says or who says it (ISO 8601). */
  correctedAt?: string
}

/** What was heard in a segment of speech, before voices are told apart and sentences are made of it. */
export interface DraftLine {
  startMs: number
  endMs: number
  text: string
}

export interface Transcript {
  language: LanguageTag
  durationMs: number
  items: Item[]
  /** The engine and model that heard it. */
  engine: string
  model: string
  /** What the voices sound like that were told apart by it; not for readers. */
  voices?: Voice[]
  warnings: Warning[]
  /** Where somebody paused the recording, in order. */
  pausesMs?: number[]
}

/** A transcript as it is given out: what voices sound like stays here. */
export function withoutVoices({ voices: _, ...transcript }: Transcript): Transcript {
  return transcript
}

/** The ids that an item answers to: its own, and those of items that it took in. */
export const idsOf = ({ id, tookIn = [] }: Pick<Item, 'id' | 'tookIn'>): string[] => [id, ...tookIn]

/** Whether the item is the one that the id was given to, or took that one in. */
export const answersTo = ({ id, tookIn }: Pick<Item, 'id' | 'tookIn'>, cited: string): boolean =>
  id === cited || tookIn?.includes(cited) === true

/** The items with all times moved. */
export function shiftItems<Timed extends Pick<Item, 'startMs' | 'endMs' | 'words'>>(
  items: readonly Timed[],
  byMs: number,
): Timed[] {
  if (byMs === 0) return [...items]
  return items.map((item) => ({ ...shiftTimes(item, byMs), words: item.words.map((word) => shiftTimes(word, byMs)) }))
}

/** The same, so much later. */
export const shiftTimes = <Timed extends { startMs: number; endMs: number }>(timed: Timed, byMs: number): Timed => ({
  ...timed,
  startMs: timed.startMs + byMs,
  endMs: timed.endMs + byMs,
})

/** Items as running text. */
export const formatPlain = (items: readonly Item[]) => items.map(({ text }) => text).join(' ')

/**
 * The words of the text as they are printed, each with the times of what was said and the confidence of its least sure word.
 * None for an item that was never heard.
 */
export function printedWords({ text, words, printedFrom }: Item): Word[] {
  const printed = text.split(/\s+/)
  const counts = printedFrom ?? printed.map(() => 1)
  if (counts.length !== printed.length || counts.reduce((sum, count) => sum + count, 0) !== words.length) return []
  let at = 0
  return printed.map((word, index) => {
    const said = words.slice(at, at + (counts[index] as number))
    at += said.length
    const known = said.flatMap(({ confidence }) => confidence ?? [])
    const times = { startMs: said[0]?.startMs ?? 0, endMs: said.at(-1)?.endMs ?? 0 }
    const heard = said.find((one) => one.heard)?.heard
    return {
      ...{ text: word, ...times, ...(known.length > 0 && { confidence: Math.min(...known) }) },
      ...(heard && { heard }),
    }
  })
}

/** Who says an item, as people read it: a role where it is known, else the voice; empty where neither is. */
export const formatSpeaker = ({ speaker, speakerLabel }: Item) =>
  speaker === 'unspecified' ? (speakerLabel ?? '') : speaker.charAt(0).toUpperCase() + speaker.slice(1)

/** The transcript as plain text, a line an item, with the speaker in front where there are several. */
export function formatText({ items }: Transcript): string {
  const speakers = new Set(items.map(formatSpeaker))
  return items
    .map((item) => (speakers.size > 1 && formatSpeaker(item) ? `${formatSpeaker(item)}: ${item.text}` : item.text))
    .join('\n')
}
