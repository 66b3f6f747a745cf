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
  /** By window: languages with their probability. */
  languages: Record<string, number>[]
  recognize: RecognizedWindow[]
}

export type PythonRequest = DetectRequest | LanguagesRequest | RecognizeRequest

/** What worker.py writes. */
export type PythonMessage =
  | { alive: true }
  | { ready: { device: 'cpu' | 'cuda' } }
  | { id: number; result?: unknown; error?: string }
