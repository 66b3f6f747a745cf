import type { KnownModel, PackageSource, RemoteFile } from './model.ts'
import { BASE_PACKAGES, TINY_ENGLISH_PACKAGES } from './whisper-packages.ts'

// Sizes and digests of tiny.en and base are those of the files that were run here; the others are those that projects
// which pin the same revisions publish, and they agree. Of distil-large-v3.5's small files no digest is told: theirs is
// that of the first download.

/** What Whisper hears (the languages of its tokens). */
const LANGUAGES = (
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk ' +
  'te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ' +
  'ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su'
).split(' ')

/** Bytes and SHA-256 of a file. */
type Told = readonly [bytes: number, sha256?: string]

const MULTILINGUAL = {
  'tokenizer.json': [2_203_239, 'fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab'],
  'vocabulary.txt': [459_861, '34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913'],
} as const
const ENGLISH = {
  'tokenizer.json': [2_128_466, '929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df'],
  'vocabulary.txt': [422_309, 'ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf'],
} as const
/** The third version takes other features, and has one language more. */
const THIRD = {
  'preprocessor_config.json': [340, '7ccc62c6f2765af1f3b46c00c9b5894426835a05021c8b9c01eecb6dfb542711'],
  'vocabulary.json': [1_068_114, 'c69260f2ab26d659b7c398f9a2b2b48ed0df16c3b47d7326782fd9cba71690c1'],
} as const

interface Whisper {
  repository: string
  revision: string
  files: Record<string, Told>
  goodFor: string
  languages?: readonly string[]
  packages?: readonly PackageSource[]
  wasRun?: boolean
}

const BYTES_PER_MEGABYTE = 1e6

/** A model of the hub at one revision, in CTranslate2's form. */
function whisper(name: string, { repository, revision, files, languages = LANGUAGES, ...more }: Whisper): KnownModel {
  const remote = Object.entries(files).map(([file, [bytes, sha256]]): [string, RemoteFile] => {
    const url = `https://huggingface.co/${repository}/resolve/${revision}/${file}`
    return [file, { url, bytes, ...(sha256 && { sha256 }) }]
  })
  const bytes = Object.values(files).reduce((sum, [count]) => sum + count, 0)
  return {
    ...{ name: `whisper-${name}`, family: 'ctranslate2-whisper', languages: [...languages], licence: 'MIT' },
    megabytes: Math.ceil(bytes / BYTES_PER_MEGABYTE),
    from: { files: Object.fromEntries(remote) },
    ...more,
  }
}

