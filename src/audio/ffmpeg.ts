import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ExecaError, execa } from 'execa'
import { SAMPLE_RATE } from '../domain/audio.ts'
import { OslerError } from '../domain/errors.ts'
import { childEnvironment } from '../platform/child-environment.ts'
import { confineDecoder } from '../platform/confine.ts'
import { roomFor } from '../platform/scratch-in-memory.ts'
import { stepBack } from '../platform/step-back.ts'

/** SECURITY: only these formats: a playlist or script would lead ffmpeg to other files. */
const FORMATS = ['-format_whitelist', 'wav,mp3,mov,ogg,matroska,flac']
/**
 * SECURITY: what speech comes in: every other of ffmpeg's decoders is a door that nobody needs. ffprobe cannot be told so: it
 * opens one for every track, and gives up where it may not, a picture's too.
 */
const CODECS = [
  ...['mp3float', 'mp3', 'mp2float', 'mp2', 'aac', 'alac', 'flac', 'opus', 'libopus', 'vorbis', 'libvorbis', 'ac3'],
  ...['amrnb', 'amrwb', 'libopencore_amrnb', 'libopencore_amrwb', 'gsm', 'gsm_ms', 'speex', 'libspeex'],
  ...['adpcm_ms', 'adpcm_ima_wav', 'adpcm_ima_qt', 'g722', 'g726', 'g729', 'pcm_alaw', 'pcm_mulaw', 'pcm_s8', 'pcm_u8'],
  ...['s16', 's24', 's32', 's64', 'f32', 'f64'].flatMap((kind) => [`pcm_${kind}le`, `pcm_${kind}be`]),
]
/** SECURITY: local files only. */
const CONFINED = ['-protocol_whitelist', 'file', ...FORMATS]

const MAX_MEMORY_BYTES = 2 * 1024 ** 3
/** Samples of three days. */
const MAX_FILE_BYTES = 8 * 1024 ** 3
const MAX_OPEN_FILES = 64
/** It ends by itself where this process died and cannot end it. */
const CPU_SECONDS_BEYOND = 5
const MAX_PROBE_BYTES = 1024 * 1024

export interface MediaProbe {
  streams: { codec_type?: string; codec_name?: string; channels?: number; start_time?: string; duration?: string }[]
  /** The name is that of ffmpeg's reader: `mov,mp4,m4a,3gp,3g2,mj2`. */
  format?: { format_name?: string; start_time?: string; duration?: string }
  /** The duration was guessed from the bit rate and may be far off. */
  isEstimated: boolean
}

/** What ffprobe reads from the headers, in about 60 ms. Throws `audio_unreadable`, `engine_missing`. */
export async function probe(file: string): Promise<MediaProbe> {
  const words = ['-v', 'warning', ...CONFINED, '-show_streams', '-show_format', '-of', 'json', `file:${file}`]
  const { stdout, stderr } = await start('ffprobe', words, 20_000)
  return { streams: [], ...JSON.parse(stdout), isEstimated: stderr.includes('Estimating duration from bitrate') }
}

/** Sound is there at once; what ffprobe needs longer for is none, or made to hold it. */
const HEAD_TIMEOUT_MS = 10_000
/** ffmpeg's own measure: the score of a few sound frames behind anything else. Below it names guess for it. */
const LEAST_SCORE = 25

/** The name of ffmpeg's reader that finds sound in a file's first bytes, if one of those does that we use. */
export async function readerOf(head: Uint8Array): Promise<string | undefined> {
  const wanted = ['-show_entries', 'format=format_name,probe_score', '-select_streams', 'a', '-of', 'json']
  const words = ['-v', 'quiet', '-protocol_whitelist', 'pipe', ...FORMATS, ...wanted, '-i', 'pipe:0']
  try {
    const { stdout } = await start('ffprobe', words, HEAD_TIMEOUT_MS, { input: head })
    const { format } = JSON.parse(stdout) as { format?: { format_name: string; probe_score: number } }
    return format && format.probe_score >= LEAST_SCORE ? format.format_name : undefined
  } catch (error) {
    if (error instanceof OslerError && error.code === 'audio_unreadable') return undefined
    throw error
  }
}

