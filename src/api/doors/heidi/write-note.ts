import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { readLanguage } from '../../../domain/language.ts'
import type { Note } from '../../../domain/note.ts'
import type { DoorState, NoteOptions, WorkRequest } from '../../../domain/submission.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import type { Use } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { limitsOf } from '../../http/receive-audio.ts'
import { type HeidiSession, languageOf } from './find-session.ts'
import { hearSession } from './hear-session.ts'
import { addNotes } from './translate.ts'

export type WriteUse = Use<'sessions' | 'intake' | 'jobs'>

/** What is to be written of a session. */
interface Wanted {
  kind: string
  doorState?: DoorState
  noteOptions?: NoteOptions
}

/** All that was said and noted in a session. Throws `not_ready` where there is nothing to write from. */
export async function readSaid(
  use: WriteUse,
  request: FastifyRequest,
  session: HeidiSession,
  notes: string[] = [],
): Promise<Transcript> {
  const { transcript } = await hearSession(use, request, session)
  const said = addNotes(transcript, languageOf(session), [...(session.details.clinician_notes ?? []), ...notes])
  if (said.items.length > 0) return said
  throw new OslerError('not_ready', 'The session has neither a recording with speech nor notes to write from.')
}

/** Writes a document of a session and waits for it; it stays with the session under its job. */
export async function writeNote(
  use: WriteUse,
  request: FastifyRequest,
  session: HeidiSession,
  transcript: Transcript,
  { kind, doorState = {}, noteOptions }: Wanted,
): Promise<{ note: Note; job: Job }> {
  const output = readLanguage(session.details.output_language_code ?? '')
  const options = { ...noteOptions, ...(output && { language: output }) }
  const work: WorkRequest = {
    source: { type: 'transcript', transcript },
    consultationId: session.id,
    language: transcript.language,
    kinds: [kind],
    limits: limitsOf(use.intake),
    doorState,
    noteOptions: options,
  }
  const job = await accept(request, work, use.intake)
  const timeoutMs = use.intake.usual.syncWaitSeconds * 1000
  const { notes } = await use.jobs.waitForResult(job, timeoutMs, request.gone)
  const [note] = notes
  if (note) return { note, job }
  throw new OslerError('internal')
}
