import { formatSpeaker, type Item, printedWords, type Transcript, type Word } from './transcript.ts'

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
export function formatSubtitles(transcript: Transcript, format: SubtitleFormat): string {
  const cues = transcript.items.flatMap(cutCues)
  return format === 'vtt' ? `WEBVTT\n\n${cues.map(formatVtt).join('\n')}` : cues.map(formatSrt).join('\n')
}

function cutCues(item: Item): Cue[] {
  const printed = printedWords(item)
  if (printed.length === 0) return [cueOf(item, item.text, item.startMs, item.endMs)]
  const cues: Word[][] = []
  for (const word of printed) {
    const last = cues.at(-1)
    if (last && fits(last, word)) last.push(word)
    else cues.push([word])
  }
  return cues.map((words) => cueOf(item, textOf(words), words[0]?.startMs ?? 0, words.at(-1)?.endMs ?? 0))
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')

/** Whether a word still has room in a cue. */
function fits(cue: readonly Word[], word: Word): boolean {
  return textOf([...cue, word]).length <= MOST_CHARACTERS && word.endMs - (cue[0]?.startMs ?? 0) <= MOST_MS
}

function cueOf(item: Item, text: string, startMs: number, endMs: number): Cue {
  // A cue that ends where it begins is never shown.
  return { startMs, endMs: Math.max(endMs, startMs + 1), text, speaker: formatSpeaker(item) }
}

function formatVtt({ startMs, endMs, text, speaker }: Cue): string {
  const voice = speaker ? `<v ${escapeMarkup(speaker)}>` : ''
  return `${formatTime(startMs, '.')} --> ${formatTime(endMs, '.')}\n${voice}${escapeMarkup(text)}\n`
}

function formatSrt({ startMs, endMs, text, speaker }: Cue, index: number): string {
  const voice = speaker ? `${speaker}: ` : ''
  return `${index + 1}\n${formatTime(startMs, ',')} --> ${formatTime(endMs, ',')}\n${voice}${text}\n`
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function formatTime(ms: number, point: string): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((value) => pad(value, 2)).join(':')
  return clock + point + pad(ms % 1000, 3)
}
