import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CodeRelease, formatByRelease } from '../../src/domain/code-release.ts'
import type { Note, Statement } from '../../src/domain/note.ts'

const RELEASE: CodeRelease = {
  name: 'icd10cm-order-2026.txt',
  importedAt: new Date(0),
  codes: new Map([
    ['J45.909', { display: 'Asthma, official', isBillable: true }],
    ['R05.9', { display: 'Cough, official', isBillable: false }],
  ]),
}

const coded = (code: string, display: string, more: Record<string, string> = {}): Statement => ({
  ...{ text: display, evidence: ['i1'], support: 'derived' },
  attributes: { ...more, code, system: 'ICD-10-CM', display },
})
const noteOf = (...statements: Statement[]): Note => ({
  ...{ kind: 'icd_codes', title: 'Codes', language: 'en', writer: 'extractive', warnings: [] },
  sections: [{ key: 'codes', title: 'Codes', statements }],
})
const statementsOf = ({ sections }: Note) => sections.flatMap(({ statements }) => statements)

test('after an import a code has the official description, wherever ours stood', () => {
  const [printed] = statementsOf(formatByRelease(noteOf(coded('J45.909', 'Asthma', { name: 'Asthma' })), RELEASE))
  assert.equal(printed?.text, 'Asthma, official')
  assert.deepEqual(printed?.attributes, {
    ...{ name: 'Asthma, official', code: 'J45.909', system: 'ICD-10-CM', display: 'Asthma, official' },
  })
})

test('a code that the release lacks, or has as a header, is not printed, and a warning says which and why', () => {
  const note = formatByRelease(noteOf(coded('B54', 'Malaria'), coded('R05.9', 'Cough')), RELEASE)
  assert.deepEqual(statementsOf(note), [])
  const code = 'code_left_out'
  assert.deepEqual(note.warnings, [
    { code, message: 'B54 is not in icd10cm-order-2026.txt: the code was left out.' },
    { code, message: 'R05.9 is a header in icd10cm-order-2026.txt and cannot be billed: the code was left out.' },
  ])
})

test('a problem stays without its code, and what has none is left alone', () => {
  const said: Statement = { text: 'Take ibuprofen.', evidence: ['i2'], support: 'verbatim' }
  const note = formatByRelease(noteOf(coded('B54', 'Malaria', { type: 'problem', name: 'Malaria' }), said), RELEASE)
  const [problem, other] = statementsOf(note)
  assert.deepEqual(problem?.attributes, { type: 'problem', name: 'Malaria' })
  assert.deepEqual(other, said)
})

test('without an import a note stands as it was written', () => {
  const note = noteOf(coded('B54', 'Malaria'))
  assert.equal(formatByRelease(note, undefined), note)
})
