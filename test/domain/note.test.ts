import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renameEvidence } from '../../src/domain/note.ts'
import { blankNote } from '../../src/domain/note-kinds.ts'
import type { Warning } from '../../src/domain/warnings.ts'

test('items that have other ids in the session are cited by these, in statements and in warnings', () => {
  const warnings: Warning[] = [
    { code: 'not_told', message: 'One.', details: { items: 'i2 i3' } },
    { code: 'built_in_filled', message: 'Two.', details: { sections: 1 } },
    { code: 'nothing_found', message: 'Three.' },
  ]
  const note = blankNote('summary', 'en', 'test', warnings)
  note.sections[0]?.statements.push({ text: 'Cough.', evidence: ['i1', 'i2'], support: 'derived' })
  const renamed = renameEvidence(note, new Map([['i2', 'i12']]))
  assert.deepEqual(renamed.sections[0]?.statements[0]?.evidence, ['i1', 'i12'])
  assert.deepEqual(
    renamed.warnings.map(({ details }) => details),
    [{ items: 'i12 i3' }, { sections: 1 }, undefined],
  )
})
