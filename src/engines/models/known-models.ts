import type { KnownModel, RemoteFile } from './model.ts'
import { WHISPER_MODELS } from './whisper-models.ts'

const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models'
const HUB = 'https://huggingface.co/csukuangfj'

const archive = (name: string) => ({ archive: { url: `${RELEASES}/${name}.tar.bz2` } })

/** Files of a repository at one commit, so that what is fetched stays what was looked at. */
function files(repository: string, commit: string, known: Record<string, Omit<RemoteFile, 'url'>>) {
  const remote = Object.entries(known).map(([name, about]) => [
    name,
    { url: `${HUB}/${repository}/resolve/${commit}/${name}`, ...about },
  ])
  return { files: Object.fromEntries(remote) as Record<string, RemoteFile> }
}

const EUROPEAN = [
  ...['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'ru', 'uk', 'cs', 'sk', 'sl', 'hr', 'bg', 'ro', 'hu', 'el'],
  ...['da', 'sv', 'fi', 'et', 'lv', 'lt', 'mt'],
]

/**
 * Models that are worth having and free to use, best first: `auto` takes the first that is installed and serves the
 * language. The figures are word errors on PriMock57's consultations, from a published comparison, not measured here.
 */
export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: 'parakeet-tdt-0.6b-v3',
    family: 'nemo-transducer',
    languages: EUROPEAN,
    licence: 'CC-BY-4.0',
    goodFor: 'conversations on a processor, in 25 European languages (9.4 % word errors); takes vocabularies',
    megabytes: 671,
    from: files('sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8', '2bda32ec70b097a55adaa07d9a7173915b43cc78', {
      'encoder.int8.onnx': {
        bytes: 652_184_281,
        sha256: 'acfc2b4456377e15d04f0243af540b7fe7c992f8d898d751cf134c3a55fd2247',
      },
      'decoder.int8.onnx': {
        bytes: 11_845_275,
        sha256: '179e50c43d1a9de79c8a24149a2f9bac6eb5981823f2a2ed88d655b24248db4e',
      },
      'joiner.int8.onnx': {
        bytes: 6_355_277,
        sha256: '3164c13fc2821009440d20fcb5fdc78bff28b4db2f8d0f0b329101719c0948b3',
      },
      'tokens.txt': { bytes: 93_939, sha256: 'd58544679ea4bc6ac563d1f545eb7d474bd6cfa467f0a6e2c1dc1c7d37e3c35d' },
    }),
  },
  {
    name: 'parakeet-tdt-0.6b-v2',
    family: 'nemo-transducer',
    languages: ['en'],
    licence: 'CC-BY-4.0',
    goodFor: 'conversations in English (10.8 % word errors; fewer drug names missed than v3); takes vocabularies',
    megabytes: 482,
    from: archive('sherpa-onnx-nemo-parakeet-tdt-0.6b-v2-int8'),
  },
  {
    name: 'canary-180m-flash',
    family: 'canary',
    languages: ['en', 'es', 'de', 'fr'],
    licence: 'CC-BY-4.0',
    goodFor: 'four languages on a small machine',
    megabytes: 150,
    from: archive('sherpa-onnx-nemo-canary-180m-flash-en-es-de-fr-int8'),
  },
  ...WHISPER_MODELS,
  {
    name: 'moonshine-base-en',
    family: 'moonshine',
    languages: ['en'],
    licence: 'MIT',
    goodFor: 'English on very small machines',
    megabytes: 240,
    from: archive('sherpa-onnx-moonshine-base-en-int8'),
  },
  {
    name: 'sense-voice-2024-07-17',
    family: 'sense-voice',
    languages: ['zh', 'yue', 'ja', 'ko'],
    licence: 'FunASR model licence',
    goodFor: 'Chinese, Cantonese, Japanese and Korean',
    megabytes: 160,
    from: archive('sherpa-onnx-sense-voice-zh-en-ja-ko-yue-int8-2024-07-17'),
  },
  {
    name: 'medasr-2025-12-25',
    family: 'medasr-ctc',
    languages: ['en'],
    licence: 'Health AI Developer Foundations terms',
    goodFor: 'dictation alone: conversations come out with half of the words wrong (52.5 %)',
    megabytes: 100,
    from: archive('sherpa-onnx-medasr-ctc-en-int8-2025-12-25'),
  },
  {
    name: 'silero-vad',
    family: 'activity',
    languages: ['mul'],
    licence: 'MIT',
    goodFor: 'finding speech in noise, beside any recogniser',
    megabytes: 1,
    from: { files: { 'silero_vad.onnx': { url: `${RELEASES}/silero_vad.onnx` } } },
  },
  {
    name: 'resemblyzer',
    family: 'voice-encoder',
    languages: ['mul'],
    licence: 'Apache-2.0',
    goodFor: 'telling speakers apart by voice, beside any recogniser; set-up brings it',
    megabytes: 17,
    from: {
      files: {
        'pretrained.pt': {
          url: 'https://github.com/resemble-ai/Resemblyzer/raw/master/resemblyzer/pretrained.pt',
          bytes: 17_090_379,
          sha256: '39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e',
        },
      },
    },
    packages: [{ packages: ['Resemblyzer==0.1.4'], parts: { 'pretrained.pt': ['resemblyzer/pretrained.pt'] } }],
    wasRun: true,
  },
  {
    name: 'pyannote-titanet',
    family: 'voices',
    languages: ['mul'],
    licence: 'MIT; CC-BY-4.0',
    goodFor: 'telling speakers apart in real rooms, beside any recogniser',
    megabytes: 46,
    from: {
      files: {
        'segmentation.onnx': { url: `${HUB}/sherpa-onnx-pyannote-segmentation-3-0/resolve/main/model.onnx` },
        'embedding.onnx': {
          url: 'https://github.com/k2-fsa/sherpa-onnx/releases/download/speaker-recongition-models/nemo_en_titanet_small.onnx',
        },
      },
    },
  },
]
