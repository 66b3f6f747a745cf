import assert from 'node:assert/strict'
import { test } from 'node:test'
import { warnUnsupported } from '../../../src/pipeline/transcribe/warn-unsupported.ts'

const deaf = { wordTimes: true, confidence: true, punctuation: true, languageDetection: true, hotWords: false }
const vocabulary = [{ text: 'Clopidogrel' }, { text: 'Dr Okafor' }]

test('a vocabulary that an engine does not listen for is told where nothing else corrects it, without its terms', () => {
  const [warning, ...others] = warnUnsupported(deaf, { language: 'fr-FR', vocabulary })
  assert.deepEqual([warning?.code, others], ['vocabulary_unheard', []])
  assert.match(warning?.message ?? '', /^The 2 terms/)
  assert.doesNotMatch(warning?.message ?? '', /Clopidogrel|Okafor/)
})

test('a vocabulary that is listened for, or corrected by sound, needs no warning', () => {
  assert.deepEqual(warnUnsupported({ ...deaf, hotWords: true }, { language: 'fr', vocabulary }), [])
  assert.deepEqual(warnUnsupported(deaf, { language: 'en-GB', vocabulary }), [])
  assert.deepEqual(warnUnsupported(deaf, { language: 'fr', vocabulary: [] }), [])
})
