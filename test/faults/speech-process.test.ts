import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decode } from '../../src/audio/decode.ts'
import type { PcmAudio, SpeechSegment } from '../../src/domain/audio.ts'
import type { OslerError } from '../../src/domain/errors.ts'
import type { InstalledModel } from '../../src/engines/models/model.ts'
import { openPythons } from '../../src/engines/runtime/python/open-pythons.ts'
import { type PythonProgram, startPython } from '../../src/engines/runtime/python/python-process.ts'
import { openWhisper } from '../../src/engines/speech/whisper.ts'
import { openWebrtc } from '../../src/engines/voice-activity/webrtc.ts'
import { detectSpeech } from '../../src/pipeline/transcribe/detect-speech.ts'
import { listPythons, signalPythons } from '../support/child-processes.ts'
import { findModel } from '../support/hearing.ts'
import { fileOf, speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const LINES: [voice: string, text: string][] = [
  ['rms', 'good morning. what can I do for you today'],
  ['slt', 'I have had a bad cough and a sore throat for five days now'],
]
/** More than worker.py's heart beats take, on a machine that has much else to do. */
const SILENCE_MS = 6000
const MEGABYTE = 1024 ** 2

describe('the process that hears', () => {
  const { signal } = new AbortController()
  let scratch: string
  let model: InstalledModel
  let audio: PcmAudio
  let segments: SpeechSegment[]

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'osler-test-process-'))
    model = await findModel()
    audio = await decode((await speakTurns(LINES)).path, scratch, { minMs: 0, maxMs: 600_000 }, signal)
    segments = (await detectSpeech(audio, [openWebrtc()], signal)).segments
  })
  after(() => rm(scratch, { recursive: true }))

  const open = (program: PythonProgram = {}, of = model) => openWhisper(of, openPythons('cpu', 2, program)(of))

  /** What is heard when `harm` is done to the process in the middle of it. */
  async function hear(recognizer: ReturnType<typeof open>, harm = async () => {}): Promise<string[]> {
    const options = { language: 'en', vocabulary: [] }
    const hearing = Array.fromAsync(recognizer.recognize(audio, segments, options, signal))
    await harm()
    const heard = (await hearing).sort((a, b) => a.startMs - b.startMs)
    assert.deepEqual(
      heard.map(({ startMs }) => startMs),
      segments.map(({ startMs }) => startMs),
    )
    return heard.flatMap(({ words }) => words.map(({ text }) => text))
  }

  test('is started anew when it is killed, before and in the middle of a recording, which is heard once', async () => {
    await using recognizer = open()
    const said = await hear(recognizer)
    assert.match(said.join(' '), /sore throat/)
    assert.equal(await signalPythons('SIGKILL'), 1)
    assert.deepEqual(await hear(recognizer), said)
    const killed = hear(recognizer, async () => void assert.equal(await signalPythons('SIGKILL'), 1))
    assert.deepEqual(await killed, said)
    assert.equal((await listPythons()).length, 1)
  })

  test('is ended and started anew when it hangs', async () => {
    await using recognizer = open({ silenceMs: SILENCE_MS })
    const said = await hear(recognizer)
    const [hung] = await listPythons()
    assert.deepEqual(await hear(recognizer, async () => void (await signalPythons('SIGSTOP'))), said)
    assert.ok(!(await listPythons()).includes(Number(hung)))
  })

  const READY = 'print(\'{"ready": {"device": "cpu"}}\', flush=True)\ninput()\n'
  const nonsense: Record<string, string> = {
    'words in place of its first message': "print('The patient said', flush=True)\ninput()",
    'words in place of an answer': `${READY}print('The patient said', flush=True)\ninput()`,
    'a number in place of an answer': `${READY}print(7, flush=True)\ninput()`,
    'nothing, and ends': 'raise SystemExit(3)',
    'nothing more once it was asked, and ends': READY,
  }
  for (const [what, script] of Object.entries(nonsense)) {
    test(`is given up with a sentence when it writes ${what}, twice`, async () => {
      await using recognizer = open({ worker: await fileOf(script, 'py') })
      await assert.rejects(hear(recognizer), (error: OslerError) => {
        assert.equal(error.code, 'engine_failed')
        assert.match(error.message, /^The speech process (wrote what is no answer|ended with|reads no more)/)
        assert.doesNotMatch(error.message, /patient/)
        return true
      })
      await until('no process is left', async () => (await listPythons()).length === 0)
    })
  }

  test('says what to do where there is no Python, or its environment is not whole', async () => {
    await using missing = open({ interpreter: '/nowhere/python3' })
    await assert.rejects(hear(missing), /could not be started\. It was not ready yet: `npm start` mends/)
    await using bare = open({ interpreter: '/usr/bin/python3' })
    await assert.rejects(hear(bare), /ended with 1\. It was not ready yet: `npm start` mends/)
  })

  test('is not started where its model does not fit into the memory that is free', async () => {
    await using recognizer = open({}, { ...model, bytes: 1e15 })
    await assert.rejects(
      hear(recognizer),
      /needs about \d+ MB of memory, and \d+ MB are free: free some, or take a smaller/,
    )
    assert.deepEqual(await listPythons(), [])
  })

  test('does not take more memory than it may', async () => {
    const settings = { model: model.folder, device: 'cpu', threads: 1, workers: 1 } as const
    await assert.rejects(startPython({ ...settings, memoryBytes: 300 * MEGABYTE }), { code: 'engine_failed' })
    assert.deepEqual(await listPythons(), [])
  })

  test('is gone when its recogniser is closed, also while it starts', async () => {
    const recognizer = open()
    const hearing = hear(recognizer)
    await recognizer[Symbol.asyncDispose]()
    await assert.rejects(hearing, { code: 'engine_failed' })
    assert.deepEqual(await listPythons(), [])
  })
})
