import type { LanguageTag } from '../../../../domain/language.ts'
import { bytesPerMs, type LiveSound, type SoundCoding } from '../../../../domain/live.ts'
import type { Limits } from '../../../../domain/submission.ts'
import type { LiveWork } from '../../../capabilities.ts'
import type { Wish } from '../schemas.ts'
import { readKeywords, readLanguages } from '../translate.ts'
import { type Session, turnDetectionOf, turnPaceOf } from './session.ts'

/** What stands in a session's text, and is asked for when the result is. */
const WISH: Wish = { format: 'json', granularities: [], stream: false }

/** What is asked of a session's recording. Throws `request_invalid`. */
export function translateSession(session: Session, limits: Limits, unsaid: LanguageTag): LiveWork {
  const { language, languages, keywords } = session.transcription
  const vocabulary = readKeywords(keywords?.join(','))
  const detection = turnDetectionOf(session)
  return {
    ...soundOf(session),
    language: readLanguages({ language: language ?? '', languages: languages?.join(',') ?? '' }) ?? unsaid,
    kinds: [],
    limits,
    ...(detection && turnPaceOf(detection)),
    ...(vocabulary.length > 0 && { hearing: { vocabulary } }),
    doorState: { ...WISH },
  }
}

const CODINGS = { 'audio/pcm': 'pcm', 'audio/pcmu': 'mulaw', 'audio/pcma': 'alaw' } as const
const TELEPHONE_RATE = 8_000

function soundOf({ format }: Session): { sound: LiveSound; coding: SoundCoding } {
  const sampleRate = format.type === 'audio/pcm' ? format.rate : TELEPHONE_RATE
  return { sound: { sampleRate, channels: 1 }, coding: CODINGS[format.type] }
}

/** Bytes of a millisecond as they come: telephones send half of what is kept. */
export function bytesPerMsOf(session: Session): number {
  const { sound, coding } = soundOf(session)
  return bytesPerMs(sound) / (coding === 'pcm' ? 1 : 2)
}
