import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alterAll } from '../../../bench/notes/proof-sets/alter.ts'
import { type Case, readCases } from '../../../bench/notes/proof-sets/read-sets.ts'
import type { Statement } from '../../../src/domain/note.ts'
import { faultOf } from '../../../src/engines/proof/derived.ts'
import { stands } from '../../../src/engines/proof/prove.ts'
import { toItem } from '../../../src/engines/proof/to-item.ts'

const written = readCases()
const isPassed = ({ text, items }: Case) => faultOf(text, items) === undefined
const shareOf = (cases: readonly Case[]) => cases.filter(isPassed).length / cases.length

test('of statements about made dialogues that were altered by hand, at most two in a hundred pass', () => {
  const altered = written.filter(({ isTrue }) => !isTrue)
  assert.ok(altered.length > 600)
  assert.ok(shareOf(altered) <= 0.02)
})

test('nor do more of those that a script altered', () => {
  const altered = alterAll(written)
  assert.ok(altered.length > 800)
  assert.ok(shareOf(altered) <= 0.02)
})

test('of true statements in a clinician’s words, at least four in five pass, and half of specialties that nobody read them of', () => {
  const isTrue = written.filter((one) => one.isTrue)
  const [unseen = [], read = []] = [true, false].map((is) =>
    isTrue.filter(({ heldBack = '' }) => heldBack.includes('specialties') === is),
  )
  assert.ok(read.length > 500 && unseen.length > 100)
  assert.ok(shareOf(read) >= 0.8)
  assert.ok(shareOf(unseen) >= 0.5)
})

const evidence = 'I have had a headache for three days and I would like to share this with my wife.'
for (const text of [
  'Headache for three days, DNR.',
  'Wife abuses him.',
  'Headache for three days, is a drug seeker.',
  'Headache for three days, cleared for work.',
  'Patient declined all further care, headache for three days.',
  'See https://evil.example/login for the headache.',
])
  test(`one true finding does not carry the rest: "${text}"`, () =>
    assert.notEqual(faultOf(text, [{ text: evidence, speaker: 'patient' }]), undefined))

test('the word "she" has its name, and a correction its effect, from what was said before', () => {
  const turns: [string, 'doctor' | 'patient'][] = [
    ['My mum is not well.', 'patient'],
    ["She's got heart failure.", 'patient'],
    ['My right knee is swollen.', 'patient'],
    ['Sorry, I mean my left knee.', 'patient'],
  ]
  const items = turns.map(([text, speaker], at) => ({ ...toItem({ text, speaker }, at), id: `i${at + 1}` }))
  const isProven = (text: string, ...ids: string[]) =>
    stands({ text, evidence: ids, support: 'derived' } satisfies Statement, { kind: '', language: 'en' }, items)
  assert.ok(isProven('Mother has heart failure.', 'i1', 'i2'))
  assert.ok(!isProven('Has heart failure.', 'i2'))
  assert.ok(!isProven('Right knee swelling.', 'i3'))
})

test('twice the evidence takes about twice the time to prove four hundred statements', () => {
  const turns = written.flatMap(({ items }) => items).slice(0, 400)
  const texts = written.slice(0, 400).map(({ text }) => text)
  const timeOf = (size: number) => {
    // What was proved of these items before is not proved again.
    const items = turns.map((item, at) => ({ ...item, id: `i${at}` }))
    const start = performance.now()
    for (const [at, text] of texts.entries()) {
      const ids = Array.from({ length: size }, (_, by) => `i${(at + by) % turns.length}`)
      stands({ text, evidence: ids, support: 'derived' }, { kind: '', language: 'en' }, items)
    }
    return performance.now() - start
  }
  timeOf(5)
  const [five, ten] = [timeOf(5), timeOf(10)]
  // Room for a busy machine.
  assert.ok(ten < five * 4 + 200, `${five} ms, ${ten} ms`)
})
