import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readExample } from '../../web/src/read-example.ts'

test('a pasted letter gives its headings, their form, and its greeting and closing, and nothing of its patient', () => {
  const letter = `Dear colleague,

Reason for referral
Mrs Bee, 54, has had chest pain for a week.

MEDICATIONS
- aspirin 75 mg
- ramipril 5 mg

Plan: an ECG, please.

Yours sincerely,
Dr Osei`
  assert.deepEqual(readExample(letter), [
    { title: 'Dear colleague', fixed: 'Dear colleague,', isUntitled: true, style: 'paragraph' },
    { title: 'Reason for referral', style: 'paragraph' },
    { title: 'Medications', style: 'list' },
    { title: 'Plan', style: 'paragraph' },
    { title: 'Yours sincerely', fixed: 'Yours sincerely,', isUntitled: true, style: 'paragraph' },
  ])
})

test('a note as Markdown gives its headings', () => {
  assert.deepEqual(readExample('## Findings\n\nThe chest is clear.\n\n## Impression\n\n- Bronchitis'), [
    { title: 'Findings', style: 'paragraph' },
    { title: 'Impression', style: 'list' },
  ])
})
