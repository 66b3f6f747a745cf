import type { Note, Statement } from '../../src/domain/note.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import type { NoteRequest, NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { noteWriterSuite } from './note-writer.suite.ts'
import { provesSuite } from './twins.ts'

/** A twin whose note is altered. */
const altered =
  (change: (note: Note, request: NoteRequest) => Note) =>
  (writer: NoteWriter): NoteWriter => ({
    ...writer,
    write: async (transcript, request, signal) => change(await writer.write(transcript, request, signal), request),
  })

/** A twin whose first section has one statement more. */
const adding = (made: () => Statement) =>
  altered((note) => ({
    ...note,
    sections: note.sections.map((section, at) =>
      at === 0 ? { ...section, statements: [...section.statements, made()] } : section,
    ),
  }))

const { signal } = new AbortController()
let count = 0

provesSuite<NoteWriter>('note writer', (open, check) => noteWriterSuite('', open, check), openExtractive, {
  'writes registered kinds only': (writer) => ({ ...writer, kinds: [...writer.kinds, 'horoscope'] }),
  'rests every statement on items that exist': adding(() => ({
    text: 'Made up.',
    evidence: ['i99'],
    support: 'derived',
  })),
  'names itself, the kind and the language on the note': altered((note) => ({ ...note, writer: 'somebody' })),
  'writes the same note from the same transcript': adding(() => ({
    text: `Seen ${count++} times.`,
    evidence: ['i1'],
    support: 'derived',
  })),
  'states nothing from silence': adding(() => ({ text: 'Feels well.', evidence: ['i1'], support: 'derived' })),
  'stops when it is told to': (writer) => ({
    ...writer,
    write: (transcript, request) => writer.write(transcript, request, signal),
  }),
  "writes by a tenant's template, with its sections and no others": altered((note, { template }) =>
    template ? { ...note, sections: note.sections.slice(1) } : note,
  ),
})
