import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import type { Term } from '../../../src/domain/vocabulary.ts'
import { openVoiceFeatures } from '../../../src/engines/diarization/voice-features.ts'
import { openNameCorrection } from '../../../src/pipeline/transcribe/correct-names.ts'
import { run } from '../../../src/pipeline/transcribe/run.ts'
import { withScratch } from '../../../src/platform/scratch.ts'
import { openHearing } from '../../support/hearing.ts'
import { speak } from '../../support/recordings.ts'

const hearing = await openHearing()
after(() => hearing.recognizer[Symbol.asyncDispose]())
const engines = { ...hearing, diarizers: [openVoiceFeatures()], correctNames: openNameCorrection() }

async function listen(text: string, vocabulary: Term[]) {
  const file = await speak(text)
  const limits = { minMs: 0, maxMs: 60_000 }
  const keep = { recognized: [], decoded: async () => {}, segment: async () => {}, step: () => {} }
  const { transcript } = await withScratch(tmpdir(), 'osler-test', (scratch) =>
    run(
      { file, scratch, language: 'en', hearing: { vocabulary }, limits },
      engines,
      keep,
      new AbortController().signal,
    ),
  )
  return { text: transcript.items.map((item) => item.text).join(' '), transcript }
}

test('a made-up medicine is written once it is in the vocabulary, and what the engine wrote stays with it', async () => {
  const said = 'the doctor told me to take kelmatrexin every morning with food'
  assert.doesNotMatch((await listen(said, [])).text, /Kelmatrexin/i)
  const { text, transcript } = await listen(said, [{ text: 'Kelmatrexin' }])
  assert.match(text, /take Kelmatrexin every morning/)
  const word = transcript.items.flatMap(({ words }) => words).find((one) => one.text === 'Kelmatrexin')
  assert.notEqual(word?.heard, undefined)
  assert.deepEqual(transcript.warnings, [])
})

test('a term of several words is printed as it stands in the vocabulary', async () => {
  const said = 'he is in bed on ward seven now and he is doing well'
  assert.match((await listen(said, [{ text: 'WARD 7' }])).text, /on WARD 7 now/)
})
