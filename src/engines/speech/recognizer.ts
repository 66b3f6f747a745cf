import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { Word } from '../../domain/transcript.ts'
import type { Term } from '../../domain/vocabulary.ts'
import type { Engine } from '../engine.ts'

/** A segment with the words heard in it, in time order, in the recording's time. No speech gives no words. */
export interface RecognizedSegment extends SpeechSegment {
  words: Word[]
  /** In which it was heard, where that was not told; none where the engine cannot say. */
  language?: LanguageTag | undefined
}

export interface RecognizeOptions {
  /** `und` where it is not known; asked so of engines that tell languages alone. */
  language: LanguageTag
  /** Words that may be said, beside those that the engine knows. */
  vocabulary: readonly Term[]
  /**
   * Of speech that goes on just now: somebody waits for it, so that it goes before recordings. An engine that can be quicker
   * at the cost of some words is: more so for what is only shown until the sentence has ended, and for what is final in a
   * hurry and heard better afterwards.
   */
  live?: 'partial' | 'hurried' | 'final' | 'better'
}

/** Writes names in the place of what was heard for them; what was heard stays with the words. */
export type CorrectNames = (
  heard: readonly RecognizedSegment[],
  options: RecognizeOptions,
) => Promise<readonly RecognizedSegment[]>

/** Turns segments of speech into words; segments recognised with another model are done again. */
export interface Recognizer extends Engine {
  readonly languages: readonly LanguageTag[]
  readonly capabilities: {
    wordTimes: boolean
    confidence: boolean
    punctuation: boolean
    /** It hears in which language somebody speaks. */
    languageDetection: boolean
    /** It listens for the terms of a vocabulary. */
    hotWords: boolean
  }

  /**
   * Yields every segment once, in any order, as soon as it is done; the engine decides about parallelism, and
   * shares its processes fairly between calls. Throws `engine_failed`, `engine_missing`, `engine_down` or `engine_refused`. When `signal` aborts it
   * starts no further segment and throws the signal's reason; what was yielded stays valid.
   */
  recognize(
    audio: PcmAudio,
    segments: readonly SpeechSegment[],
    options: RecognizeOptions,
    signal: AbortSignal,
  ): AsyncIterable<RecognizedSegment>
}

/** What comes of speech while it goes on; times count from where the sound begins, utterances from 0. */
export type StreamChange =
  | { type: 'begun'; utterance: number; startMs: number }
  /** What is heard so far; the first `stable` of the words will hardly change. */
  | { type: 'partial'; utterance: number; startMs: number; endMs: number; words: Word[]; stable: number }
  | { type: 'ended'; utterance: number; startMs: number; endMs: number }
  /** No words where nothing was understood. */
  | { type: 'final'; utterance: number; segment: RecognizedSegment; hearBetter?: HearBetter | undefined }

/** Hears what was final in a hurry as well as can be; undefined where there is no time for it. Throws when the stream is over. */
export type HearBetter = () => Promise<RecognizedSegment | undefined>

export interface StreamOptions extends Omit<RecognizeOptions, 'live'> {
  /** A silence of this length ends an utterance. */
  pauseMs?: number
  /** What has ended is final at once, and can be heard better then. */
  isHurried?: boolean
  /** A folder that is gone with the stream. */
  scratch: string
}

/** A sound that is heard while it comes. */
export interface RecognizerStream {
  /** 16 kHz, 16-bit, one channel, of any length. Resolves when there is room for more; throws what the detector throws. */
  write(pcm: Uint8Array): Promise<void>
  /** Ends the utterance that is open. Resolves when all that was written is final, and was told. */
  flush(): Promise<void>
}

/** @param tell is awaited: nothing final is told before what came before it was taken */
export type OpenStream = (
  options: StreamOptions,
  tell: (change: StreamChange) => void | Promise<void>,
  signal: AbortSignal,
) => RecognizerStream
