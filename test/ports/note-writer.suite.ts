import assert from 'node:assert/strict'
import { isNoteKind } from '../../src/domain/note-kinds.ts'
import { ANY_TEMPLATE, kindOfTemplate } from '../../src/domain/template.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { asTest, type Check } from './check.ts'

const CONSULTATION = transcriptOf([
  'How can I help you?',
  'I have had a bad cough for two weeks.',
  'Any chest pain?',
  'No.',
  'Your blood pressure is one hundred and twenty over eighty.',
  'I think this is bronchitis.',
  'Take ibuprofen three times a day.',
])

/** The kinds that any consultation fills; others may find nothing that belongs in them. */
const ALWAYS_FILLED = ['soap_note', 'summary', 'general_medicine', 'clerking']

const kindsOf = ({ kinds }: NoteWriter) => kinds.filter((kind) => kind !== ANY_TEMPLATE)

/** What every note writer keeps. */
export function noteWriterSuite(name: string, open: () => NoteWriter, check: Check = asTest(name)): void {
  const { signal } = new AbortController()

  check('writes registered kinds only', () => {
    const { kinds } = open()
    assert.ok(kinds.length > 0)
    assert.ok(kinds.every((kind) => isNoteKind(kind) || kind === ANY_TEMPLATE))
  })

  check('rests every statement on items that exist', async () => {
    const writer = open()
    const ids = new Set(CONSULTATION.items.map(({ id }) => id))
    for (const kind of kindsOf(writer)) {
      const { sections } = await writer.write(CONSULTATION, { kind }, signal)
      const statements = sections.flatMap((section) => section.statements)
      if (ALWAYS_FILLED.includes(kind)) assert.ok(statements.length > 0, kind)
      for (const { evidence, text } of statements) {
        assert.ok(evidence.length > 0, text)
        assert.ok(
          evidence.every((id) => ids.has(id)),
          text,
        )
      }
    }
  })

  check('names itself, the kind and the language on the note', async () => {
    const writer = open()
    for (const kind of kindsOf(writer)) {
      const note = await writer.write(CONSULTATION, { kind }, signal)
      assert.deepEqual([note.writer, note.kind, note.language], [writer.name, kind, 'en'])
    }
  })

  check('writes the same note from the same transcript', async () => {
    for (const kind of kindsOf(open())) {
      const [first, second] = [
        await open().write(CONSULTATION, { kind }, signal),
        await open().write(CONSULTATION, { kind }, signal),
      ]
      assert.equal(JSON.stringify(first), JSON.stringify(second))
    }
  })

  check('states nothing from silence', async () => {
    for (const kind of kindsOf(open())) {
      const { sections } = await open().write(transcriptOf([]), { kind }, signal)
      assert.deepEqual(
        sections.flatMap((section) => section.statements),
        [],
      )
    }
  })

  check('stops when it is told to', async () => {
    const reason = new Error('stopped')
    for (const kind of kindsOf(open()))
      await assert.rejects(async () => open().write(CONSULTATION, { kind }, AbortSignal.abort(reason)), reason)
  })

  if (!open().kinds.includes(ANY_TEMPLATE)) return
  check("writes by a tenant's template, with its sections and no others", async () => {
    const writer = open()
    const sections = [{ title: 'Why they came' }, { title: 'Medication' }, { title: 'Medication' }]
    const template = { id: 'x', name: 'Mine', sections }
    const note = await writer.write(CONSULTATION, { kind: kindOfTemplate('x'), template }, signal)
    assert.deepEqual([note.kind, note.title], ['template:x', 'Mine'])
    assert.deepEqual(
      note.sections.map(({ title }) => title),
      sections.map(({ title }) => title),
    )
    assert.equal(new Set(note.sections.map(({ key }) => key)).size, 3)
  })
}
