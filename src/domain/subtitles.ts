import { type Item, printSpeaker, type Transcript, type Word } from './transcript.ts'

export type SubtitleFormat = 'srt' | 'vtt'

interface Cue {
  startMs: number
  endMs: number
  text: string
  speaker: string
}

/** Two lines of 42 characters and 7 s on screen: common subtitle practice (BBC, Netflix style guides). */
const MOST_CHARACTERS = 84
const MOST_MS = 7000

/** The transcript as subtitles: SubRip, or WebVTT (https://www.w3.org/TR/webvtt1/) with a voice a speaker. */
export function printSubtitles(transcript: Transcript, format: SubtitleFormat): string {
  const cues = transcript.items.flatMap(cutCues)
  return format === 'vtt' ? `WEBVTT\n\n${cues.map(printVtt).join('\n')}` : cues.map(printSrt).join('\n')
}

/** An item's text is its words with marks added, so that its nth printed word has the nth word's time. */
function cutCues(item: Item): Cue[] {
  const printed = item.text.split(/\s+/)
  if (printed.length !== item.words.length) return [cueOf(item, item.text, item.startMs, item.endMs)]
  const cues: Cue[] = []
  let first = 0
  for (let at = 1; at <= printed.length; at++) {
    if (at < printed.length && fits(item.words, printed, first, at)) continue
    const startMs = item.words[first]?.startMs ?? item.startMs
    const endMs = item.words[at - 1]?.endMs ?? item.endMs
    cues.push(cueOf(item, printed.slice(first, at).join(' '), startMs, endMs))
    first = at
  }
  return cues
}

/** Whether the word at `at` still has room in the cue that begins at `first`. */
function fits(words: readonly Word[], printed: readonly string[], first: number, at: number): boolean {
  const characters = printed.slice(first, at + 1).join(' ').length
  return characters <= MOST_CHARACTERS && (words[at]?.endMs ?? 0) - (words[first]?.startMs ?? 0) <= MOST_MS
}

function cueOf(item: Item, text: string, startMs: number, endMs: number): Cue {
  // A cue that ends where it begins is never shown.
  return { startMs, endMs: Math.max(endMs, startMs + 1), text, speaker: printSpeaker(item) }
}

function printVtt({ startMs, endMs, text, speaker }: Cue): string {
  const voice = speaker ? `<v ${escapeMarkup(speaker)}>` : ''
  return `${printTime(startMs, '.')} --> ${printTime(endMs, '.')}\n${voice}${escapeMarkup(text)}\n`
}

function printSrt({ startMs, endMs, text, speaker }: Cue, index: number): string {
  const voice = speaker ? `${speaker}: ` : ''
  return `${index + 1}\n${printTime(startMs, ',')} --> ${printTime(endMs, ',')}\n${voice}${text}\n`
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function printTime(ms: number, point: string): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((value) => pad(value, 2)).join(':')
  return clock + point + pad(ms % 1000, 3)
}
