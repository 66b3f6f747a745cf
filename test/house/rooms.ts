// Which room may import which. A room is a folder or a file below src; the longest path that fits a file is its room, and
// `*` stands for each folder by itself. A room knows itself and npm packages; what is not listed here is refused, types too.

const PORTS = [
  'engines/speech/recognizer.ts',
  'engines/diarization/diarizer.ts',
  'engines/engine.ts',
  'engines/choose-engines.ts',
  'engines/voice-activity/detector.ts',
  'engines/notes/note-writer.ts',
]

const ADAPTER = [...PORTS, 'domain', 'platform', 'audio', 'engines/models', 'engines/runtime']

/** What doors use of `api/http`: it knows nothing that a door may not know. Packages get it as `osler/http`. */
const FOR_DOORS = [
  'api/http/accept.ts',
  'api/http/event-stream.ts',
  'api/http/format-request.ts',
  'api/http/limits.ts',
  'api/http/live.ts',
  'api/http/live/conversation.ts',
  'api/http/live/pending-acks.ts',
  'api/http/live/read-json-message.ts',
  'api/http/live/read-messages.ts',
  'api/http/read-form.ts',
  'api/http/read-idempotency-key.ts',
  'api/http/receive-audio.ts',
  'api/http/read-range.ts',
  'api/http/send-event.ts',
  'api/http/send-sound.ts',
  'api/http/session-cookie.ts',
  'api/http/drop-nulls.ts',
  'api/http/take-users.ts',
]
const DOOR = ['domain', 'api/capabilities.ts', 'api/door.ts', 'api/request.ts', ...FOR_DOORS]

export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  platform: ['domain'],
  clinical: ['domain', 'platform'],
  audio: ['domain', 'platform'],
  store: ['domain', 'platform'],
  export: ['domain'],
  ...Object.fromEntries(PORTS.map((port) => [port, ['domain', 'engines/engine.ts']])),
  'engines/choose-engines.ts': ['domain', 'engines/models', ...PORTS],
  'engines/models': ['domain', 'platform'],
  'engines/runtime': ['domain', 'platform', 'engines/models'],
  'engines/proof': ['domain', 'clinical'],
  'engines/speech': ADAPTER,
  'engines/diarization': ADAPTER,
  'engines/voice-activity': ADAPTER,
  'engines/notes': ['domain', 'platform', 'clinical', 'engines/proof', 'engines/runtime', ...PORTS],
  'pipeline/documents': ['domain', 'engines/proof', ...PORTS],
  'pipeline/transcribe': ['domain', 'audio', 'clinical', 'platform/write-scratch.ts', ...PORTS],
  'pipeline/sessions': ['domain', 'platform', 'store', 'audio', 'pipeline/transcribe', ...PORTS],
  'pipeline/intake': ['domain', 'platform', 'store', 'audio', ...PORTS],
  'pipeline/jobs': [
    ...['domain', 'platform', 'store', 'pipeline/intake', 'pipeline/transcribe', 'pipeline/documents'],
    ...['pipeline/sessions', ...PORTS],
  ],
  'pipeline/upkeep': ['domain', 'platform', 'store', 'clinical'],
  // A session of before sessions were stored is carried over by who reads it first (docs/decisions/0026).
  consultations: [
    ...['domain', 'platform', 'store', 'audio', 'clinical', 'export', 'pipeline/intake'],
    'pipeline/sessions/carry-over.ts',
  ],
  'api/capabilities.ts': ['domain'],
  'api/request.ts': ['domain'],
  'api/door.ts': ['domain', 'api/capabilities.ts', 'api/request.ts'],
  ...Object.fromEntries(FOR_DOORS.map((file) => [file, DOOR])),
  'api/http': ['platform', 'store', ...DOOR],
  'api/doors/*': DOOR,
  public: DOOR,
  server: ['**'],
  cli: [
    ...['domain', 'platform', 'export', 'server', 'pipeline/transcribe', 'pipeline/documents', 'engines/models'],
    ...['pipeline/upkeep/backup.ts', 'engines/choose-engines.ts'],
  ],
  'main.ts': ['cli', 'domain'],
}

/** What stands beside src and imports from it; its own folder is always open to it. */
export const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  'web/src': ['domain', 'api/doors/native/schemas.ts'],
  examples: [],
  bench: ['**'],
  tools: ['**'],
}
