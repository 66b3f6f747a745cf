import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readEnglishWords } from '../../../src/clinical/en/english-words.ts'
import { redactText } from '../../../src/clinical/en/redaction/redact-text.ts'
import { redactTranscript } from '../../../src/clinical/en/redaction/redact-transcript.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const isWord = await readEnglishWords()
const YEAR = 2026

const CASES: [said: string, redacted: string][] = [
  ['Good morning Dr. Howard.', 'Good morning Dr. [name].'],
  ['Hello Mrs. Anne Smith, how are you?', 'Hello Mrs. [name], how are you?'],
  ['My name is Oluwaseun Adeyemi.', 'My name is [name].'],
  ['Hi maria how are you?', 'Hi [name] how are you?'],
  ["That is Sarah's medicine.", "That is [name]'s medicine."],
  ['Hello Maria Lopez.', 'Hello [name].'],
  ['Call me back if it gets worse.', 'Call me back if it gets worse.'],
  ['I was born on March 3, 1956.', 'I was born on [date], 1956.'],
  ['It began on the 3rd of May.', 'It began on [date].'],
  ['Seen on 03/04/2021 and 2021-04-03.', 'Seen on [date] and [date].'],
  ['My number is 555 123 4567.', 'My number is [number].'],
  ['Her record number is 00123456.', 'Her record number is [number].'],
  ['Write to ann.bee@example.org.', 'Write to [address].'],
  ['I live at 12 Old Mill Road.', 'I live at [address].'],
  ['I moved to Springfield last year.', 'I moved to [address] last year.'],
  ['She is 92 years old.', 'She is [age over 89] years old.'],
  ['He is 89 years old.', 'He is 89 years old.'],
]
/** Names go and the sentence stays. */
const NAMED: [said: string, redacted: string][] = [
  ['my name is chidinma eze and my ear hurts', 'my name is [name] and my ear hurts'],
  ['My name is Tomasz Wiśniewski, I take aspirin.', 'My name is [name], I take aspirin.'],
  ["my name's grace and I cannot sleep", "my name's [name] and I cannot sleep"],
  ['Her name is Patience Nwosu.', 'Her name is [name].'],
  ['This is Okonjo calling for my results.', 'This is [name] calling for my results.'],
  ['this is okonjo speaking', 'this is [name] speaking'],
  ["I'm called Zuri and I am six.", "I'm called [name] and I am six."],
  ['Please ask for Oyelaran at the desk.', 'Please ask for [name] at the desk.'],
  ['The form was signed by Mwangi on Monday.', 'The form was signed by [name] on Monday.'],
  ['professor Achterberg saw me', 'professor [name] saw me'],
  ['nurse oyelaran took it', 'nurse [name] took it'],
  ['doctor brown gave me tablets', 'doctor [name] gave me tablets'],
  ['doctor anna brown listened', 'doctor [name] listened'],
  ['the patient is anna hill, 40', 'the patient is [name], 40'],
  ['My name is Dr. Amina al-Farouq.', 'My name is Dr. [name].'],
  ['I am Chukwudi Okoro.', 'I am [name].'],
  ['my doctor okoro said rest', 'my doctor [name] said rest'],
  ['Dr. Murphy and Sir Alan Bell came.', 'Dr. [name] and Sir [name] came.'],
  ['Nurse practitioner Lee saw me.', 'Nurse practitioner [name] saw me.'],
  ['missus baker has called twice', 'missus [name] has called twice'],
  ['Miss de la Cruz is waiting.', 'Miss [name] is waiting.'],
  ['Dr. J. R. Vandenberg-Osei will see you.', 'Dr. [name] will see you.'],
  ["Thank you, Professor O'Sullivan.", 'Thank you, Professor [name].'],
  ["That was Dr. Nakamura's idea.", "That was Dr. [name]'s idea."],
  ['DOCTOR OYELARAN TOLD ME TO REST', 'DOCTOR [name] TOLD ME TO REST'],
  ['My wife Ngozichukwu drove me.', 'My wife [name] drove me.'],
  ['I spoke to Elena P. Marquez about it.', 'I spoke to [name] about it.'],
]
/** Announced as a name would be, and none. */
const NAMES_NOBODY = [
  'This is worse at night and it burns.',
  'This is bronchitis and it will settle.',
  'This is Parkinson disease.',
  'I am Nigerian and I was Catholic.',
  'The doctor will see you, and my nurse has time.',
  "Murphy's sign was negative.",
  'This is Takotsubo cardiomyopathy.',
  'Ask for paracetamol, not ibuprofen.',
  'Ask for Lipitor at the counter.',
  "It's Crohn's, I am afraid.",
  'Call me tomorrow about the swelling.',
  'Signed by the consultant on duty.',
  'My name is not on the list.',
  'the doctor read my letter and the nurse may call',
  'My doctor will check it.',
  'I miss work when it hurts.',
  'mrs . and more',
  'The nurse said that the wound is clean.',
  'I saw the professor on Tuesday.',
  'My son has asthma and my sister takes Lipitor.',
  'I walked for 2 hours on the road.',
  'I was born in March and moved to Monday clinics.',
]
const AGED: [said: string, redacted: string][] = [
  ['My grandmother is 96 and well.', 'My grandmother is [age over 89] and well.'],
  ['He turned 91 in May.', 'He turned [age over 89] in May.'],
  ['My aunt was 101 when she died.', 'My aunt was [age over 89] when she died.'],
  ['My father lived to be 99.', 'My father lived to be [age over 89].'],
  ['He died at 95 of a stroke.', 'He died at [age over 89] of a stroke.'],
  ['My uncle, who is 98, still drives.', 'My uncle, who is [age over 89], still drives.'],
  ['He lived till 102.', 'He lived till [age over 89].'],
  ['Age: 94', 'Age: [age over 89]'],
  ['At 91 she walks daily.', 'At [age over 89] she walks daily.'],
  ['a 90 yo woman', 'a [age over 89] yo woman'],
  ['This 94 year old man fell.', 'This [age over 89] year old man fell.'],
  ['She is ninety four.', 'She is [age over 89].'],
  ['The patient is ninety-one years old.', 'The patient is [age over 89] years old.'],
  ['My mother will be a hundred in May.', 'My mother will be [age over 89] in May.'],
  ['It was her 92nd birthday.', 'It was her [age over 89] birthday.'],
  ['My neighbour Karl is 97.', 'My neighbour [name] is [age over 89].'],
  ['I was born in 1921.', 'I was born in [age over 89].'],
]
const NO_AGE = [
  'Her heart rate is 96.',
  'He is 94 percent on oxygen.',
  'She is 93% on room air.',
  'He was 102 kilos in spring.',
  'I am ninety five kilos.',
  'I was 90 minutes late.',
  'She is 90 cm tall.',
  'His saturation was 91.',
  'My mother is 89.',
  'She is on 100 mg of sertraline.',
  'I was born in 1956.',
]
const DATED: [said: string, redacted: string][] = [
  ['It began on the twelfth of September 2023.', 'It began on [date] 2023.'],
  ['I had it on the 5th of October 2019.', 'I had it on [date] 2019.'],
  ['the second of may was bad', '[date] was bad'],
  ['On February the ninth 2020 I fell.', 'On [date] 2020 I fell.'],
  ['Seen 4 Nov 2022.', 'Seen [date] 2022.'],
  ['on the twenty first december', 'on [date]'],
]
const NO_DATE = ['You may second that opinion.', 'In June 10 tablets were left.', 'I will march on in the first week.']

