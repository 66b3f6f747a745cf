/** When a failed job may be tried again: never, by itself after a while, or once the operator has changed something. */
export type Retry = 'never' | 'later' | 'operator'

/** Every error that a client, operator or the queue can meet. The table is the documentation (docs/errors.md is made from it). */
export const ERRORS = {
  request_invalid: { status: 400, retry: 'never', says: 'The request does not have the expected form.' },
  field_missing: { status: 400, retry: 'never', says: 'A required field is missing.' },
  address_refused: { status: 400, retry: 'never', says: 'The address may not be reached from this server.' },
  address_failed: { status: 400, retry: 'never', says: 'The address did not give the recording.' },
  address_unavailable: { status: 400, retry: 'later', says: 'The address does not give the recording at the moment.' },
  audio_empty: { status: 400, retry: 'never', says: 'The recording has no bytes.' },
  audio_unreadable: { status: 400, retry: 'never', says: 'The recording is in no supported format or is damaged.' },
  audio_truncated: { status: 400, retry: 'never', says: 'The recording ends before its header says it does.' },
  document_unreadable: { status: 400, retry: 'never', says: 'The document is in no supported format.' },
  codes_invalid: { status: 400, retry: 'operator', says: 'The file is no order file of ICD-10-CM.' },
  audio_missing: { status: 400, retry: 'never', says: 'The file has no sound.' },
  audio_too_short: { status: 400, retry: 'never', says: 'The recording is shorter than this endpoint accepts.' },
  audio_too_long: { status: 400, retry: 'never', says: 'The recording is longer than this endpoint accepts.' },
  kind_unknown: { status: 400, retry: 'never', says: 'No writer for this document kind is installed.' },
  key_missing: { status: 401, retry: 'never', says: 'No API key was sent.' },
  key_wrong: { status: 401, retry: 'never', says: 'The API key is unknown, revoked or expired.' },
  password_wrong: { status: 401, retry: 'never', says: 'The name or the password is wrong.' },
  passkey_refused: { status: 401, retry: 'never', says: 'The passkey is not known, or did not answer as it should.' },
  proof_needed: { status: 403, retry: 'never', says: 'Who does this must have signed in within the last minutes.' },
  passwords_off: { status: 403, retry: 'operator', says: 'This server takes no passwords.' },
  person_unknown: { status: 403, retry: 'operator', says: 'The provider signed somebody in who has no account here.' },
  provider_refused: { status: 403, retry: 'operator', says: 'The sign-in provider let nobody in.' },
  provider_failed: { status: 502, retry: 'operator', says: "The sign-in provider's answer cannot be trusted." },
  provider_down: { status: 503, retry: 'later', says: 'The sign-in provider does not answer.' },
  session_ended: { status: 401, retry: 'never', says: 'Nobody is signed in here any more.' },
  scope_missing: { status: 403, retry: 'never', says: 'The API key is not allowed to do this.' },
  origin_refused: { status: 403, retry: 'operator', says: 'Pages of this origin may not open sockets here.' },
  not_found: { status: 404, retry: 'never', says: 'There is no such thing.' },
  not_ready: { status: 409, retry: 'later', says: 'The result is not there yet.' },
  name_taken: { status: 409, retry: 'never', says: 'Another account has this sign-in name.' },
  link_ended: { status: 410, retry: 'never', says: 'The link was used, has ended, or was replaced.' },
  request_reused: { status: 409, retry: 'never', says: 'The same client request id came with other content.' },
  stream_ended: { status: 409, retry: 'never', says: 'The recording that goes on has ended.' },
  stream_taken_over: { status: 409, retry: 'never', says: 'Another connection goes on with the recording.' },
  client_gone: { status: 408, retry: 'operator', says: 'Who asked hung up before the answer, and nobody asked again.' },
  stream_idle: { status: 408, retry: 'later', says: 'Nothing came over the socket for too long.' },
  stream_too_long: { status: 413, retry: 'never', says: 'The recording that goes on is as long as it may be.' },
  socket_needed: { status: 426, retry: 'never', says: 'The path is one for WebSockets.' },
  segment_reused: {
    status: 409,
    retry: 'never',
    says: 'Another file came under the number of a segment that is there.',
  },
  changed_elsewhere: { status: 409, retry: 'never', says: 'Somebody else has changed this meanwhile.' },
  offset_wrong: { status: 409, retry: 'never', says: 'The part does not begin where the upload stands.' },
  document_unsigned: { status: 409, retry: 'never', says: 'A document that is not signed has no addenda.' },
  document_signed: { status: 409, retry: 'never', says: 'A document that is signed is fixed.' },
  transcript_signed: {
    status: 409,
    retry: 'never',
    says: 'A transcript is fixed once a document that rests on it is signed.',
  },
  not_failed: { status: 409, retry: 'never', says: 'Only a request that failed can be run again.' },
  body_unsupported: { status: 415, retry: 'never', says: 'The body is of a type that this route does not take.' },
  body_too_large: { status: 413, retry: 'never', says: 'The body is larger than this endpoint accepts.' },
  range_outside: {
    status: 416,
    retry: 'never',
    says: 'The part of a recording that was asked for lies behind its end.',
  },
  audio_too_large: { status: 413, retry: 'never', says: 'The file is larger than this endpoint accepts.' },
  transcript_too_short: { status: 422, retry: 'never', says: 'The transcript is too short for a note.' },
  transcript_doubtful: {
    status: 422,
    retry: 'never',
    says: 'Too many words of the transcript are likely to be wrong for a document.',
  },
  no_writer: { status: 422, retry: 'operator', says: 'No writer for this language is installed.' },
  no_recognizer: { status: 422, retry: 'operator', says: 'No recogniser for this language is installed.' },
  too_many_requests: { status: 429, retry: 'later', says: 'Too many requests in this minute.' },
  streams_full: { status: 429, retry: 'later', says: 'The server hears as many streams as it can at once.' },
  queue_full: { status: 429, retry: 'later', says: 'The tenant has as many requests under way as it may.' },
  processing_slow: { status: 408, retry: 'later', says: 'Processing takes longer than this endpoint waits.' },
  internal: { status: 500, retry: 'later', says: 'Internal error.' },
  engine_failed: { status: 500, retry: 'later', says: 'The engine stopped while it worked on the recording.' },
  engine_missing: { status: 503, retry: 'operator', says: 'A program that the engine needs is not installed.' },
  model_damaged: { status: 503, retry: 'operator', says: 'A model is not whole or of another family.' },
  model_unavailable: { status: 502, retry: 'operator', says: 'A model cannot be fetched from where it is offered.' },
  engine_down: { status: 503, retry: 'later', says: 'A remote engine did not answer.' },
  engine_refused: { status: 502, retry: 'operator', says: 'A remote engine refused the request.' },
  key_lost: {
    status: 503,
    retry: 'operator',
    says: 'The key that a recording or text is sealed with is not configured.',
  },
  blob_damaged: { status: 500, retry: 'operator', says: 'A stored recording or text was changed or cut off.' },
  database_newer: {
    status: 503,
    retry: 'operator',
    says: 'A newer Osler has changed the database so that this one would break it.',
  },
  backup_failed: { status: 409, retry: 'operator', says: 'The backup could not be made or put back.' },
  store_foreign: { status: 503, retry: 'operator', says: 'The database and the recordings do not belong together.' },
  store_down: {
    status: 503,
    retry: 'later',
    says: 'The store of recordings does not answer at the moment: try again in a few seconds.',
  },
  store_refused: { status: 503, retry: 'operator', says: 'The store of recordings does not do what it is asked for.' },
  clock_jumped: { status: 503, retry: 'operator', says: 'The clock went forward further than a machine is off.' },
  deletion_held: { status: 503, retry: 'operator', says: 'More would be deleted at once than goes without a person.' },
  audit_broken: { status: 500, retry: 'operator', says: 'A line of the audit trail was changed or taken out.' },
  database_down: {
    status: 503,
    retry: 'later',
    says: 'The database does not answer at the moment: try again in a few seconds.',
  },
  secret_unreadable: { status: 503, retry: 'operator', says: 'A secret in the data folder cannot be read.' },
  work_too_heavy: { status: 422, retry: 'never', says: 'The work takes more time or memory than one request may.' },
  door_closed: { status: 503, retry: 'operator', says: 'The door through which this came is not open.' },
  folder_busy: { status: 503, retry: 'operator', says: 'Another process has the data folder open.' },
  stopping: { status: 503, retry: 'later', says: 'The server is stopping.' },
  storage_full: { status: 507, retry: 'operator', says: 'The tenant keeps as many recordings as it may.' },
  disk_full: { status: 507, retry: 'operator', says: 'The disk has no room for new recordings.' },
} as const satisfies Record<string, { status: number; retry: Retry; says: string }>

