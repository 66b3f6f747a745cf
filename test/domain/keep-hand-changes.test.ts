import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { keepHandChanges } from '../../src/domain/keep-hand-changes.ts'
import type { Section, Statement } from '../../src/domain/note.ts'

const said = (text: string, id = text): Statement => ({ text, evidence: [id], support: 'derived' })
const own = (text: string): Statement => ({ text, evidence: [], support: 'entered' })
const plan = (...statements: Statement[]): Section[] => [{ key: 'plan', title: 'Plan', statements }]
const byWriter = (...statements: Statement[]) => ({ content: plan(...statements), writer: 'extractive' })
const byHand = (...statements: Statement[]) => ({ content: plan(...statements) })
const textsOf = (sections: Section[]) => sections.flatMap(({ statements }) => statements.map(({ text }) => text))

describe('a document that is written again', () => {
  const [a, b, c] = [said('A'), said('B'), said('C')]

  test('has a person’s statements behind those that they stood behind', () => {
    const history = [byWriter(a, b), byHand(own('first'), a, own('after A'), b, own('last'))]
    assert.deepEqual(textsOf(keepHandChanges(plan(a, b, c), history)), ['first', 'A', 'after A', 'B', 'last', 'C'])
  })

  test('has them at the end where what they stood behind is gone', () => {
    const history = [byWriter(a), byHand(a, own('mine'))]
    assert.deepEqual(textsOf(keepHandChanges(plan(b, c), history)), ['B', 'C', 'mine'])
  })

  test('has not what a person removed, however often it was written since', () => {
    const history = [byWriter(a, b), byHand(b), byWriter(b, c)]
    assert.deepEqual(textsOf(keepHandChanges(plan(a, b, c), history)), ['B', 'C'])
  })

  test('has what was removed and put back, and what the writer itself had left out', () => {
    assert.deepEqual(textsOf(keepHandChanges(plan(a), [byWriter(a), byHand(), byHand(a)])), ['A'])
    assert.deepEqual(textsOf(keepHandChanges(plan(a), [byWriter(a), byWriter(b)])), ['A'])
  })

  test('has what the writer now writes beside what a person made of it', () => {
    const history = [byWriter(said('Takes aspirin.', 'i1')), byHand(own('Takes apixaban 5 mg.'))]
    const written = plan(said('Takes apixaban.', 'i1'))
    assert.deepEqual(textsOf(keepHandChanges(written, history)), ['Takes apixaban 5 mg.', 'Takes apixaban.'])
  })

  test('keeps a section with a person’s words that the writer writes no more', () => {
    const history = [
      byWriter(a),
      { content: [...plan(a), { key: 'extra', title: 'Extra', statements: [own('x'), b] }] },
    ]
    assert.deepEqual(textsOf(keepHandChanges(plan(a), history)), ['A', 'x'])
  })
})
