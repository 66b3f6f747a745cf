import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { Command, Option } from 'commander'
import { asOslerError, OslerError } from '../domain/errors.ts'
import { readLanguage } from '../domain/language.ts'
import { listTerms } from '../domain/vocabulary.ts'
import { checkKinds, chooseRecognizers, type Engines } from '../engines/choose-engines.ts'
import { writeNotes } from '../pipeline/documents/write-notes.ts'
import { fallBack } from '../pipeline/transcribe/fall-back.ts'
import { type Checkpoint, run } from '../pipeline/transcribe/run.ts'
import { withScratch } from '../platform/scratch.ts'
import { closeWith, openEngines } from '../server/open-engines.ts'
import type { Config } from '../server/settings.ts'
import { FORMATS, type FormatName, type Result } from './print-result.ts'
import { openProgressBar } from './progress.ts'

interface ListenOptions {
  documents: string
  language: string
  vocabulary?: string
  format: FormatName
  out?: string
}

/** `osler listen` */
export function listen(config: Config): Command {
  return new Command('listen')
    .description('Turn recordings into transcripts and documents, without a server; nothing is kept.')
    .argument('<file...>', 'recordings: wav, mp3, mp4, m4a, ogg, webm or flac')
    .option('--documents <kinds>', 'what to write, separated by commas', 'soap_note,summary')
    .option('--language <tag>', 'what is spoken', 'en')
    .option('--vocabulary <words>', 'names and words that may be said, separated by commas')
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(FORMATS)).default('text'))
    .option('--out <folder>', 'write one file a recording there, instead of printing')
    .action((files: string[], options: ListenOptions) => listenToAll(config, files, options))
}

async function listenToAll(config: Config, files: string[], options: ListenOptions): Promise<void> {
  const engines = await openEngines(config)
  await using opened = new AsyncDisposableStack()
  closeWith(opened, engines)
  for (const file of files) {
    try {
      if (files.length > 1 && !options.out) console.log(`==> ${file} <==`)
      await write(file, await listenTo(config, engines, file, options), options)
    } catch (error) {
      process.exitCode = 1
      console.error(`${file}: ${asOslerError(error).message}`)
    }
  }
}

/** The pipeline without a database: what the server keeps in rows is kept in memory. */
async function listenTo(config: Config, engines: Engines, file: string, options: ListenOptions): Promise<Result> {
  const kinds = options.documents.split(',').flatMap((kind) => kind.trim() || [])
  const language = readLanguage(options.language) ?? options.language
  const hearing = { vocabulary: listTerms(options.vocabulary ?? '') }
  const limits = { minMs: 0, maxMs: config.maxSeconds * 1000 }
  await checkReadable(file)
  checkKinds(engines.writers, kinds)
  const recognizers = chooseRecognizers(engines.recognizers, language)
  const codes = await engines.readCodes()
  const signal = stopOnInterrupt()
  const bar = openProgressBar(basename(file))
  try {
    const { transcript } = await withScratch(tmpdir(), 'osler-listen', (scratch) =>
      fallBack(recognizers, engines.mayFallBack, (recognizer) =>
        run(
          { file, scratch, language, hearing, limits },
          { ...engines, recognizer },
          checkpointInMemory(bar.show),
          signal,
        ),
      ),
    )
    return { transcript, notes: await writeNotes(transcript, { kinds, limits: {}, codes }, engines.writers, signal) }
  } finally {
    bar.clear()
  }
}

/** Aborts on Ctrl+C, so that child processes and scratch files go before this process does. */
function stopOnInterrupt(): AbortSignal {
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort(new OslerError('stopping', 'Stopped.')))
  return interrupt.signal
}

function checkpointInMemory(show: (share: number) => void): Checkpoint {
  return {
    recognized: [],
    async decoded() {
      show(0)
    },
    async segment(_segment, share) {
      show(share)
    },
    step() {},
  }
}

async function checkReadable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new OslerError('not_found', 'There is no such file.')
  if (found.size === 0) throw new OslerError('audio_empty', 'The recording has no bytes: was it written to its end?')
}

async function write(file: string, result: Result, { format, out }: ListenOptions): Promise<void> {
  const { extension, print } = FORMATS[format]
  if (!out) return console.log(print(result))
  await mkdir(out, { recursive: true })
  const target = join(out, basename(file, extname(file)) + extension)
  await writeFile(target, `${print(result)}\n`)
  console.error(`${file} → ${target}`)
}