export type ErrorCode = keyof typeof ERRORS

/** PATIENT DATA: numbers, ids and enum words only, so that nothing a patient said can enter an error. */
export type ErrorDetails = Record<string, number | string | boolean>

/** An error with a code from the table and a sentence for people: what was wrong, the value, the limit, what to do. */
export class OslerError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(
    code: ErrorCode,
    message: string = ERRORS[code].says,
    details: ErrorDetails = {},
    options?: { cause: unknown },
  ) {
    super(message, options)
    this.name = 'OslerError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return ERRORS[this.code].status
  }

  get retry(): Retry {
    return ERRORS[this.code].retry
  }
}

const NO_ROOM = 'The disk has no room: nothing was changed. Free some space, then try again.'

/** What the database and the system say by their codes (PostgreSQL, appendix A; errno). */
const FOREIGN: Record<string, [ErrorCode, string?]> = {
  ENOSPC: ['disk_full', NO_ROOM],
  '53100': ['disk_full', NO_ROOM],
  '57P01': ['database_down'],
  '57P02': ['database_down'],
  '57P03': ['database_down'],
  // Too many connections, a wait that was given up, a transaction that stood still.
  '53300': ['database_down'],
  '55P03': ['database_down'],
  '57014': ['database_down'],
  '25P03': ['database_down'],
}

/** The error as one of ours; what is not known becomes `internal`, whose message never carries the foreign one. */
export function asOslerError(error: unknown): OslerError {
  if (error instanceof OslerError) return error
  const [code, message] = FOREIGN[String((error as { code?: unknown } | null)?.code)] ?? (['internal'] as const)
  return new OslerError(code, message, {}, { cause: error })
}
