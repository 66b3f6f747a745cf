/** A piece of a scratch file, in milliseconds. */
export type Piece = [startMs: number, endMs: number]

/** Pieces of sound that are heard one behind the other; together at most 30 s. */
interface SoundWindow {
  path: string
  pieces: Piece[]
}

/** How likely somebody speaks, for each 32 ms. */
interface DetectRequest {
  task: 'detect'
  path: string
  startMs: number
  endMs: number
}

/** The same for sound that comes bit by bit: all that it needs of what came before is the state that it answered then. */
interface FollowRequest {
  task: 'follow'
  /** Whole frames of 32 ms, 16-bit, in base64. */
  sound: string
  /** Empty at the beginning. */
  state: string
}

/** In which languages windows may be. */
interface LanguagesRequest {
  task: 'languages'
  windows: SoundWindow[]
}

export interface RecognizeRequest {
  task: 'recognize'
  windows: SoundWindow[]
  /** ISO 639-1, as Whisper knows it. */
  language: string
  /** A window in which another language has this probability is heard in that one. */
  otherAbove: number
  beam: number
  /** How fast the sound is played to the model: 0.8 is slower than it was said. Times are those of the sound as it was. */
  pace: number
  /** Whether the model reads no more than the sound and some silence, where it else reads 30 s: quicker, and a little worse. */
  isShort: boolean
}

/** A word of a window, its bounds in milliseconds of the window's sound, and the probability of its tokens. */
export type WindowWord = [text: string, startMs: number, endMs: number, probability: number]

export interface RecognizedWindow {
  words: WindowWord[]
  language: string
  languageProbability: number
  /** That nobody speaks, by the model's own sign. */
  noSpeech: number
  /** Mean of the tokens' logarithms. */
  logProbability: number
  /** How much shorter the text is when compressed: above 2.4 it repeats itself (Radford 2022, § 4.5). */
  compression: number
}

/** Each request of worker.py with its answer. */
export interface Answers {
  /** In hundredths. */
  detect: number[]
  /** In hundredths; and what to go on with. */
  follow: { likely: number[]; state: string }
  /** By window: languages with their probability. */
  languages: Record<string, number>[]
  recognize: RecognizedWindow[]
}

export type PythonRequest = DetectRequest | FollowRequest | LanguagesRequest | RecognizeRequest

/** What worker.py writes. */
export type PythonMessage =
  | { alive: true }
  | { ready: { device: 'cpu' | 'cuda' } }
  | { id: number; result?: unknown; error?: string }
