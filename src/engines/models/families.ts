/** Paths of a model's files by their role. */
type Files = Record<string, string>

/** What an engine needs to load the models of a family, and what they give. */
export interface Family {
  task: 'speech' | 'speakers' | 'activity'
  /** What loads them: sherpa-onnx where nothing else is said. */
  engine?: 'whisper' | 'encoder'
  /** The files by their role, each told by its name; of several the first in the alphabet that is quantised. */
  files: Record<string, RegExp>
  /** Made to hear while somebody speaks: it takes sound piece by piece. */
  isStreaming?: boolean
  /** Files that it may have besides. */
  mayHave?: Record<string, RegExp>
  /** What sherpa-onnx loads it by; `language` is the first part of a tag, and `how` its threads and the like. */
  config?: (files: Files, language: string, how: object) => object
  /** Whether a model of it has to be told the language when it is loaded. */
  takesLanguage?: boolean
  /** Whether it hears the language by itself where it is loaded with none. */
  tellsLanguage?: boolean
  /** Whether it can be told words that may be said, where it has the file `bpeVocabulary`. */
  takesHotWords?: boolean
  /** Whether its words have times; where not, they are spread over the segment. */
  givesTimes?: boolean
  /** Whether it writes capitals and marks. */
  givesPunctuation?: boolean
}

type SherpaConfig = NonNullable<Family['config']>

const TOKENS = /tokens\.txt$/
/** How words are cut into tokens, which hot words need. */
const PIECES = { bpeVocabulary: /bpe\.vocab$/ }
const onnx = (name: string) => new RegExp(`${name}[^/]*\\.onnx$`)

const ONE_MODEL_FILES = { model: onnx('model'), tokens: TOKENS }
const ENCODER_DECODER_FILES = { encoder: onnx('encoder'), decoder: onnx('decoder'), tokens: TOKENS }
const TRANSDUCER_FILES = { ...ENCODER_DECODER_FILES, joiner: onnx('joiner') }

const nemoCtc: SherpaConfig = ({ model, tokens }, _, how) => ({ nemoCtc: { model }, tokens, ...how })
const transducer: SherpaConfig = ({ encoder, decoder, joiner, tokens }, _, how) => ({
  ...{ transducer: { encoder, decoder, joiner }, tokens, ...how },
})

/** Speech begins and ends here, by Silero's probability; shorter pauses are part of the speech around them. */
const ACTIVITY = {
  threshold: 0.5,
  minSilenceDuration: 0.18,
  minSpeechDuration: 0.1,
  windowSize: 512,
  maxSpeechDuration: 30,
}

/** The families that are known, by the names that `osler models add --family` takes. */
export const FAMILIES = {
  'nemo-transducer': {
    task: 'speech',
    files: TRANSDUCER_FILES,
    mayHave: PIECES,
    config: (...wanted) => ({ ...transducer(...wanted), modelType: 'nemo_transducer' }),
    ...{ takesHotWords: true, givesTimes: true, givesPunctuation: true },
  },
  transducer: {
    task: 'speech',
    files: TRANSDUCER_FILES,
    mayHave: PIECES,
    config: transducer,
    ...{ takesHotWords: true, givesTimes: true },
  },
  'streaming-transducer': {
    task: 'speech',
    files: TRANSDUCER_FILES,
    config: transducer,
    ...{ isStreaming: true, givesTimes: true },
  },
  'streaming-ctc': {
    task: 'speech',
    files: ONE_MODEL_FILES,
    config: nemoCtc,
    ...{ isStreaming: true, givesTimes: true },
  },
  'nemo-ctc': {
    task: 'speech',
    files: ONE_MODEL_FILES,
    config: nemoCtc,
    ...{ givesTimes: true, givesPunctuation: true },
  },
  'medasr-ctc': {
    task: 'speech',
    files: ONE_MODEL_FILES,
    config: ({ model, tokens }, _, how) => ({ medasr: { model }, tokens, ...how }),
    ...{ givesTimes: true, givesPunctuation: true },
  },
  whisper: {
    task: 'speech',
    files: ENCODER_DECODER_FILES,
    config: ({ encoder, decoder, tokens }, language, how) => ({
      ...{ whisper: { encoder, decoder, language, task: 'transcribe' }, tokens, ...how },
    }),
    ...{ takesLanguage: true, tellsLanguage: true, givesPunctuation: true },
  },
  'ctranslate2-whisper': {
    task: 'speech',
    engine: 'whisper',
    files: {
      ...{ model: /(^|\/)model\.bin$/, config: /(^|\/)config\.json$/, tokenizer: /(^|\/)tokenizer\.json$/ },
      vocabulary: /(^|\/)vocabulary\.(txt|json)$/,
    },
    mayHave: { preprocessor: /(^|\/)preprocessor_config\.json$/ },
    ...{ takesLanguage: true, tellsLanguage: true, takesHotWords: true, givesTimes: true, givesPunctuation: true },
  },
  moonshine: {
    task: 'speech',
    files: {
      ...{ preprocessor: onnx('preprocess'), encoder: onnx('(^|/)encode') },
      ...{ uncachedDecoder: onnx('uncached_decode'), cachedDecoder: onnx('(^|/)cached_decode'), tokens: TOKENS },
    },
    config: ({ tokens, ...moonshine }, _, how) => ({ moonshine, tokens, ...how }),
    givesPunctuation: true,
  },
  'sense-voice': {
    task: 'speech',
    files: ONE_MODEL_FILES,
    config: ({ model, tokens }, language, how) => ({
      ...{ senseVoice: { model, language, useInverseTextNormalization: 0 }, tokens, ...how },
    }),
    ...{ takesLanguage: true, tellsLanguage: true, givesTimes: true },
  },
  canary: {
    task: 'speech',
    files: ENCODER_DECODER_FILES,
    config: ({ encoder, decoder, tokens }, language, how) => ({
      ...{ canary: { encoder, decoder, srcLang: language, tgtLang: language, usePnc: 1 }, tokens, ...how },
    }),
    ...{ takesLanguage: true, givesPunctuation: true },
  },
  voices: {
    task: 'speakers',
    files: { segmentation: onnx('segmentation'), embedding: onnx('embedding') },
    config: ({ segmentation, embedding }, _, how) => ({
      segmentation: { pyannote: { model: segmentation }, ...how },
      embedding: { model: embedding, ...how },
    }),
  },
  'voice-encoder': {
    task: 'speakers',
    engine: 'encoder',
    files: { weights: /(^|\/)pretrained\.pt$/ },
  },
  activity: {
    task: 'activity',
    files: { model: onnx('vad') },
    config: ({ model }, _, how) => ({ sileroVad: { model, ...ACTIVITY }, ...how }),
  },
} satisfies Record<string, Family>

export type FamilyName = keyof typeof FAMILIES

export const familyOf = (name: FamilyName): Family => FAMILIES[name]

/** Whether a model is loaded by this engine. */
export const isLoadedBy =
  (engine: 'sherpa' | 'whisper' | 'encoder') =>
  ({ family }: { family: FamilyName }): boolean =>
    (familyOf(family).engine ?? 'sherpa') === engine

/** Whether a model does this. */
export const isFor =
  (task: Family['task']) =>
  ({ family }: { family: FamilyName }): boolean =>
    familyOf(family).task === task
