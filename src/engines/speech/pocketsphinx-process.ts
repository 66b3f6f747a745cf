import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { execa } from 'execa'
import type { Stretch } from '../../domain/audio.ts'
import { OslerError } from '../../domain/errors.ts'
import { CLINICAL_ENGLISH, GENERAL_ENGLISH } from '../../platform/english-words.ts'
import { type LanguagePack, packIn, type SpokenModel } from './language-pack/build.ts'
import { type BacktraceRow, parseRow } from './parse-backtrace.ts'

export const PROGRAM = 'pocketsphinx_batch'

const FRAME_MS = 10
/** The server must answer while every core recognises. */
const LOWER_PRIORITY = 5
const START_MS = 30_000
/** A decoder that takes this many times the length of a stretch hangs. */
const SLOWEST = 6

/** General American English, as the distribution has it. */
export const GENERAL: SpokenModel = {
  model: `${GENERAL_ENGLISH}/en-us.lm.bin`,
  dictionary: `${GENERAL_ENGLISH}/cmudict-en-us.dict`,
}
const CLINICAL = packIn(CLINICAL_ENGLISH, GENERAL)

/** The clinical language pack where set-up has built it. */
export const languagePack = (): LanguagePack | undefined =>
  [CLINICAL.dictionary, CLINICAL.letters].every((path) => existsSync(path)) ? CLINICAL : undefined

const OPTIONS = [
  ...['-hmm', `${GENERAL_ENGLISH}/en-us`],
  // The control file is a pipe: one line is one stretch, and the process waits for the next with its models loaded.
  ...['-ctl', 'control', '-cepdir', '.', '-cepext', '.pcm', '-adcin', 'yes'],
  // Left on, silence is cut out before decoding and all times behind it are wrong.
  ...['-remove_silence', 'no'],
  // Prints every word with its frames and probability as soon as a stretch is done; -ctm would wait for the last.
  ...['-backtrace', 'yes'],
  // Wider beams gain half a point of word errors and make up for their time by the limit of states. With the language
  // pack's classes the sounds must weigh more (-lw 6, not 6.5), or medicines that nobody expects are not heard.
  ...['-lw', '6', '-wbeam', '1e-20', '-maxhmmpf', '5000'],
]

/** PocketSphinx with its models loaded, for one stretch at a time. */
export interface Decoder {
  /** The words of a stretch of a scratch file. Throws `engine_failed` when the process died or hangs; close it then. */
  decode(path: string, stretch: Stretch): Promise<BacktraceRow[]>
  close(): Promise<void>
}

/**
 * Starts a process in a folder of its own, which knows the words of a model and what `lines` of a dictionary add. It ends
 * by itself when this process does, because its control pipe ends.
 */
export async function startDecoder({ model, dictionary }: SpokenModel, lines: string): Promise<Decoder> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-pocketsphinx-'))
  const inputs = ['control', 'words.dict'].map((name) => join(folder, name)) as [string, string]
  const [pipe, ownDictionary] = inputs
  // A named pipe, because Node gives a child's standard input as a socket, which cannot be opened by name.
  await execa('mkfifo', [pipe])
  const control = await open(pipe, 'r+')
  await writeFile(ownDictionary, (await readFile(dictionary, 'utf8')) + lines)
  const child = spawn(PROGRAM, [...OPTIONS, '-lm', model, '-dict', 'words.dict'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  // What befalls the process is told by its log ending.
  child.on('error', () => {})
  if (child.pid !== undefined) setPriority(child.pid, LOWER_PRIORITY)
  const log = createInterface({ input: child.stderr })
  let count = 0

  return {
    async decode(path, stretch) {
      const name = `stretch${count++}`
      const link = join(folder, `${name}.pcm`)
      // A link, because a control line cannot hold a path with spaces.
      await symlink(path, link)
      // Killed while it waited, it prints no further line and no end.
      if (hasEnded(child)) throw died(child)
      const firstFrame = Math.floor(stretch.startMs / FRAME_MS)
      const endFrame = Math.ceil(stretch.endMs / FRAME_MS)
      const timeoutMs = START_MS + (endFrame - firstFrame) * FRAME_MS * SLOWEST
      const [words] = await Promise.all([
        readUtterance(child, log, name, firstFrame * FRAME_MS, timeoutMs),
        control.write(`${name} ${firstFrame} ${endFrame} ${name}\n`),
      ])
      // The other two have been read by now: of a process that is killed nothing stays but an empty folder.
      for (const path of [link, ...inputs]) await rm(path, { force: true })
      return words
    },
    async close() {
      child.kill('SIGKILL')
      await ended
      await control.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

const died = ({ exitCode, signalCode }: ChildProcess) => failed(`ended with ${exitCode ?? signalCode ?? 'no reason'}`)

const failed = (what: string) => new OslerError('engine_failed', `PocketSphinx ${what}.`)

/** The words that the log tells up to the line that ends the utterance. */
function readUtterance(
  child: ChildProcess,
  log: Interface,
  name: string,
  startMs: number,
  timeoutMs: number,
): Promise<BacktraceRow[]> {
  const isEnd = (line: string) => line.includes('batch.c') && line.includes(`: ${name}: `)
  const isFailure = (line: string) => line.startsWith('ERROR') && line.includes('batch.c')
  return new Promise((resolve, reject) => {
    const words: BacktraceRow[] = []
    const fail = (error: OslerError) => settle(() => reject(error))
    const timer = setTimeout(() => fail(failed('hangs')), timeoutMs)

    function settle(answer: () => void): void {
      clearTimeout(timer)
      log.off('line', readLine).off('close', readEnd)
      answer()
    }
    function readEnd(): void {
      fail(died(child))
    }
    function readLine(line: string): void {
      const word = parseRow(line, startMs)
      if (word) words.push(word)
      else if (isEnd(line)) settle(() => resolve(words))
      else if (isFailure(line)) fail(failed('could not read the recording'))
    }
    log.on('line', readLine).on('close', readEnd)
  })
}
