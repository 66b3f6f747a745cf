// `osler/http`: what a door that is kept elsewhere needs to receive recordings and to answer.
export { accept } from '../api/http/accept.ts'
export { eventStream } from '../api/http/event-stream.ts'
export { perMinute } from '../api/http/limits.ts'
export type { Conversation, LiveAction, SocketMessage, Told } from '../api/http/live/conversation.ts'
export { PendingAcks } from '../api/http/live/pending-acks.ts'
export { readJsonMessage } from '../api/http/live/read-json-message.ts'
export { live, type SocketRoute } from '../api/http/live.ts'
export { readForm } from '../api/http/read-form.ts'
export { readRange } from '../api/http/read-range.ts'
export {
  type AudioFields,
  acceptUpload,
  audioOf,
  BYTES_PER_MEBIBYTE,
  type Fields,
  FilePart,
  keepOnlyIfTaken,
  limitsOf,
  receiveUpload,
  UPLOAD_ROUTE,
  UPLOAD_TYPES,
  unquote,
} from '../api/http/receive-audio.ts'
export { sendSound } from '../api/http/send-sound.ts'
export { takeUsers } from '../api/http/take-users.ts'
