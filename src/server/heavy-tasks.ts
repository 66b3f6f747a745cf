import { readPeaks } from '../audio/peaks.ts'
import { readEnglishWords } from '../clinical/en/english-words.ts'
import { redactTranscript } from '../clinical/en/redaction/redact-transcript.ts'
import { placesOf } from '../consultations/search/entries.ts'
import { correctItems } from '../domain/correct-items.ts'
import type { Note } from '../domain/note.ts'
import type { VersionedTranscript } from '../domain/revision.ts'
import type { Transcript } from '../domain/transcript.ts'
import { openExtractive } from '../engines/notes/extractive/writer.ts'
import type { NoteRequest } from '../engines/notes/note-writer.ts'
import { formatBundle } from '../export/fhir/bundle.ts'
import { formatDocument } from '../export/format-document.ts'
import { proveNote } from '../pipeline/documents/prove-note.ts'

const builtIn = openExtractive()
const neverAborted = new AbortController().signal

/** The last transcript, by the number that it was sent with: writer and proof keep what they read of it. */
let last: { number: number; transcript: Transcript } | undefined

function transcriptOf(number: number, transcript: Transcript): Transcript {
  if (last?.number !== number) last = { number, transcript }
  return last.transcript
}

/** Read once, by the first redaction. */
let words: ReturnType<typeof readEnglishWords> | undefined

/** What takes a processor for so long that it may not be done where requests are answered. */
export const HEAVY_TASKS = {
  write(number: number, transcript: Transcript, request: NoteRequest): Promise<Note> {
    return builtIn.write(transcriptOf(number, transcript), request, neverAborted)
  },
  async prove(number: number, transcript: Transcript, note: Note): Promise<Note> {
    return proveNote(note, transcriptOf(number, transcript))
  },
  correctItems,
  async redact(transcript: VersionedTranscript): Promise<VersionedTranscript> {
    words ??= readEnglishWords()
    return redactTranscript(transcript, await words)
  },
  formatDocument,
  formatBundle,
  readPeaks,
  placesOf,
}

export type HeavyTasks = typeof HEAVY_TASKS
