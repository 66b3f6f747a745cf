import assert from 'node:assert/strict'
import { test } from 'node:test'
import { genericOf, isMedicineName } from '../../../src/clinical/en/medicines.ts'
import { readPrescriptions, sigAttributes } from '../../../src/clinical/en/prescriptions.ts'
import { plainWords } from '../../../src/clinical/en/words.ts'

/** "drug; dose: …; frequency: …" for each medicine of a sentence. */
const read = (said: string) =>
  readPrescriptions(plainWords(said)).map((found) =>
    [found.drug, ...Object.entries(sigAttributes(found)).map(([name, text]) => `${name}: ${text}`)].join('; '),
  )

const SPOKEN: [string, ...string[]][] = [
  [
    'Metformin five hundred milligrams twice a day for two weeks.',
    'metformin; dose: 500 mg; frequency: twice a day; duration: for 2 weeks',
  ],
  ['Ultram 50 milligrams every six hours as needed.', 'ultram; dose: 50 mg; frequency: every 6 hours; as_needed: true'],
  [
    'Take two puffs of albuterol every four to six hours as needed.',
    'albuterol; dose: 2 puffs; frequency: every 4 to 6 hours; as_needed: true',
  ],
  ['Increase lisinopril to twenty milligrams daily.', 'lisinopril; dose: 20 mg; frequency: daily'],
  ['Here is a z-pak.', 'z-pak'],
  ['Lisinopril from 10 to 20 milligrams a day.', 'lisinopril; dose: 20 mg; frequency: a day'],
  ['Meloxicam, 15 milligrams, uh, once a day.', 'meloxicam; dose: 15 mg; frequency: once a day'],
  ['Amoxicillin 500mg tds for 7 days.', 'amoxicillin; dose: 500mg; frequency: tds; duration: for 7 days'],
  ['500 mg of paracetamol four times a day.', 'paracetamol; dose: 500 mg; frequency: 4 times a day'],
  ['A twenty one milligram nicotine patch each day.', 'nicotine patch; dose: 21 mg; frequency: each day'],
  [
    'Carafate one gram four times a day for one month.',
    'carafate; dose: 1 g; frequency: 4 times a day; duration: for 1 month',
  ],
  ['Flomax zero point four milligrams at bedtime.', 'flomax; dose: 0.4 mg; frequency: at bedtime'],
  ['Paracetamol, two tablets up to four times a day.', 'paracetamol; dose: 2 tablets; frequency: up to 4 times a day'],
  ['Metformin a thousand milligrams twice daily.', 'metformin; dose: 1000 mg; frequency: twice daily'],
  ['Metformin 1,000 mg twice a day.', 'metformin; dose: 1,000 mg; frequency: twice a day'],
  ['Vitamin D 2000 IU daily.', 'vitamin d; dose: 2000 iu; frequency: daily'],
  [
    'Oxycodone five milligrams every six to eight hours as needed for pain.',
    'oxycodone; dose: 5 mg; frequency: every 6 to 8 hours; as_needed: true',
  ],
  ['Metformin five hundred twice a day.', 'metformin; dose: 500; frequency: twice a day'],
  [
    'One or two drops of timolol in both eyes at night.',
    'timolol; dose: 1 or 2 drops; route: in both eyes; frequency: at night',
  ],
  ['Tylenol and Motrin every six hours.', 'tylenol', 'motrin; frequency: every 6 hours'],
  ['Half a tablet of bisoprolol every morning.', 'bisoprolol; dose: half a tablet; frequency: every morning'],
  [
    'Coartem four tablets twice a day for three days.',
    'coartem; dose: 4 tablets; frequency: twice a day; duration: for 3 days',
  ],
  ['Lantus ten units at night.', 'lantus; dose: 10 units; frequency: at night'],
  ['Warfarin 5 mg on an empty stomach.', 'warfarin; dose: 5 mg; frequency: on an empty stomach'],
  [
    'Prednisone 40 mg by mouth once daily for five days.',
    'prednisone; dose: 40 mg; route: by mouth; frequency: once daily; duration: for 5 days',
  ],
  [
    'Ceftriaxone one gram intravenously every twelve hours.',
    'ceftriaxone; dose: 1 g; route: intravenously; frequency: every 12 hours',
  ],
  ['Levothyroxine 75 micrograms before breakfast.', 'levothyroxine; dose: 75 mcg; frequency: before breakfast'],
  ['Methotrexate 15 milligrams once a week.', 'methotrexate; dose: 15 mg; frequency: once a week'],
  ['Alendronate 70 mg weekly.', 'alendronate; dose: 70 mg; frequency: weekly'],
  [
    'Hydrocortisone cream twice a day for a week.',
    'hydrocortisone; form: cream; frequency: twice a day; duration: for a week',
  ],
  [
    'Clotrimazole cream three times daily for two weeks.',
    'clotrimazole; form: cream; frequency: 3 times daily; duration: for 2 weeks',
  ],
  ['Flonase two sprays in each nostril daily.', 'flonase; dose: 2 sprays; route: in each nostril; frequency: daily'],
  [
    'Nitroglycerin 0.4 mg under the tongue as needed.',
    'nitroglycerin; dose: 0.4 mg; route: under the tongue; as_needed: true',
  ],
  ['Gabapentin 300 milligrams three times a day.', 'gabapentin; dose: 300 mg; frequency: 3 times a day'],
  ['Omeprazole twenty milligrams in the morning.', 'omeprazole; dose: 20 mg; frequency: in the morning'],
  ['Sertraline fifty milligrams every day.', 'sertraline; dose: 50 mg; frequency: every day'],
  ['Ibuprofen 400 mg with food.', 'ibuprofen; dose: 400 mg; frequency: with food'],
  [
    'Co-codamol two tablets every four hours when needed.',
    'co-codamol; dose: 2 tablets; frequency: every 4 hours; as_needed: true',
  ],
  ['Salbutamol inhaler, two puffs when you need it.', 'salbutamol; form: inhaler; dose: 2 puffs; as_needed: true'],
  ['Doxycycline 100 mg bd for ten days.', 'doxycycline; dose: 100 mg; frequency: bd; duration: for 10 days'],
  ['Folic acid five milligrams daily.', 'folic acid; dose: 5 mg; frequency: daily'],
  ['Iron tablets three times a day.', 'iron tablets; frequency: 3 times a day'],
  ['Furosemide eighty milligrams for the next four days.', 'furosemide; dose: 80 mg; duration: for the next 4 days'],
  ['Amlodipine one tablet at night.', 'amlodipine; dose: 1 tablet; frequency: at night'],
  ['Artesunate 120 mg iv stat.', 'artesunate; dose: 120 mg; route: IV; frequency: stat'],
  ['A seven day course of trimethoprim.', 'trimethoprim; duration: 7 day course'],
  ['Nitrofurantoin for three days.', 'nitrofurantoin; duration: for 3 days'],
  ['Two teaspoons of lactulose twice a day.', 'lactulose; dose: 2 teaspoons; frequency: twice a day'],
  [
    'Zoloft 25 mg once a day and Lasix 80 mg daily.',
    'zoloft; dose: 25 mg; frequency: once a day',
    'lasix; dose: 80 mg; frequency: daily',
  ],
  ['Depo-Provera every three months.', 'depo-provera; frequency: every 3 months'],
  ['Ozempic 0.5 milligrams every week.', 'ozempic; dose: 0.5 mg; frequency: every week'],
  ['Potassium chloride twenty milliequivalents daily.', 'potassium chloride; dose: 20 mEq; frequency: daily'],
]

for (const [said, ...expected] of SPOKEN)
  test(`a prescription is read: ${said}`, () => assert.deepEqual(read(said), expected))

test('ordinary words are no medicines, and substances of the blood only as supplements', () => {
  for (const said of [
    'See me in April for the iron level.',
    'The salt, the sugar and the oxygen.',
    'A person with a calcium of two.',
  ]) {
    assert.deepEqual(read(said), [])
  }
})

test('a brand has its generic name, and another name stays as it is', () => {
  assert.equal(genericOf('lasix'), 'furosemide')
  assert.equal(genericOf('lisinopril'), 'lisinopril')
  assert.equal(genericOf('constructor'), 'constructor')
  assert.ok(['eltroxin', 'fansidar', 'co-amoxiclav', 'ciprofloxacin', 'z-pak'].every(isMedicineName))
})
