import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPasted } from '../../src/domain/read-pasted.ts'

const read = (text: string) => readPasted(text, 'en').items.map(({ speaker, text }) => [speaker, text])

test('a line is an item, and who speaks may stand in front in English, French or Spanish', () => {
  assert.deepEqual(read('Doctor: How are you?\n\nPT: I cough.\nMédecin : Depuis quand ?\nPaciente: Tres días.'), [
    ['doctor', 'How are you?'],
    ['patient', 'I cough.'],
    ['doctor', 'Depuis quand ?'],
    ['patient', 'Tres días.'],
  ])
})

test('what stands before a colon and names no speaker is said', () => {
  assert.deepEqual(read('Plan: rest.\nThe dose: 5 mg.'), [
    ['unspecified', 'Plan: rest.'],
    ['unspecified', 'The dose: 5 mg.'],
  ])
})