/** Damage is noticed by what comes out: a line about each broken packet would fill the memory. */
const QUIETLY = ['-nostdin', '-v', 'fatal', '-y', '-threads', '1']

/**
 * Runs ffmpeg on a recording as it came; `inputs` are the words before it, `outputs` those behind. Throws
 * `audio_unreadable`, `engine_missing`.
 */
export async function transcode(
  file: string,
  { inputs, outputs }: { inputs: readonly string[]; outputs: readonly string[] },
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const words = [
    ...QUIETLY,
    ...CONFINED,
    '-codec_whitelist',
    CODECS.join(','),
    ...inputs,
    '-i',
    `file:${file}`,
    ...outputs,
  ]
  await start('ffmpeg', words, timeoutMs, { signal })
}

/** Runs ffmpeg on scratch files, which were made here. Throws `audio_unreadable`, `engine_missing`. */
export async function transcodeScratch(words: readonly string[], timeoutMs: number, signal: AbortSignal) {
  await start('ffmpeg', [...QUIETLY, '-protocol_whitelist', 'file', ...words], timeoutMs, { signal })
}

/** Samples without a header, as every engine takes them. */
export const PCM = ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1']

/** Filters a scratch file of samples into another. Throws `audio_unreadable`, `engine_missing`. */
export async function filterPcm(
  file: string,
  target: string,
  filters: readonly string[],
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const words = [...PCM, '-i', `file:${file}`, '-af', filters.join(','), ...PCM, `file:${target}`]
  await transcodeScratch(words, timeoutMs, signal)
}

/**
 * Decodes a sound while it comes: it goes in at `stdin`, samples come out at `stdout`. `reader` is ffmpeg's name of its format;
 * without one it is told from the first bytes.
 */
export async function decodeStream(reader: readonly string[], sound: { sampleRate: number; channels: number }) {
  // SECURITY: as above, and nothing but what comes in here.
  const confined = ['-protocol_whitelist', 'pipe', ...(reader.length > 0 ? [] : FORMATS)]
  const atOnce = ['-fflags', 'nobuffer', '-analyzeduration', '0', '-probesize', '4096']
  const samples = ['-vn', '-f', 's16le', '-ar', String(sound.sampleRate), '-ac', String(sound.channels)]
  const inputs = ['-codec_whitelist', CODECS.join(','), ...atOnce, ...reader, '-i', 'pipe:0']
  const words = ['-v', 'fatal', '-threads', '1', ...confined, ...inputs, ...samples, '-flush_packets', '1', 'pipe:1']
  const child = execa('prlimit', await confine('ffmpeg', words, { fileBytes: 0 }), {
    ...{ buffer: false, reject: false, stderr: 'ignore', stdin: 'pipe', stdout: 'pipe', encoding: 'buffer' },
    ...{ extendEnv: false, env: childEnvironment(), forceKillAfterDelay: 1000 },
  })
  stepBack(child)
  // A promise of a child would wait for its end.
  return { child }
}

/** The version that a program tells, or undefined when it is not installed. */
export async function programVersion(program: string): Promise<string | undefined> {
  const { stdout, exitCode } = await execa(program, ['-version'], {
    ...{ reject: false, timeout: 10_000, extendEnv: false, env: childEnvironment() },
  })
  return exitCode === 0 ? stdout.split('\n')[0]?.replace(/ Copyright.*/, '') : undefined
}

interface StartOptions {
  signal?: AbortSignal
  /** What the program reads. */
  input?: Uint8Array
}

