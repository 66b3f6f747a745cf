import { newId } from '../../../../domain/ids.ts'
import { type Session, type TurnDetection, turnDetectionOf } from './session.ts'

/** The protocol's shape: as it is generally available, or as it was before. */
export type Shape = 'ga' | 'beta'

export const idOf = (what: string) => `${what}_${newId().replaceAll('-', '')}`

/** When a session ends, in seconds since 1970: it takes no more sound than a recording may have. */
export interface SessionFrame {
  id: string
  expiresAt: number
}

/** The session as it is, whatever was asked: what is not honoured is not there. */
export function formatSession(session: Session, { id, expiresAt }: SessionFrame, shape: Shape) {
  const { format, transcription, include } = session
  const turnDetection = formatDetection(turnDetectionOf(session))
  const frame = { id, object: 'realtime.transcription_session', expires_at: expiresAt }
  if (shape === 'ga') {
    const input = { format, transcription, noise_reduction: null, turn_detection: turnDetection }
    return { type: 'transcription', ...frame, audio: { input }, include }
  }
  return {
    ...frame,
    input_audio_format: OLD_FORMATS[format.type],
    input_audio_transcription: transcription,
    input_audio_noise_reduction: null,
    turn_detection: turnDetection,
    include,
  }
}

/** The likelihood from which on somebody speaks is the detector's own. */
const THRESHOLD = 0.5

const formatDetection = (detection: TurnDetection | null) =>
  detection?.type === 'server_vad' ? { ...detection, threshold: THRESHOLD } : detection

const OLD_FORMATS = { 'audio/pcm': 'pcm16', 'audio/pcmu': 'g711_ulaw', 'audio/pcma': 'g711_alaw' } as const
