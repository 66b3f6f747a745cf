import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameSpeakers } from '../../../src/pipeline/transcribe/name-speakers.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const ASKED = [
  'Good morning, what can I do for you today?',
  'I have had a bad cough and my chest hurts.',
  'Do you have any fever or shortness of breath?',
  'No, but my wife says that I snore.',
  'I will prescribe an antibiotic and we will see you again in two weeks.',
  'Thank you very much doctor.',
]
const say = (voices: (string | undefined)[], texts = ASKED) =>
  transcriptOf(texts).items.map((item, at) => ({ ...item, ...(voices[at] && { speakerLabel: voices[at] }) }))
const speakersOf = (items: ReturnType<typeof say>) => nameSpeakers(items).map(({ speaker }) => speaker)

test('voices are named by what they say, not by who speaks first', () => {
  const [a, b] = ['SPEAKER_01', 'SPEAKER_02']
  assert.deepEqual(speakersOf(say([a, b, a, b, a, b])), ['doctor', 'patient', 'doctor', 'patient', 'doctor', 'patient'])
  const turned = ASKED.slice(1)
  assert.deepEqual(speakersOf(say([a, b, a, b, a], turned)), ['patient', 'doctor', 'patient', 'doctor', 'patient'])
})

test('who comes along with the patient is another', () => {
  const voices = ['SPEAKER_01', 'SPEAKER_02', 'SPEAKER_01', 'SPEAKER_03', 'SPEAKER_01', 'SPEAKER_02']
  assert.deepEqual(speakersOf(say(voices)).slice(1, 4), ['patient', 'doctor', 'other'])
})

test('one voice alone, or none that was told apart, has no name', () => {
  assert.ok(speakersOf(say([])).every((speaker) => speaker === 'unspecified'))
  assert.ok(speakersOf(say(ASKED.map(() => 'SPEAKER_01'))).every((speaker) => speaker === 'unspecified'))
})

test('what says too little is not named, and every name says how sure it is', () => {
  const items = nameSpeakers(say(['SPEAKER_01', 'SPEAKER_02'], ['Hello.', 'Hello.']))
  assert.ok(items.every(({ speaker }) => speaker === 'unspecified'))
  const named = nameSpeakers(say(['SPEAKER_01', 'SPEAKER_02', 'SPEAKER_01', 'SPEAKER_02', 'SPEAKER_01', 'SPEAKER_02']))
  assert.ok(named.every(({ speakerConfidence = 0 }) => speakerConfidence > 0.6))
})

test('an item whose voice is not known leaves the others their names', () => {
  const items = say(['SPEAKER_01', 'SPEAKER_02', undefined, 'SPEAKER_02', 'SPEAKER_01', 'SPEAKER_02'])
  assert.deepEqual(speakersOf(items).slice(0, 3), ['doctor', 'patient', 'unspecified'])
})
