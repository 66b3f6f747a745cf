import { setPriority } from 'node:os'
import { type ExecaError, execa } from 'execa'
import { SAMPLE_RATE } from '../domain/audio.ts'
import { OslerError } from '../domain/errors.ts'

/** SECURITY: local files only, and only these formats: a playlist or script would lead ffmpeg to other files. */
const CONFINED = ['-protocol_whitelist', 'file', '-format_whitelist', 'wav,mp3,mov,ogg,matroska,flac']

const MAX_MEMORY_BYTES = 2 * 1024 ** 3
const MAX_PROBE_BYTES = 1024 * 1024
/** The server must answer while others decode. */
const LOWER_PRIORITY = 5

export interface MediaProbe {
  streams: { codec_type?: string; channels?: number; duration?: string }[]
  format?: { duration?: string }
  /** The duration was guessed from the bit rate and may be far off. */
  isEstimated: boolean
}

/** What ffprobe reads from the headers, in about 60 ms. Throws `audio_unreadable`, `engine_missing`. */
export async function probe(file: string): Promise<MediaProbe> {
  const words = ['-v', 'warning', ...CONFINED, '-show_streams', '-show_format', '-of', 'json', `file:${file}`]
  const { stdout, stderr } = await start('ffprobe', words, 20_000)
  return { streams: [], ...JSON.parse(stdout), isEstimated: stderr.includes('Estimating duration from bitrate') }
}

/** Runs ffmpeg on a file; `outputs` are the words behind the input. Throws `audio_unreadable`, `engine_missing`. */
export async function transcode(
  file: string,
  outputs: string[],
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const words = ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-threads', '1', ...CONFINED, '-i', `file:${file}`]
  await start('ffmpeg', [...words, ...outputs], timeoutMs, signal)
}

/** Filters a scratch file of samples into another. Throws `audio_unreadable`, `engine_missing`. */
export async function filterPcm(
  file: string,
  target: string,
  filters: readonly string[],
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const form = ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1']
  const words = ['-nostdin', '-v', 'error', '-y', '-protocol_whitelist', 'file', ...form, '-i', `file:${file}`]
  await start('ffmpeg', [...words, '-af', filters.join(','), ...form, `file:${target}`], timeoutMs, signal)
}

/** The version that a program tells, or undefined when it is not installed. */
export async function programVersion(program: string): Promise<string | undefined> {
  const { stdout, exitCode } = await execa(program, ['-version'], { reject: false, timeout: 10_000 })
  return exitCode === 0 ? stdout.split('\n')[0]?.replace(/ Copyright.*/, '') : undefined
}

/** One child process, with limits on time, memory and output, which dies with this process. */
async function start(program: string, words: string[], timeoutMs: number, signal?: AbortSignal) {
  const limited = [`--as=${MAX_MEMORY_BYTES}`, program, ...words]
  try {
    const child = execa('prlimit', limited, {
      stdin: 'ignore',
      timeout: Math.ceil(timeoutMs),
      maxBuffer: MAX_PROBE_BYTES,
      forceKillAfterDelay: 1000,
      ...(signal && { cancelSignal: signal }),
    })
    if (child.pid !== undefined) setPriority(child.pid, LOWER_PRIORITY)
    return await child
  } catch (error) {
    signal?.throwIfAborted()
    throw translateFailure(program, error as ExecaError, timeoutMs)
  }
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
    return new OslerError('audio_unreadable', `Decoding took more than ${seconds} s.`, { seconds }, { cause: error })
  }
  return new OslerError('audio_unreadable', 'The recording is damaged or in no supported format.', {}, { cause: error })
}
