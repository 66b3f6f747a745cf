import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parseRow } from '../../src/engines/speech/parse-backtrace.ts'
import { openPocketsphinx } from '../../src/engines/speech/pocketsphinx.ts'
import { decode } from '../../src/pipeline/decode.ts'
import { recognizerSuite, type SpokenAudio } from '../ports/recognizer.suite.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

// A space in the path, because a control line of PocketSphinx could not hold it.
const scratch = await mkdtemp(join(tmpdir(), 'osler test pocketsphinx '))
after(() => rm(scratch, { recursive: true }))

const OPTIONS = { language: 'en', vocabulary: [] }

async function spoken(): Promise<SpokenAudio> {
  const file = await speak('good morning doctor. I have had a headache for three days. it is getting worse.')
  const { signal } = new AbortController()
  const audio = await decode(file, scratch, { minMs: 0, maxMs: 60_000 }, signal)
  const third = Math.floor(audio.durationMs / 3)
  const stretches = [0, 1, 2].map((part) => ({ channel: 0, startMs: part * third, endMs: (part + 1) * third }))
  return { audio, stretches }
}

recognizerSuite('PocketSphinx', () => openPocketsphinx(2), spoken)

/** The decoders that run as children of this process. */
async function decoders(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const isOurs = stat.includes('(pocketsphinx_ba') && stat.split(') ')[1]?.split(' ')[1] === String(process.pid)
      return isOurs ? pid : []
    }),
  )
  return found.flat()
}

test('a decoder that is killed costs nothing: its stretch is tried again in another', async () => {
  await using recognizer = openPocketsphinx(1)
  const { audio, stretches } = await spoken()
  const { signal } = new AbortController()
  const hearing = Array.fromAsync(recognizer.recognize(audio, stretches, OPTIONS, signal))
  const [pid] = await until('a decoder runs', async () => {
    const running = await decoders()
    return running.length > 0 && running
  })
  process.kill(Number(pid), 'SIGKILL')
  assert.equal((await hearing).length, 3)
})

test('a scratch file that is not there is an error, and does not hang', async () => {
  await using recognizer = openPocketsphinx(1)
  const { signal } = new AbortController()
  const audio = { channels: [join(scratch, 'nothing.pcm')], durationMs: 1000 }
  const stretches = [{ channel: 0, startMs: 0, endMs: 1000 }]
  await assert.rejects(Array.fromAsync(recognizer.recognize(audio, stretches, OPTIONS, signal)), {
    code: 'engine_failed',
  })
})

test('decoders end with the recogniser, and leave no folder', async () => {
  const recognizer = openPocketsphinx(2)
  const { audio, stretches } = await spoken()
  const { signal } = new AbortController()
  await Array.fromAsync(recognizer.recognize(audio, stretches, OPTIONS, signal))
  assert.ok((await decoders()).length > 0)
  await recognizer[Symbol.asyncDispose]()
  assert.deepEqual(await decoders(), [])
})

test('a row of the log is a word with its times; fillers and other lines are none', () => {
  const row = parseRow('and(2)               264   277   0.855 -340992    -182       3  ', 1000)
  assert.deepEqual(row, { text: 'and', startMs: 3640, endMs: 3780, probability: 0.855, order: 3 })
  for (const line of [
    '<sil>                382   401   1.000 -205824    -524288    3  ',
    '[NOISE]              382   401   1.000 -205824    -524288    3  ',
    'word                 start end   pprob ascr       lscr       lback',
    'INFO: batch.c(760): stretch0: 4.82 seconds speech, 0.66 seconds CPU, 0.66 seconds wall',
  ]) {
    assert.equal(parseRow(line, 0), undefined)
  }
})

test('clinical words are heard that general English does not know', async () => {
  const file = await speak('I take metformin and lisinopril every morning')
  const { signal } = new AbortController()
  const audio = await decode(file, scratch, { minMs: 0, maxMs: 60_000 }, signal)
  await using recognizer = openPocketsphinx(1)
  const heard: string[] = []
  const stretches = [{ channel: 0, startMs: 0, endMs: audio.durationMs }]
  for await (const { words } of recognizer.recognize(audio, stretches, OPTIONS, signal)) {
    heard.push(...words.map(({ text }) => text))
  }
  for (const word of ['metformin', 'lisinopril']) assert.ok(heard.includes(word), heard.join(' '))
})
