import type { Item, Transcript, Word } from './transcript.ts'

/** What one subtitle shows at once: two lines of about 42 characters. */
const MOST_CHARACTERS = 84

interface Cue {
  startMs: number
  endMs: number
  text: string
  speakerLabel?: string | undefined
}

/** The transcript as SubRip or WebVTT (https://www.w3.org/TR/webvtt1/), long items in several cues at word times. */
export function printSubtitles(transcript: Transcript, format: 'srt' | 'vtt'): string {
  const cues = transcript.items.flatMap(cuesOf)
  const blocks = cues.map((cue, index) => (format === 'srt' ? printSrt(cue, index + 1) : printVtt(cue)))
  return `${[...(format === 'vtt' ? ['WEBVTT'] : []), ...blocks].join('\n\n')}\n`
}

const printSrt = ({ startMs, endMs, text, speakerLabel }: Cue, number: number) =>
  `${number}\n${printTime(startMs, ',')} --> ${printTime(endMs, ',')}\n${speakerLabel ? `${speakerLabel}: ` : ''}${text}`

const printVtt = ({ startMs, endMs, text, speakerLabel }: Cue) =>
  `${printTime(startMs, '.')} --> ${printTime(endMs, '.')}\n${speakerLabel ? `<v ${speakerLabel}>` : ''}${escapeMarkup(text)}`

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function printTime(ms: number, mark: ',' | '.'): string {
  const hours = String(Math.floor(ms / 3_600_000)).padStart(2, '0')
  return hours + new Date(ms % 3_600_000).toISOString().slice(13, 23).replace('.', mark)
}

function cuesOf({ text, words, startMs, endMs, speakerLabel }: Item): Cue[] {
  const shown = text.split(' ')
  // The words are what the text is made of, one for one; where an engine gives none, the item is one cue.
  if (shown.length !== words.length || text.length <= MOST_CHARACTERS) return [{ startMs, endMs, text, speakerLabel }]
  const cues: Cue[] = []
  for (const [index, word] of words.entries()) addWord(cues, shown[index] ?? '', word)
  return cues.map((cue) => ({ ...cue, speakerLabel }))
}

function addWord(cues: Cue[], shown: string, { startMs, endMs }: Word): void {
  const last = cues.at(-1)
  if (last && last.text.length + 1 + shown.length <= MOST_CHARACTERS) {
    last.text += ` ${shown}`
    last.endMs = endMs
  } else cues.push({ startMs, endMs, text: shown })
}