/** The words behind `prlimit` that start a program with limits, without network and rights. */
async function confine(program: string, words: readonly string[], most: { fileBytes: number; timeoutMs?: number }) {
  const { words: confined } = await confineDecoder()
  const { fileBytes, timeoutMs } = most
  const limits = [`--as=${MAX_MEMORY_BYTES}`, `--fsize=${Math.floor(fileBytes)}`, `--nofile=${MAX_OPEN_FILES}`]
  // What is decoded while it comes lasts as long as somebody speaks.
  const time = timeoutMs === undefined ? [] : [`--cpu=${Math.ceil(timeoutMs / 1000) + CPU_SECONDS_BEYOND}`]
  return [...limits, '--core=0', ...time, '--', ...confined, program, ...words]
}

/** One child process, with limits on time, memory, files and output, without network and rights, which dies with this process. */
async function start(program: string, words: string[], timeoutMs: number, { signal, input }: StartOptions = {}) {
  const target = targetOf(program, words)
  const fileBytes = target === undefined ? 0 : Math.min(MAX_FILE_BYTES, await roomFor(target))
  const limited = await confine(program, words, { fileBytes, timeoutMs })
  try {
    const child = execa('prlimit', limited, {
      ...(input ? { input } : { stdin: 'ignore' as const }),
      timeout: Math.ceil(timeoutMs),
      maxBuffer: MAX_PROBE_BYTES,
      extendEnv: false,
      env: childEnvironment(),
      forceKillAfterDelay: 1000,
      ...(signal && { cancelSignal: signal }),
    })
    stepBack(child)
    return await child
  } catch (error) {
    signal?.throwIfAborted()
    if (target !== undefined && (await isDiskFull(target, error as ExecaError)))
      throw new OslerError('disk_full', undefined, {}, { cause: error })
    throw translateFailure(program, error as ExecaError, timeoutMs)
  }
}

/** ffmpeg ends with the system's number of what went wrong, taken from 256 (ENOSPC, EFBIG, ENOMEM); older ones with 1. */
const EXIT = { diskFull: 228, fileTooLarge: 229, noMemory: 244 }
const LEAST_FREE_BYTES = 16 * 1024 ** 2

/** The file that is written last, where one is. */
function targetOf(program: string, words: readonly string[]): string | undefined {
  const [word = ''] = words.slice(-1)
  return program === 'ffmpeg' && word.startsWith('file:') ? word.slice('file:'.length) : undefined
}

/** Whether there is no room where it was to write: older versions do not say. */
async function isDiskFull(target: string, { exitCode, signal }: ExecaError): Promise<boolean> {
  if (exitCode === EXIT.diskFull || exitCode === EXIT.fileTooLarge || signal === 'SIGXFSZ') return true
  const { bavail, bsize } = await statfs(dirname(target))
  return bavail * bsize < LEAST_FREE_BYTES
}

// prlimit answers 127 when the program is not there, and is missing itself only where util-linux is.
function translateFailure(program: string, error: ExecaError, timeoutMs: number): OslerError {
  if (error.code === 'ENOENT' || error.exitCode === 127) {
    return new OslerError(
      'engine_missing',
      `${program} is not installed: run \`apt-get install ffmpeg\`.`,
      {},
      { cause: error },
    )
  }
  if (error.timedOut) {
    const seconds = timeoutMs / 1000
    return new OslerError(
      'audio_unreadable',
      `Decoding took more than ${seconds} s: send the recording as WAV, FLAC or MP3, or in parts.`,
      { seconds },
      { cause: error },
    )
  }
  // What the machine lacks is no fault of the recording: it may be tried again.
  if (error.signal !== undefined || error.exitCode === EXIT.noMemory) {
    const what = `${program} was ended by the system (${error.signal ?? 'no memory'}): it is tried again`
    return new OslerError('engine_failed', `${what}.`, {}, { cause: error })
  }
  const message =
    'The recording is damaged, or in a format that cannot be read: play it, and send it as WAV, FLAC or MP3.'
  return new OslerError('audio_unreadable', message, {}, { cause: error })
}
