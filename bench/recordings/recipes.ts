import { readFile } from 'node:fs/promises'
import { convert, cutOff, ffmpeg, fileOf, make, synthesize } from '../../test/support/recordings.ts'

/** A recording as somebody may send it, made of the same speech. */
export interface Recipe {
  name: string
  make(speech: string): Promise<string>
  /** How much later than in the speech its words are. */
  lateMs?: number
  /** How many words may differ, where sound is missing; none if not given. */
  mostWrong?: number
  /** It cannot be heard, and must be refused with a sentence. */
  isRefused?: boolean
  /** Nobody speaks in it. */
  isSilent?: boolean
}

const coded = (name: string, extension: string, ...words: string[]): Recipe => ({
  name: `${extension} ${name}`,
  make: (speech) => convert(speech, extension, words),
})
const codec = (extension: string, name: string, ...words: string[]) =>
  coded([name, ...words].join(' '), extension, '-c:a', name, ...words)

/** The bytes of a recording, changed. */
const changed = (
  name: string,
  extension: string,
  change: (bytes: Buffer) => Uint8Array,
  words: string[] = [],
): Recipe => ({
  name: `${extension} ${name}`,
  make: async (speech) => fileOf(change(await readFile(await convert(speech, extension, words))), extension),
})
const refused = (recipe: Recipe): Recipe => ({ ...recipe, isRefused: true })

/** The frame that an encoder puts before the sound is heard then: 25 ms at this rate. */
const withoutTag = ['-id3v2_version', '0', '-write_xing', '0', '-ar', '44100']
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=d=12:s=64x64:r=5']

const late = (extension: string, seconds: number, words: string[], inputs: string[] = []): Recipe => ({
  name: `${extension} ${seconds} s late${inputs.length > 0 ? ', with a picture' : ''}`,
  lateMs: seconds * 1000,
  make: (speech) =>
    make(extension, `late ${speech} ${seconds} ${words} ${inputs}`, (path) =>
      ffmpeg([...inputs, '-itsoffset', String(seconds), '-i', speech, ...words, path]),
    ),
})
const behindPicture = (video: string, audio: string) => ['-map', '0:v', '-map', '1:a', '-c:v', video, '-c:a', audio]

/** Each track has a part of the speech, and nothing else. */
const tracks = (extension: string, ...words: string[]): Recipe => ({
  name: `${extension} the speech on two tracks`,
  make: (speech) =>
    convert(speech, extension, [
      ...['-filter_complex', "[0:a]asplit[x][y];[x]volume='lt(t,4)':eval=frame[a];[y]volume='gte(t,4)':eval=frame[b]"],
      ...['-map', '[a]', '-map', '[b]', ...words],
    ]),
})

/** A 32-bit number of a WAV file, overwritten. */
const announcing = (name: string, at: (bytes: Buffer) => number, value: (bytes: Buffer) => number) =>
  changed(name, 'wav', (bytes) => {
    const content = Buffer.from(bytes)
    content.writeUInt32LE(value(bytes), at(bytes))
    return content
  })
const soundSize = (bytes: Buffer) => bytes.indexOf('data') + 4

const CODED: Recipe[] = [
  ...['pcm_u8', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le', 'pcm_f64le', 'pcm_mulaw', 'pcm_alaw'].map((name) =>
    codec('wav', name),
  ),
  ...['adpcm_ima_wav', 'adpcm_ms', 'g722'].map((name) => codec('wav', name)),
  coded('64-bit sizes', 'wav', '-rf64', 'always'),
  coded('telephone', 'wav', '-c:a', 'pcm_mulaw', '-ar', '8000'),
  codec('mp3', 'libmp3lame', '-b:a', '64k'),
  codec('mp3', 'libmp3lame', '-q:a', '9'),
  codec('wav', 'libmp3lame', '-ar', '44100'),
  codec('mkv', 'libmp3lame', '-ar', '44100'),
  coded('without tags', 'mp3', ...withoutTag),
  codec('ogg', 'libopus', '-b:a', '32k'),
  codec('ogg', 'libopus', '-b:a', '16k', '-vbr', 'off', '-application', 'voip'),
  codec('ogg', 'libvorbis', '-q:a', '1'),
  codec('ogg', 'flac'),
  codec('webm', 'libopus'),
  codec('webm', 'libvorbis'),
  coded('as a browser streams it', 'webm', '-live', '1'),
  ...['flac', 'pcm_s16le', 'ac3', 'alac'].map((name) => codec('mkv', name)),
  codec('m4a', 'aac', '-ar', '44100'),
  codec('m4a', 'alac'),
  codec('m4a', 'aac', '-movflags', 'faststart', '-ar', '48000'),
  codec('mp4', 'aac', '-movflags', 'frag_keyframe+empty_moov', '-ar', '48000'),
  codec('mp4', 'libmp3lame'),
  codec('mov', 'pcm_s16be'),
  codec('3gp', 'aac', '-ar', '44100'),
  codec('3g2', 'aac', '-ar', '44100'),
  codec('flac', 'flac', '-sample_fmt', 's32', '-ar', '96000'),
  ...['11025', '22050', '44100', '48000'].map((rate) => coded(`${rate} Hz`, 'wav', '-ar', rate)),
]

