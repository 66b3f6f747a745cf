import type { OslerError } from '../../../../domain/errors.ts'
import type { Word } from '../../../../domain/transcript.ts'
import { formatFailure } from '../format.ts'
import { idOf, type Shape } from './format-session.ts'
import type { Turn } from './turn.ts'

export const event = (type: string, fields: object = {}) => ({ type, event_id: idOf('event'), ...fields })

/** A turn has ended: it is an item of the conversation from now on, behind the one before. */
export function formatCommitted({ itemId: item_id }: Turn, previous_item_id: string | null, shape: Shape): object[] {
  const content = [{ type: 'input_audio', transcript: null }]
  const item = { id: item_id, object: 'realtime.item', type: 'message', status: 'completed', role: 'user', content }
  const created = shape === 'ga' ? ['conversation.item.added', 'conversation.item.done'] : ['conversation.item.created']
  return [
    event('input_audio_buffer.committed', { item_id, previous_item_id }),
    ...created.map((type) => event(type, { previous_item_id, item })),
  ]
}

const TRANSCRIPTION = 'conversation.item.input_audio_transcription'

export const formatDelta = ({ itemId: item_id }: Turn, delta: string) =>
  event(`${TRANSCRIPTION}.delta`, { item_id, content_index: 0, delta, logprobs: null })

/** `endMs`: where the turn's sound ends. */
export const formatCompleted = (turn: Turn, endMs: number, withLikelihoods: boolean) =>
  event(`${TRANSCRIPTION}.completed`, {
    item_id: turn.itemId,
    content_index: 0,
    transcript: turn.transcript,
    usage: { type: 'duration', seconds: Math.max(0, endMs - turn.startMs) / 1000 },
    logprobs: withLikelihoods ? turn.words.map(formatLikelihood) : null,
  })

const formatLikelihood = ({ text: token, confidence = 1 }: Word) => ({
  ...{ token, logprob: Math.log(Math.max(confidence, 1e-6)), bytes: [...Buffer.from(token)] },
})

const UNHEARD = {
  ...{ type: 'server_error', code: 'server_overloaded', param: null },
  message: 'No text comes any more: the server is behind. All sound is kept and heard when the session has ended.',
}

export const formatUnheard = () => event('error', { error: { ...UNHEARD, event_id: null } })

export const formatFailed = ({ itemId: item_id }: Turn) =>
  event(`${TRANSCRIPTION}.failed`, { item_id, content_index: 0, error: UNHEARD })

export function formatError(error: OslerError, eventId: string | null): object {
  return event('error', { error: { ...formatFailure(error, ''), event_id: eventId } })
}
