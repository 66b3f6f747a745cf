import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatSpoken, formatWords } from '../../../src/clinical/formatting/format-words.ts'

const WRITTEN: Record<string, Record<string, string>> = {
  pressures: {
    'your blood pressure is one hundred and twenty over eighty': 'your blood pressure is 120/80',
    'one forty over ninety and pulse seventy two': '140/90 and pulse 72',
    'ten over ten': '10 over 10',
  },
  doses: {
    'take ten milligrams of lisinopril twice a day': 'take 10 mg of lisinopril twice a day',
    'point five milligrams of ativan at night': '0.5 mg of Ativan at night',
    'two and a half milligrams': '2.5 mg',
    'a hundred micrograms': '100 mcg',
    'sixty milligrams per deciliter': '60 mg/dL',
    'metformin 1,000 mg': 'metformin 1,000 mg',
    'one or two tablets': '1 or 2 tablets',
    'ibuprofen four hundred three times a day': 'ibuprofen 400, 3 times a day',
    'two hundred two tablets': '200, 2 tablets',
    'one hundred and five milligrams': '105 mg',
    'four hundred three': '403',
  },
  temperatures: {
    'his temperature is ninety eight six': 'his temperature is 98.6',
    'your temperature is 100 and 1': 'your temperature is 101',
    'rooms 100 and 1': 'rooms 100 and 1',
    'a temperature of one oh one point two degrees': 'a temperature of 101.2 degrees',
    'ninety eight six packs': 'ninety eight six packs',
  },
  shares: { 'saturation is ninety eight percent on room air': 'saturation is 98% on room air' },
  titles: {
    'i saw dr lee-wong': 'I saw Dr. Lee-Wong',
    'i have ms and asthma': 'I have ms and asthma',
  },
  'dates and times': {
    'on may third twenty twenty five at three thirty p m': 'on May 3, 2025 at 3:30 pm',
    'at 11.30 am or 2.45 pm': 'at 11:30 am or 2:45 pm',
    'come back at eight fifteen on monday': 'come back at 8:15 on Monday',
    'since march twenty first': 'since March 21',
    'the fifth of november nineteen eighty two': 'the 5th of November 1982',
    'on the thirty first of august two thousand and seven': 'on the 31st of August 2007',
    'the twenty-second of december twenty eleven': 'the 22nd of December 2011',
    'the eleventh of may nineteen oh nine': 'the 11th of May 1909',
    'the ninth february twenty twenty two': 'the 9th February 2022',
    'the second may be worse': 'the second may be worse',
    'december the ninth twenty nineteen': 'December 9, 2019',
    'we met on april the fourth and left': 'we met on April 4 and left',
    'in june the first test was clear': 'in June the first test was clear',
    'in october twenty twenty three': 'in October 2023',
    'since july two thousand eighteen': 'since July 2018',
    'on october nineteen twenty twenty': 'on October 19, 2020',
    'the third of march, twenty twenty four': 'the 3rd of March, 2024',
    'in nineteen ninety eight': 'in 1998',
    'since two thousand and nineteen': 'since 2019',
    'last may may i see it': 'last May may I see it',
    'we march on': 'we march on',
  },
  ages: {
    'a forty five year old woman': 'a 45-year-old woman',
    'she is forty five years old': 'she is 45 years old',
  },
  initials: {
    'an mri and an e k g': 'an MRI and an EKG',
    'your hemoglobin a one c is seven point two and b twelve is low': 'your hemoglobin A1c is 7.2 and B12 is low',
    'the l five s one disc': 'the L5 S1 disc',
    'i had covid nineteen': 'I had COVID-19',
    'it is us and them': 'it is us and them',
  },
  names: {
    'dr smith gave me lipitor and metformin': 'Dr. Smith gave me Lipitor and metformin',
    "alzheimer's disease": "Alzheimer's disease",
  },
  'numbered things': { 'type one diabetes and stage three': 'type 1 diabetes and stage 3' },
  'long numbers': { 'call five five five one two three four or nine one one': 'call 5551234 or 911' },
  'what could be several things': {
    'one of them hurts a second time': 'one of them hurts a second time',
    'three thirty': 'three thirty',
    'twenty twenty vision': 'twenty twenty vision',
    'between one and two': 'between one and two',
    'the first time': 'the first time',
  },
}

for (const [what, cases] of Object.entries(WRITTEN)) {
  describe(`of what is said, ${what} are written as clinicians do`, () => {
    for (const [said, written] of Object.entries(cases)) {
      test(said, () => {
        assert.equal(formatSpoken(said), written)
        // Every word that was said stands in one that is printed.
        const counts = formatWords(said.split(' ')).map(({ from }) => from)
        assert.equal(
          counts.reduce((sum, count) => sum + count, 0),
          said.split(' ').length,
        )
      })
    }
  })
}

test('marks stay where they are, and nothing is joined over them', () => {
  assert.equal(formatSpoken('Take ten. Milligrams matter.'), 'Take 10. Milligrams matter.')
  assert.equal(formatSpoken('It was one twenty over eighty, okay?'), 'It was 120/80, okay?')
})

const RECOGNISED: Record<string, string> = {
  'Blood pressure is 100 and 20 over 80.': 'Blood pressure is 120/80.',
  'BP 120 over 80, pulse 72.': 'BP 120/80, pulse 72.',
  'She takes 25 milligrams twice a day.': 'She takes 25 mg twice a day.',
  'give point five milliliters every eight hours.': 'give 0.5 mL every 8 hours.',
  'Come back on March 3rd, 2024.': 'Come back on March 3, 2024.',
  'The glucose is 120 mg per deciliter.': 'The glucose is 120 mg/dL.',
}

describe('what a recogniser writes by itself is mended where a clinician writes it otherwise', () => {
  for (const [heard, written] of Object.entries(RECOGNISED))
    test(heard, () => assert.equal(formatSpoken(heard), written))
})

test('what a recogniser writes as clinicians do is left alone, capitals and signs with it', () => {
  for (const written of [
    'One of them was worse. One or two of these, he said.',
    'Three thirty, I think.',
    'It cost $50, and the lens is -2.5 now.',
    'No pain at McBurney’s point.',
    'Come at 8 a.m. or at 8:30.',
    'Take 25 mg. Then 1,000 mg, 0.5 mL, twice a day.',
    'It was “100”, (20), ~30, +4 and -5…',
    'BP 120/80, SpO2 98%, 38.5°C on March 3, 2024.',
    'A 45-year-old with type 2 diabetes weighs 71 kg.',
  ])
    assert.equal(formatSpoken(written), written)
})

test('what is written already is written the same again', () => {
  for (const cases of Object.values(WRITTEN)) {
    for (const written of Object.values(cases)) assert.equal(formatSpoken(written), written)
  }
})