/** What a clinician needs and what tells nobody who it is. */
const KEPT = [
  'Take 500 mg of metformin twice a day for 10 days.',
  'Your blood pressure is 120/80 and your pulse is 90.',
  'I have had a headache for 3 days and a temperature of 101.4.',
  'You may march on, and I will mark it.',
  'The hemoglobin A1c was 7.1 in 2021.',
  'She weighs 95 kg.',
  'I take Lipitor and Xarelto.',
]

describe('de-identification', () => {
  for (const [said, redacted] of [...CASES, ...NAMED, ...AGED, ...DATED]) {
    test(`makes "${redacted}" of "${said}"`, () => assert.equal(redactText(said, isWord, YEAR), redacted))
  }
  for (const said of [...KEPT, ...NAMES_NOBODY, ...NO_AGE, ...NO_DATE]) {
    test(`leaves "${said}"`, () => assert.equal(redactText(said, isWord, YEAR), said))
  }

  test('a text without spaces of a megabyte is read in order', () => {
    const row = 'a.'.repeat(500_000)
    assert.equal(redactText(row, isWord, YEAR), row)
  })

  test('takes the words with times from what it changed, and says that it is the work of rules', () => {
    const transcript = redactTranscript(transcriptOf(['Hello Maria.', 'I have a cough.']), isWord)
    assert.deepEqual(
      transcript.items.map(({ text, words }) => [text, words.length]),
      [
        ['Hello [name].', 0],
        ['I have a cough.', 4],
      ],
    )
    assert.match(transcript.warnings[0]?.message ?? '', /in 1 places, by rules that do not know every name/)
  })
})
