import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMarkdown, type Note } from '../../../src/domain/note.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../../../src/engines/notes/note-writer.ts'
import { writeNotes } from '../../../src/pipeline/documents/write-notes.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const VISIT = transcriptOf([
  'How can I help you today?',
  'I have had a bad cough and a headache for two weeks.',
  'I have high blood pressure.',
  'I am allergic to penicillin.',
  'I take lisinopril 10 mg every day.',
  'Your lungs sound clear.',
  'I think this is bronchitis.',
  'Take ibuprofen 400 mg three times a day.',
  'I will refer you to the chest clinic.',
  'You should stay off work until Friday.',
  'I want to see you in two weeks.',
])

async function write(kind: string, transcript = VISIT, writer: NoteWriter = openExtractive()): Promise<Note> {
  const [note] = await writeNotes(transcript, { kinds: [kind], limits: {} }, [writer], new AbortController().signal)
  assert.ok(note)
  assert.ok(!note.warnings.some(({ code }) => code === 'unsupported_statements'))
  return note
}

const linesOf = (note: Note) => formatMarkdown(note).split('\n\n')

test('a referral letter greets a colleague, says why, and has the rest in prose', async () => {
  const letter = await write('referral_letter')
  assert.deepEqual(linesOf(letter).slice(0, 7), [
    '# Referral letter',
    '## To',
    '…'.repeat(24),
    'Dear colleague,',
    '## Reason for referral',
    'The patient has had a bad cough and a headache for 2 weeks. Refer the patient to the chest clinic.',
    '## Past medical history',
  ])
  assert.equal(linesOf(letter).at(-1), 'Yours sincerely,')
  const told = letter.sections.flatMap(({ statements }) => statements)
  assert.ok(told.every(({ support, evidence }) => (support === 'fixed' ? evidence.length === 0 : evidence.length > 0)))
})

test('a sick note says how long only where the clinician did; else that is a line to be filled in', async () => {
  const period = async (transcript = VISIT) =>
    linesOf(await write('sick_note', transcript)).at(
      linesOf(await write('sick_note', transcript)).indexOf('## Period') + 1,
    )
  assert.equal(await period(), '- The patient should stay off work until Friday.')
  const items = VISIT.items.filter(({ text }) => !text.includes('work'))
  assert.equal(await period({ ...VISIT, items }), '…'.repeat(24))
})

test('a letter to the patient speaks to the patient and explains clinical words that stand in it', async () => {
  const lines = linesOf(await write('patient_letter'))
  assert.ok(lines.includes('Your lungs sound clear.'))
  assert.ok(lines.some((line) => line.includes('- You should stay off work until Friday.')))
  assert.ok(lines.includes('- bronchitis: an infection of the airways in the lungs.'))
  assert.doesNotMatch(lines.join(), /lisinopril/)
})

test('letters greet in French and Spanish where the visit was in them', async () => {
  const french = { ...transcriptOf(['Prenez du paracétamol 1 g trois fois par jour.']), language: 'fr' }
  assert.ok(linesOf(await write('discharge_letter', french)).includes('Chère consœur, cher confrère,'))
  const spanish = { ...transcriptOf(['Tome paracetamol 1 g cada ocho horas.']), language: 'es' }
  assert.ok(linesOf(await write('discharge_letter', spanish)).includes('Estimado/a colega:'))
})

test('a template without a place for the complaint and for prescriptions has them in its history and plan', async () => {
  const template = {
    id: 't',
    name: 'Short',
    sections: [{ title: 'History' }, { title: 'Plan' }, { title: 'Follow-up' }],
  }
  const { sections } = await openExtractive().write(
    VISIT,
    { kind: 'template:t', template },
    new AbortController().signal,
  )
  assert.deepEqual(
    sections.map(({ statements }) => statements.map(({ text }) => text)),
    [
      ['The patient has had a bad cough and a headache for 2 weeks.'],
      [
        'Take ibuprofen 400 mg 3 times a day.',
        'Refer the patient to the chest clinic.',
        'The patient should stay off work until Friday.',
      ],
      ['See the patient in 2 weeks.'],
    ],
  )
})

test('no writer can pass off its own words as fixed text', async () => {
  const honest = openExtractive()
  const writer: NoteWriter = {
    ...honest,
    async write(...asked) {
      const note = await honest.write(...asked)
      note.sections[0]?.statements.push({ text: 'The patient has cancer.', evidence: [], support: 'fixed' })
      return note
    },
  }
  const [note] = await writeNotes(VISIT, { kinds: ['sick_note'], limits: {} }, [writer], new AbortController().signal)
  assert.ok(note && !formatMarkdown(note).includes('cancer'))
})
