import { formatMarkdown, type Note } from '../domain/note.ts'
import { formatSubtitles } from '../domain/subtitles.ts'
import { formatText, type Transcript, withoutVoices } from '../domain/transcript.ts'
import { formatHtml } from '../export/html.ts'

/** What `osler listen` makes of a recording. */
export interface Result {
  transcript: Transcript
  notes: Note[]
}

interface Format {
  extension: string
  print(result: Result): string
}

/** How `osler listen` writes a result. Adding a format is one entry. */
export const FORMATS = {
  text: { extension: '.txt', print: printAsText },
  markdown: { extension: '.md', print: printAsMarkdown },
  html: { extension: '.html', print: ({ transcript, notes }) => formatHtml(notes, transcript) },
  json: {
    extension: '.json',
    print: ({ transcript, notes }) =>
      JSON.stringify({ transcript: withoutVoices(transcript), documents: notes }, null, 2),
  },
  srt: { extension: '.srt', print: ({ transcript }) => formatSubtitles(transcript, 'srt') },
  vtt: { extension: '.vtt', print: ({ transcript }) => formatSubtitles(transcript, 'vtt') },
} satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

function printAsText({ transcript, notes }: Result): string {
  return [formatText(transcript) || 'No speech was found.', ...notes.map(formatMarkdown)].join('\n\n')
}

function printAsMarkdown({ transcript, notes }: Result): string {
  const paragraphs = formatText(transcript).split('\n').join('\n\n')
  return [...notes.map(formatMarkdown), `# Transcript\n\n${paragraphs || 'No speech was found.'}`].join('\n\n')
}