const PLACED: Recipe[] = [
  coded('the same on both channels', 'wav', '-ac', '2'),
  coded('on the left channel alone', 'ogg', '-af', 'pan=stereo|c0=c0', '-c:a', 'libopus'),
  coded('on the right channel alone', 'mp3', '-af', 'pan=stereo|c1=c0'),
  coded('one channel inverted', 'flac', '-af', 'pan=stereo|c0=c0|c1=-1*c0'),
  coded('six channels', 'flac', '-af', 'pan=5.1|c2=c0'),
  tracks('m4a', '-c:a', 'aac', '-ar', '44100'),
  tracks('mkv', '-c:a', 'libopus'),
]

const STAMPED: Recipe[] = [
  late('mp4', 5, behindPicture('mpeg4', 'aac'), PICTURE),
  late('webm', 5, [...behindPicture('libvpx', 'libopus'), '-b:v', '50k'], PICTURE),
  late('m4a', 4, ['-c:a', 'alac']),
  late('mka', 6, ['-c:a', 'flac']),
  { ...late('ogg', 20, ['-c:a', 'libopus']), lateMs: 0 },
  {
    ...coded('with one packet in 25 lost', 'webm', '-c:a', 'libopus', '-bsf:a', 'noise=amount=0:drop=not(mod(n\\,25))'),
    mostWrong: 3,
  },
  {
    name: 'ogg in two parts, joined',
    make: async (speech) => {
      const parts = [
        ['-to', '4.2'],
        ['-ss', '4.2'],
      ].map((words) => convert(speech, 'ogg', ['-c:a', 'libopus', ...words]))
      return fileOf(Buffer.concat(await Promise.all(parts.map(async (part) => readFile(await part)))), 'ogg')
    },
  },
]

const SPOILT: Recipe[] = [
  announcing(
    'size of the file 8 too large',
    () => 4,
    ({ length }) => length,
  ),
  announcing(
    'size of the file far too large',
    () => 4,
    () => 0x61f92214,
  ),
  announcing('size of the sound never written', soundSize, () => 0),
  announcing('size of the sound as at the last flush', soundSize, () => 32_000),
  changed('cut out of a stream', 'mp3', (bytes) => bytes.subarray(150), withoutTag),
  changed('behind other bytes', 'mp3', (bytes) => Buffer.concat([Buffer.alloc(5000, 'x'), bytes]), withoutTag),
  changed('behind a tag', 'wav', (bytes) =>
    Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x0a'), Buffer.alloc(10), bytes]),
  ),
  ...['wav', 'flac', 'mp3', 'm4a'].map((extension) =>
    refused({
      name: `${extension} cut off`,
      make: async (speech) => cutOff(await convert(speech, extension), 0.5),
    }),
  ),
  refused({ name: 'nothing', make: () => fileOf('', 'wav') }),
  refused({ name: 'a WAV header alone', make: async (speech) => cutOff(speech, 0.0002) }),
  refused({ name: 'text', make: () => fileOf('just text\n'.repeat(1000), 'mp3') }),
  refused({ name: 'a picture', make: () => synthesize('testsrc', 1, 'png', ['-frames:v', '1']) }),
  refused({ name: 'a film without sound', make: () => synthesize('testsrc', 1, 'mp4') }),
  refused(codec('aac', 'aac')),
  refused(coded('', 'aiff')),
  refused({ name: 'twelve hours', make: () => synthesize('anullsrc=r=8000:cl=mono', 12 * 3600, 'flac') }),
  { name: 'one frame of MP3', isSilent: true, make: () => synthesize('anullsrc=r=44100', 0.02, 'mp3', withoutTag) },
  { name: 'silence', isSilent: true, make: () => synthesize('anullsrc=r=16000', 8) },
  {
    name: 'noise of a line',
    isSilent: true,
    make: () => synthesize('anoisesrc=a=0.002:r=8000', 8, 'wav', ['-c:a', 'pcm_alaw']),
  },
]

export const RECIPES = [...CODED, ...PLACED, ...STAMPED, ...SPOILT]
