import { openAsBlob } from 'node:fs'
import { door as quillDoor } from '../../examples/quill/door.ts'
import { Problem } from '../../examples/quill/format.ts'
import { deepgram } from '../../src/api/doors/deepgram/routes.ts'
import { Failure as DeepgramFailure } from '../../src/api/doors/deepgram/schemas.ts'
import { heidi } from '../../src/api/doors/heidi/routes.ts'
import { Failure as HeidiFailure } from '../../src/api/doors/heidi/schemas.ts'
import { intron } from '../../src/api/doors/intron/routes.ts'
import { Failure as IntronFailure } from '../../src/api/doors/intron/schemas.ts'
import { nabla } from '../../src/api/doors/nabla/routes.ts'
import { Failure as NablaFailure } from '../../src/api/doors/nabla/schemas.ts'
import { native } from '../../src/api/doors/native/routes.ts'
import { Failure as NativeFailure } from '../../src/api/doors/native/schemas.ts'
import { openai } from '../../src/api/doors/openai/routes.ts'
import { Failure as OpenaiFailure } from '../../src/api/doors/openai/schemas.ts'
import type { DoorClient } from '../ports/door.suite.ts'
import type { TestSystem } from './open-test-system.ts'

async function sendForm(ask: TestSystem['ask'], path: string, file: [name: string, path: string], fields = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  form.append(file[0], await openAsBlob(file[1]), 'x.wav')
  return ask(path, { method: 'POST', body: form })
}

export const quill: DoorClient = {
  door: quillDoor,
  Failure: Problem,
  send: (ask, recording) => sendForm(ask, '/quill/v1/dictations', ['audio', recording], { reference: 'visit-7' }),
  resultPath: (body) => `/quill/v1/dictations/${(body as { dictation: { id: string } }).dictation.id}`,
}

/** How each built-in door is used; Nabla fetches its recording from an address. */
export const BUILT_IN = (recordingAddress: () => string): DoorClient[] => [
  {
    door: native,
    Failure: NativeFailure,
    send: (ask, recording) => sendForm(ask, '/api/consultations', ['file', recording], { documents: '' }),
    resultPath: (body) => `/api/consultations/${(body as { id: string }).id}/transcript`,
  },
  {
    door: nabla,
    Failure: NablaFailure,
    hasOwnSentences: true,
    send: (ask) =>
      ask('/transcribe-async', {
        method: 'POST',
        body: JSON.stringify({ file_url: recordingAddress(), speech_locale: 'ENGLISH_US' }),
        headers: { 'content-type': 'application/json' },
      }),
    resultPath: (body) => `/transcribe-async/${(body as { id: string }).id}`,
  },
  {
    door: intron,
    Failure: IntronFailure,
    send: (ask, recording) =>
      sendForm(ask, '/file/v1/upload', ['audio_file_blob', recording], { audio_file_name: 'visit-7' }),
    resultPath: (body) => `/file/v1/status/${(body as { data: { file_id: string } }).data.file_id}`,
  },
  {
    door: heidi,
    Failure: HeidiFailure,
    hasOwnSentences: true,
    async send(ask, recording) {
      const { session_id } = (await (await ask('/sessions', { method: 'POST' })).json()) as { session_id: string }
      await sendForm(ask, `/sessions/${session_id}/upload-audio`, ['file', recording])
      return ask(`/sessions/${session_id}/transcript`)
    },
  },
  {
    door: openai,
    Failure: OpenaiFailure,
    send: (ask, recording) => sendForm(ask, '/v1/audio/transcriptions', ['file', recording], { model: 'whisper-1' }),
  },
  {
    door: deepgram,
    Failure: DeepgramFailure,
    send: async (ask, recording) =>
      ask('/v1/listen?punctuate=true', {
        method: 'POST',
        body: await openAsBlob(recording),
        headers: { 'content-type': 'audio/wav' },
      }),
  },
]
