import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

// Recordings are made once and kept for all test files: the same words give the same file.
const FOLDER = join(tmpdir(), 'osler-test-recordings')

export async function make(
  extension: string,
  recipe: string,
  build: (path: string) => Promise<unknown>,
): Promise<string> {
  await mkdir(FOLDER, { recursive: true })
  const name = createHash('sha256').update(recipe).digest('hex').slice(0, 24)
  const path = join(FOLDER, `${name}.${extension}`)
  if (existsSync(path)) return path
  const unfinished = join(FOLDER, `${name}.${process.pid}.${extension}`)
  await build(unfinished)
  await rename(unfinished, path)
  return path
}

export const ffmpeg = (words: string[]) => execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...words])

/** One voice (`slt`, a woman, or `rms`, a man) saying a sentence. */
export const speak = (text: string, voice = 'slt', extension = 'wav') =>
  make(extension, `speak ${voice} ${extension} ${text}`, async (path) => {
    const spoken = `${path}.flite.wav`
    await execa('flite', ['-voice', voice, '-t', text, '-o', spoken])
    await ffmpeg(['-i', spoken, path])
  })

/** Several voices one after the other with half a second between them, and when each speaks. */
export async function speakTurns(lines: readonly (readonly [voice: string, text: string])[]) {
  const parts = await Promise.all(lines.map(([voice, text]) => speak(text, voice)))
  const path = await make('wav', `turns ${parts}`, (path) => {
    const inputs = parts.flatMap((part) => ['-i', part])
    const padded = parts.map((_, at) => `[${at}]aresample=16000,apad=pad_dur=0.5[p${at}]`).join(';')
    const joined = `${padded};${parts.map((_, at) => `[p${at}]`).join('')}concat=n=${parts.length}:v=0:a=1`
    return ffmpeg([...inputs, '-filter_complex', joined, path])
  })
  const times: { startMs: number; endMs: number }[] = []
  for (const part of parts) {
    const startMs = times.length === 0 ? 0 : (times.at(-1)?.endMs ?? 0) + 500
    times.push({ startMs, endMs: startMs + (await durationMs(part)) })
  }
  return { path, times }
}

export async function durationMs(path: string): Promise<number> {
  const { stdout } = await execa('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path])
  return Math.round(Number(stdout) * 1000)
}

/** What a lavfi source of ffmpeg makes (`anullsrc`, `anoisesrc=…`, `sine=…`), `seconds` long. */
export const synthesize = (source: string, seconds: number, extension = 'wav', words: string[] = []) =>
  make(extension, `synthesize ${source} ${seconds} ${extension} ${words}`, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, '-t', String(seconds), ...words, path]),
  )

/** A recording in another form: `words` are ffmpeg's between input and output. */
export const convert = (input: string, extension: string, words: string[] = []) =>
  make(extension, `convert ${input} ${extension} ${words}`, (path) => ffmpeg(['-i', input, ...words, path]))

/** One recording on the left channel, and the other on the right behind it, as telehealth recorders write them. */
export const onTwoChannels = (left: string, right: string, delayMs: number) =>
  make('wav', `channels ${left} ${right} ${delayMs}`, (path) => {
    const filter = `[0]aresample=16000,apad=pad_dur=${delayMs / 1000}[l];[1]aresample=16000,adelay=${delayMs}[r];[l][r]join=inputs=2:channel_layout=stereo`
    return ffmpeg(['-i', left, '-i', right, '-filter_complex', filter, path])
  })

/** The first part of a file, cut off as a lost connection would. */
export const cutOff = async (input: string, share: number) => {
  const extension = input.split('.').at(-1) ?? ''
  return make(extension, `cut ${input} ${share}`, async (path) => {
    const content = await readFile(input)
    await writeFile(path, content)
    await truncate(path, Math.floor(content.length * share))
  })
}

/** A file with this content, whatever its name says. */
export const fileOf = (content: string | Uint8Array, extension: string) =>
  make(extension, `content ${extension} ${Buffer.from(content).toString('base64')}`, (path) => writeFile(path, content))
