import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSentence } from '../../../../src/clinical/en/facts/sentence.ts'
import { NEUTRAL, SHE } from '../../../../src/clinical/en/grammar/pronouns.ts'
import { tellThirdPerson, type Voice } from '../../../../src/clinical/en/grammar/third-person.ts'

const tell = (text: string, voice: Partial<Voice> = {}) => {
  const { tokens, clauses } = readSentence(text, { id: 'i1', speaker: 'unspecified' })
  return tellThirdPerson(tokens, clauses, { speaker: 'patient', pronouns: SHE, ...voice })
}

test('verbs agree with who is told of', () => {
  assert.equal(tell("I walk to work and I don't smoke."), 'the patient walks to work and she does not smoke.')
  assert.equal(tell('I was ill when I was away.', { pronouns: NEUTRAL }), 'the patient was ill when they were away.')
})

test('an adverb takes no ending', () => {
  assert.equal(tell('I last smoked in 2010.'), 'the patient last smoked in 2010.')
  assert.equal(tell('I last saw a dentist in May.'), 'the patient last saw a dentist in May.')
})

test('parts of the body need no owner, relatives do', () => {
  assert.equal(tell('My left knee hurts.'), 'the left knee hurts.')
  assert.equal(tell('My brother has gout.'), "the patient's brother has gout.")
})

test('what a clinician says to the patient is told of the patient', () => {
  assert.equal(tell('You have a chest infection.', { speaker: 'clinician' }), 'the patient has a chest infection.')
  assert.equal(tell('Your lungs are clear.', { speaker: 'clinician' }), 'the lungs are clear.')
})

test('"it" is told where one knows for what it stands, and nothing is told where nobody does', () => {
  const referent = { name: 'the cough', isPlural: false, isMedicine: false }
  assert.equal(tell('It started on Monday.', { referent }), 'the cough started on Monday.')
  assert.equal(tell('It started on Monday.'), undefined)
})

test('a medicine does not hurt, and a symptom is not taken', () => {
  const medicine = { name: 'the naproxen', isPlural: false, isMedicine: true }
  const symptom = { name: 'the cough', isPlural: false, isMedicine: false }
  assert.equal(tell('It hurts.', { referent: medicine }), undefined)
  assert.equal(tell('I take it at night.', { referent: symptom }), undefined)
  assert.equal(tell('I take it at night.', { referent: medicine }), 'the patient takes the naproxen at night.')
})

test('"you" of a patient who means anybody is not told', () => {
  assert.equal(tell('You feel it when you bend.'), undefined)
})
