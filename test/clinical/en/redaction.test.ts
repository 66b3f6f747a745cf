import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { redactText } from '../../../src/clinical/en/redaction/redact-text.ts'
import { redactTranscript } from '../../../src/clinical/en/redaction/redact-transcript.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

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
  for (const [said, redacted] of CASES) {
    test(`makes "${redacted}"`, () => assert.equal(redactText(said), redacted))
  }
  for (const said of KEPT) {
    test(`leaves "${said}"`, () => assert.equal(redactText(said), said))
  }

  test('takes the words with times from what it changed, and says that it is the work of rules', () => {
    const transcript = redactTranscript(transcriptOf(['Hello Maria.', 'I have a cough.']))
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
