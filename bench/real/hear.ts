import { tmpdir } from 'node:os'
import type { Transcript } from '../../src/domain/transcript.ts'
import { chooseRecognizers, type Engines } from '../../src/engines/choose-engines.ts'
import { run } from '../../src/pipeline/transcribe/run.ts'
import { withScratch } from '../../src/platform/scratch.ts'
import { closeWith, openEngines } from '../../src/server/open-engines.ts'
import { readConfig } from '../../src/server/settings.ts'
import { type FasterWhisper, type HeardAlone, openFasterWhisper } from './faster-whisper.ts'

/** What is heard of a recording; in what has no language, English is listened for. */
export interface Heard {
  osler: Transcript
  /** faster-whisper by itself, by default and batched. */
  alone: HeardAlone
  batched: HeardAlone
}

interface Sound {
  file: string
  language: string
}

export interface Hearing extends AsyncDisposable {
  /** Each recording is heard once, whoever asks. */
  hear(sound: Sound): Promise<Heard>
}

interface Opened {
  engines: Engines
  alone: FasterWhisper
  stack: AsyncDisposableStack
}

/** Osler and faster-whisper, one after the other on the same recordings; nothing is loaded before the first one. */
export function openHearing(): Hearing {
  let opened: Promise<Opened> | undefined
  const known = new Map<string, Promise<Heard>>()
  async function hearAnew(sound: Sound): Promise<Heard> {
    opened ??= open()
    const { engines, alone } = await opened
    const language = sound.language === 'zxx' ? 'en' : sound.language
    return {
      osler: await listen(engines, { ...sound, language }),
      alone: await alone.transcribe(sound.file, { language, batched: false }),
      batched: await alone.transcribe(sound.file, { language, batched: true }),
    }
  }
  return {
    hear(sound) {
      const heard = known.get(sound.file) ?? hearAnew(sound)
      known.set(sound.file, heard)
      return heard
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.stack.disposeAsync()
    },
  }
}

async function open(): Promise<Opened> {
  await using stack = new AsyncDisposableStack()
  const engines = await openEngines(readConfig(process.env))
  closeWith(stack, engines)
  const alone = stack.use(await openFasterWhisper())
  return { engines, alone, stack: stack.move() }
}

const LIMITS = { minMs: 0, maxMs: 600_000 }

/** The pipeline of `osler listen FILE --language … --documents ''`, without its start. */
async function listen(engines: Engines, { file, language }: Sound): Promise<Transcript> {
  const [recognizer] = chooseRecognizers(engines.recognizers, language)
  const { transcript } = await withScratch(tmpdir(), 'osler-bench', (scratch) =>
    run(
      { file, scratch, language, limits: LIMITS },
      { ...engines, recognizer },
      { recognized: [], async decoded() {}, async segment() {}, step() {} },
      new AbortController().signal,
    ),
  )
  return transcript
}
