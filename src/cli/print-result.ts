import { printMarkdown } from '../domain/note.ts'
import { printSubtitles } from '../domain/subtitles.ts'
import { printText, withoutVoices } from '../domain/transcript.ts'
import { printHtml } from '../export/html.ts'
import type { Result as RunResult } from '../pipeline/transcribe/run.ts'

type Result = Pick<RunResult, 'transcript' | 'notes'>

interface Format {
  extension: string
  print(result: Result): string
}

/** How `osler listen` writes a result. Adding a format is one entry. */
export const FORMATS = {
  text: { extension: '.txt', print: printAsText },
  markdown: { extension: '.md', print: printAsMarkdown },
  html: { extension: '.html', print: ({ transcript, notes }) => printHtml(notes, transcript) },
  json: {
    extension: '.json',
    print: ({ transcript, notes }) =>
      JSON.stringify({ transcript: withoutVoices(transcript), documents: notes }, null, 2),
  },
  srt: { extension: '.srt', print: ({ transcript }) => printSubtitles(transcript, 'srt') },
  vtt: { extension: '.vtt', print: ({ transcript }) => printSubtitles(transcript, 'vtt') },
} satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

function printAsText({ transcript, notes }: Result): string {
  return [printText(transcript) || 'No speech was found.', ...notes.map(printMarkdown)].join('\n\n')
}

function printAsMarkdown({ transcript, notes }: Result): string {
  const paragraphs = printText(transcript).split('\n').join('\n\n')
  return [...notes.map(printMarkdown), `# Transcript\n\n${paragraphs || 'No speech was found.'}`].join('\n\n')
}
