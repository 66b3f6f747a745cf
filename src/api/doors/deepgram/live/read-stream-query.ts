import { OslerError } from '../../../../domain/errors.ts'
import {
  bytesPerMs,
  checkSound,
  type LivePace,
  type LiveSound,
  paceOf,
  type SoundCoding,
} from '../../../../domain/live.ts'
import type { Limits } from '../../../../domain/submission.ts'
import type { LiveWork } from '../../../capabilities.ts'
import { isOn, type Query, readOne } from '../query.ts'
import { translateQuery } from '../translate.ts'

/** What a client says of its stream in the address. */
export interface StreamQuery {
  work: LiveWork
  punctuate: boolean
  /** A result a channel; else two channels are told as one. */
  multichannel: boolean
  isInterimTold: boolean
  isSpeechTold: boolean
  /** Whether a pause ends an utterance for the client. */
  endsAtPauses: boolean
  /** A gap of so much behind the last word is told; none where it is not asked for. */
  utteranceEndMs: number | undefined
  /** How many bytes of a millisecond come; none of a codec. */
  bytesPerMs: number | undefined
}

/** How the vendor's encodings are read. */
const CODINGS: Record<string, SoundCoding> = {
  ...{ linear16: 'pcm', linear32: 'float32', mulaw: 'mulaw', alaw: 'alaw', flac: 'flac' },
  ...{ 'amr-nb': 'amrnb', 'amr-wb': 'amrwb', g729: 'g729', 'ogg-opus': 'container', speex: 'container' },
}
const BYTES_PER_SAMPLE: Partial<Record<SoundCoding, number>> = { pcm: 2, float32: 4, mulaw: 1, alaw: 1 }
const TELEPHONE_RATE = 8_000
/** What a decoder gives, as engines take it. */
const DECODED_RATE = 16_000
/** Where nothing is said of it: the vendor's 10 ms would cut between syllables. */
const USUAL_PAUSE_MS = 300

/** Throws `request_invalid`. What is malformed beside sound and language is taken for not there, as the vendor does. */
export function readStreamQuery(query: Query, limits: Limits): StreamQuery {
  if (readOne(query, 'callback'))
    throw new OslerError('request_invalid', '"callback" is for recordings: read the socket.')
  const coding = readCoding(query)
  const sound = readSound(query, coding)
  const endpointing = readOne(query, 'endpointing')
  const work = { ...translateQuery(query), limits, sound, coding, ...readPace(query) }
  const sampleBytes = BYTES_PER_SAMPLE[coding]
  return {
    work,
    punctuate: work.doorState.punctuate,
    multichannel: work.doorState.multichannel,
    isInterimTold: isOn(query, 'interim_results'),
    isSpeechTold: isOn(query, 'vad_events'),
    endsAtPauses: endpointing !== 'false',
    utteranceEndMs: readNumber(query, 'utterance_end_ms'),
    bytesPerMs: sampleBytes && (bytesPerMs(sound) / 2) * sampleBytes,
  }
}

function readPace(query: Query): LivePace {
  if (readOne(query, 'endpointing') === 'false') return {}
  const silenceMs = readNumber(query, 'endpointing')
  return silenceMs === undefined ? { pauseMs: USUAL_PAUSE_MS } : paceOf(silenceMs)
}

function readCoding(query: Query): SoundCoding {
  const encoding = readOne(query, 'encoding')
  const coding = encoding === undefined ? 'container' : CODINGS[encoding.toLowerCase()]
  if (coding) return coding
  const takes = `${Object.keys(CODINGS).join(', ')}, or none for a container`
  throw new OslerError('request_invalid', `"encoding" is "${encoding?.slice(0, 40)}"; send ${takes}.`)
}

function readSound(query: Query, coding: SoundCoding): LiveSound {
  const channels = readNumber(query, 'channels') ?? 1
  const isTelephone = coding === 'mulaw' || coding === 'alaw'
  const rate = readNumber(query, 'sample_rate') ?? (isTelephone ? TELEPHONE_RATE : undefined)
  if (BYTES_PER_SAMPLE[coding] === undefined)
    return checkSound({ sampleRate: DECODED_RATE, channels: channels as 1 | 2 })
  if (rate !== undefined) return checkSound({ sampleRate: rate, channels: channels as 1 | 2 })
  throw new OslerError('request_invalid', '"sample_rate" is missing: samples without a header say nothing of it.')
}

function readNumber(query: Query, name: string): number | undefined {
  const text = readOne(query, name)
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