/** The family, best first: of two of a size, that for English alone hears English better. */
export const WHISPER_MODELS: readonly KnownModel[] = [
  whisper('large-v3-turbo', {
    repository: 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
    revision: '0a363e9161cbc7ed1431c9597a8ceaf0c4f78fcf',
    files: {
      'model.bin': [1_617_884_929, 'e76620f83d5f5b69efd3d87e3dc180c1bd21df9fbebacfd4335e5e1efcc018da'],
      'config.json': [2_263, 'b0253ea6c0d3bea6b1e19e91a02acfd3b53f4467362efcb5a3e6b16c9b3a9b7e'],
      'tokenizer.json': [2_710_337, '297b13372ac43916285644fb9687add3cc62ee2a1adb60da3dc25cc94c1871fd'],
      ...THIRD,
    },
    languages: [...LANGUAGES, 'yue'],
    goodFor: 'every language on a graphics card, and on many cores',
  }),
  whisper('large-v3', {
    repository: 'Systran/faster-whisper-large-v3',
    revision: 'edaa852ec7e145841d8ffdb056a99866b5f0a478',
    files: {
      'model.bin': [3_087_284_237, '69f74147e3334731bc3a76048724833325d2ec74642fb52620eda87352e3d4f1'],
      'config.json': [2_394, 'a9306624f5ec14270a014b647e5c316b6e03a662c369758d1b90697a7b0655b9'],
      'tokenizer.json': [2_480_617, '6d8cbd7cd0d8d5815e478dac67b85a26bbe77c1f5e0c6d76d1ce2abc0e5f21ca'],
      ...THIRD,
    },
    languages: [...LANGUAGES, 'yue'],
    goodFor: 'rarer languages on a graphics card',
  }),
  whisper('distil-large-v3.5', {
    repository: 'distil-whisper/distil-large-v3.5-ct2',
    revision: '9793ccc07920e0f830e1dba0343efcdf0ef8c903',
    files: {
      'model.bin': [1_512_927_867, 'c58b88b8585ffcd2135fddaaf421ce72cb223b32edea70d156aed1dea319a119'],
      ...{ 'config.json': [2_690], 'tokenizer.json': [2_480_645] },
      ...{ 'preprocessor_config.json': [340], 'vocabulary.json': [1_068_114] },
    },
    languages: ['en'],
    goodFor: 'English on a graphics card',
  }),
  whisper('medium.en', {
    repository: 'Systran/faster-whisper-medium.en',
    revision: 'a29b04bd15381511a9af671baec01072039215e3',
    files: {
      'model.bin': [1_527_904_330, '11b220779aea4c6f3ce9d2549c8a95ea869ed84066864b999531ef53e594fe5b'],
      'config.json': [2_643, '4a1848ebabe7938d9797c15a2e8e4ce1d36e6fd4a43d096ae5955257c67c7962'],
      ...ENGLISH,
    },
    languages: ['en'],
    goodFor: 'English on many cores',
  }),
  whisper('medium', {
    repository: 'Systran/faster-whisper-medium',
    revision: '08e178d48790749d25932bbc082711ddcfdfbc4f',
    files: {
      'model.bin': [1_527_906_378, '9b45e1009dcc4ab601eff815b61d80e60ce3fd8c74c1a14f4a282258286b51ae'],
      'config.json': [2_257, '3622a2ddc41ec0e0fd4e68c13c6830f03b90c38d89aaad184de02c8c642cf807'],
      ...MULTILINGUAL,
    },
    goodFor: 'every language on many cores',
  }),
  whisper('small.en', {
    repository: 'Systran/faster-whisper-small.en',
    revision: 'd1d751a5f8271d482d14ca55d9e2deeebbae577f',
    files: {
      'model.bin': [483_545_366, '62b2a45b05ee59acb4a5341b33ee35e041395d378d418a18acfe4c9e768ee37a'],
      'config.json': [2_657, '666a9605530ac1f61fa8177f3702b4dacec9966749e42610839fcc32661d5fae'],
      ...ENGLISH,
    },
    languages: ['en'],
    goodFor: 'English on some cores',
  }),
  whisper('small', {
    repository: 'Systran/faster-whisper-small',
    revision: '536b0662742c02347bc0e980a01041f333bce120',
    files: {
      'model.bin': [483_546_902, '3e305921506d8872816023e4c273e75d2419fb89b24da97b4fe7bce14170d671'],
      'config.json': [2_370, 'b55496ac7940a7ae47d2c01eab40edfd8701feec1229d9cce3b40014383fb828'],
      ...MULTILINGUAL,
    },
    goodFor: 'every language on some cores',
  }),
  whisper('base.en', {
    repository: 'Systran/faster-whisper-base.en',
    revision: '3d3d5dee26484f91867d81cb899cfcf72b96be6c',
    files: {
      'model.bin': [145_216_508, '2a166925539a16005f14ff328359f9b9adb9dc4fb631bb3b227526862e93e2ef'],
      'config.json': [2_227, 'f3bc3821e9fc76a27bae538e11ae5b677dcdd352b4600429ce7951d398569aeb'],
      ...ENGLISH,
    },
    languages: ['en'],
    goodFor: 'English on any machine',
  }),
  whisper('base', {
    repository: 'Systran/faster-whisper-base',
    revision: 'ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66',
    files: {
      'model.bin': [145_217_532, 'd01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9'],
      'config.json': [2_309, '56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a'],
      ...MULTILINGUAL,
    },
    goodFor: 'every language on any machine: what set-up brings',
    packages: BASE_PACKAGES,
    wasRun: true,
  }),
  whisper('tiny.en', {
    repository: 'Systran/faster-whisper-tiny.en',
    revision: '0d3d19a32d3338f10357c0889762bd8d64bbdeba',
    files: {
      'model.bin': [75_537_502, '1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a'],
      'config.json': [2_317, '14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5'],
      ...ENGLISH,
    },
    languages: ['en'],
    goodFor: 'English on very small machines',
    packages: TINY_ENGLISH_PACKAGES,
    wasRun: true,
  }),
  whisper('tiny', {
    repository: 'Systran/faster-whisper-tiny',
    revision: 'd90ca5fe260221311c53c58e660288d3deb8d356',
    files: {
      'model.bin': [75_538_270, 'dcb76c6586fc06cbdac6dd21f14cfd129cc4cdd9dce19bf4ffa62e59cbe6e6d1'],
      'config.json': [2_249, 'a73a28cdfe1c43ccc7202fa333d1f89c202477271407ae9a7f19afa52039cac8'],
      ...MULTILINGUAL,
    },
    goodFor: 'every language on very small machines',
  }),
]
