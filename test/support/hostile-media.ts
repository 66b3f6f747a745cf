import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeRandom } from './random.ts'
import { convert, fileOf, speak, synthesize } from './recordings.ts'

export interface HostileFile {
  name: string
  make: () => Promise<string>
}

const FORMATS = ['wav', 'mp3', 'ogg', 'webm', 'm4a', 'flac', 'mp4']

/**
 * Media that would like a decoder to die, hang, fill the disk, or read and reach what is not theirs. `secret` is a local
 * file and `address` a server that nothing may touch; `count` of them are spoilt recordings.
 */
export function listHostileFiles(count: number, secret: string, address: string): HostileFile[] {
  return [...spoiltFiles(count), ...pointers(secret, address), ...bombs()]
}

/** Real recordings with flipped bits, cut anywhere, with holes, doubled heads, or the head of another format. */
function spoiltFiles(count: number): HostileFile[] {
  return Array.from({ length: count }, (_, index) => {
    const format = FORMATS[index % FORMATS.length] as string
    const random = makeRandom(index + 1)
    const way = random.pick(['flip', 'cut', 'hole', 'double', 'swap'] as const)
    return {
      name: `${format} ${way} ${index}`,
      async make() {
        const bytes = Buffer.from(await readFile(await convert(await speak('I have a headache'), format)))
        const at = random.below(bytes.length)
        if (way === 'flip') for (let flip = 0; flip < 40; flip++) bytes[random.below(bytes.length)] = random.below(256)
        if (way === 'hole') bytes.fill(0, at, Math.min(bytes.length, at + random.below(2000)))
        const other = Buffer.from(await readFile(await convert(await speak('good morning'), random.pick(FORMATS))))
        const made = {
          ...{
            flip: bytes,
            hole: bytes,
            cut: bytes.subarray(0, at),
            double: Buffer.concat([bytes.subarray(0, at), bytes]),
          },
          swap: Buffer.concat([other.subarray(0, 64), bytes.subarray(64)]),
        }
        return fileOf(made[way], format)
      },
    }
  })
}

/** Lists that name other files and servers, in every form that ffmpeg reads, under innocent names. */
function pointers(secret: string, address: string): HostileFile[] {
  const targets = [
    secret,
    `file:${secret}`,
    `${address}/x.wav`,
    `concat:${secret}|${secret}`,
    `subfile,,start,0,end,0,,:${secret}`,
  ]
  const forms: Record<string, (target: string) => string> = {
    hls: (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${target}\n#EXT-X-ENDLIST\n`,
    concat: (target) => `ffconcat version 1.0\nfile '${target}'\n`,
    dash: (target) =>
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet mimeType="audio/mp4"><Representation id="1" bandwidth="1"><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    sdp: () => `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 4000 RTP/AVP 0\n`,
    'image list': (target) => `${target}\n`,
    'pls list': (target) => `[playlist]\nFile1=${target}\nNumberOfEntries=1\n`,
    'asx list': (target) => `<asx version="3.0"><entry><ref href="${target}"/></entry></asx>`,
    'svg image': (target) => `<svg xmlns="http://www.w3.org/2000/svg"><image href="${target}"/></svg>`,
    'webvtt file': (target) => `WEBVTT\n\n00:00.000 --> 00:10.000\n${target}\n`,
  }
  return Object.entries(forms).flatMap(([form, write]) =>
    targets.flatMap((target, index) =>
      ['wav', 'mp3'].map((extension) => ({
        name: `${form} ${index} as ${extension}`,
        make: () => fileOf(write(target), extension),
      })),
    ),
  )
}

/** Small files that are long, wide or many. */
function bombs(): HostileFile[] {
  const wave = (rate: number, channels: number, bits: number, bytes: number) => {
    const header = Buffer.alloc(44)
    header.write('RIFF\xff\xff\xff\x7fWAVEfmt ', 0, 'latin1')
    header.writeUInt32LE(16, 16)
    header.writeUInt16LE(1, 20)
    header.writeUInt16LE(channels, 22)
    header.writeUInt32LE(rate, 24)
    header.writeUInt32LE(0xffffffff, 28)
    header.writeUInt16LE((channels * 2) % 65_536, 32)
    header.writeUInt16LE(bits, 34)
    header.write('data', 36, 'latin1')
    header.writeUInt32LE(0x7fffffff, 40)
    return Buffer.concat([header, Buffer.alloc(bytes, 1)])
  }
  const rates: [number, number, number][] = [
    ...([
      [1, 1, 16],
      [0, 1, 16],
      [0xffffffff, 1, 16],
      [4_000_000, 2, 16],
      [16_000, 0, 16],
    ] as [number, number, number][]),
    ...([
      [16_000, 65_535, 16],
      [16_000, 1, 0],
      [16_000, 1, 65_535],
      [192_000, 64, 32],
    ] as [number, number, number][]),
  ]
  return [
    { name: 'two hours of silence in a small file', make: () => synthesize('anullsrc=r=8000:cl=mono', 7200, 'flac') },
    { name: '200 streams', make: () => manyStreams(200) },
    ...rates.map(([rate, channels, bits]) => ({
      name: `${rate} Hz, ${channels} channels, ${bits} bits`,
      make: () => fileOf(wave(rate, channels, bits, 100_000), 'wav'),
    })),
    ...['', 'RIFF', 'OggS', 'ID3', '\x1aE\xdf\xa3', 'fLaC', '\0\0\0\x20ftypM4A '].map((start) => ({
      name: `only the head ${JSON.stringify(start)}`,
      make: () => fileOf(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(3000, 0xff)]), 'bin'),
    })),
  ]
}

async function manyStreams(count: number): Promise<string> {
  const one = await synthesize('sine=f=300:r=8000', 1, 'wav')
  return convert(one, 'mkv', [...Array.from({ length: count }, () => ['-map', '0:a']).flat(), '-c:a', 'pcm_s16le'])
}

export const secretIn = (folder: string) => join(folder, 'secret.wav')
