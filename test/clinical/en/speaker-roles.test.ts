import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areRolesSwapped, findRoles } from '../../../src/clinical/en/speaker-roles.ts'

type Said = [speaker: 'doctor' | 'patient', text: string]

const VISIT: Said[] = [
  ['doctor', 'Good morning. What brings you in today?'],
  ['patient', 'My knee has been hurting since I fell off my bike last week.'],
  ['doctor', 'Okay. Have you taken anything for the pain?'],
  ['patient', 'Just some ibuprofen, and my wife put ice on it.'],
  ['doctor', 'Any numbness or tingling in your foot?'],
  ['patient', 'No, nothing like that.'],
  ['doctor', "Let me take a look. I'm going to press here. Does that hurt?"],
  ['patient', 'Ouch, yeah, right there.'],
  [
    'doctor',
    "So I think this is a sprain. I'm going to order an x-ray and prescribe meloxicam. Follow up in two weeks.",
  ],
  ['patient', 'Okay, thank you, doctor.'],
]

const rolesOf = (turns: { text: string; voice?: string }[]) => findRoles(turns).map(({ role }) => role)
const given = VISIT.map(([speaker]) => speaker)
const strip = (text: string) => text.toLowerCase().replace(/[.,?']/g, '')
const swap = (speaker: Said[0]) => (speaker === 'doctor' ? 'patient' : 'doctor')

test('doctor and patient are told apart by what they say', () => {
  assert.deepEqual(rolesOf(VISIT.map(([, text]) => ({ text }))), given)
})

test('words without capitals and marks are enough', () => {
  assert.deepEqual(rolesOf(VISIT.map(([, text]) => ({ text: strip(text) }))), given)
})

test('one who says several sentences in a row keeps the role', () => {
  const texts = [
    'Let me listen to your lungs.',
    'Take a deep breath.',
    'Your lungs sound clear.',
    "I'll order a chest x-ray.",
  ]
  assert.deepEqual(rolesOf(texts.map((text) => ({ text }))), ['doctor', 'doctor', 'doctor', 'doctor'])
})

test('a voice has one role, whatever a single sentence of it sounds like', () => {
  const odd: Said[] = [
    ...VISIT,
    ['patient', 'Do you have any allergies?'],
    ['doctor', 'My knee hurt after the marathon.'],
  ]
  const turns = odd.map(([speaker, text]) => ({ text, voice: speaker === 'doctor' ? 'SPEAKER_02' : 'SPEAKER_01' }))
  assert.deepEqual(
    rolesOf(turns),
    odd.map(([speaker]) => speaker),
  )
})

test('a word that both would say stays unspecified', () => {
  const [guess] = findRoles([{ text: 'Right.' }])
  assert.equal(guess?.role, 'unspecified')
  assert.ok((guess?.confidence ?? 1) < 0.6)
})

test('no turns have no roles, and an empty one does no harm', () => {
  assert.deepEqual(findRoles([]), [])
  assert.equal(findRoles([{ text: '' }, ...VISIT.map(([, text]) => ({ text }))]).length, VISIT.length + 1)
})

test('roles that were changed about are noticed, right ones and few words are let be', () => {
  const said = VISIT.map(([speaker, text]) => ({ speaker, text }))
  const swapped = said.map(({ speaker, text }) => ({ speaker: swap(speaker), text }))
  assert.equal(areRolesSwapped(swapped), true)
  assert.equal(areRolesSwapped(said), false)
  assert.equal(areRolesSwapped(swapped.slice(9)), false)
  assert.equal(areRolesSwapped(said.map(({ text }) => ({ speaker: 'unspecified', text }))), false)
})

test('five hours of turns are as certain as five minutes', () => {
  const long = Array.from({ length: 600 }, () => VISIT).flat()
  const guesses = findRoles(long.map(([, text]) => ({ text })))
  assert.ok(guesses.every(({ confidence }) => confidence >= 0.5 && confidence <= 1))
  assert.deepEqual(
    guesses.map(({ role }) => role),
    long.map(([speaker]) => speaker),
  )
})
