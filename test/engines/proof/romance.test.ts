import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Case, readCases } from '../../../bench/notes/proof-sets/read-sets.ts'
import type { Item, Speaker } from '../../../src/domain/transcript.ts'
import { stands } from '../../../src/engines/proof/prove.ts'

const LEAST_CASES = 60

const isPassed = (
  language: string,
  { text, items }: Pick<Case, 'text' | 'items'>,
  evidence = items.map(({ id }) => id),
) => stands({ text, evidence, support: 'derived' }, { kind: '', language }, items)

for (const [language, name] of [
  ['fr', 'French'],
  ['es', 'Spanish'],
] as const) {
  const written = readCases(language).filter(({ heldBack }) => heldBack)
  const [trueOnes, altered] = [written.filter(({ isTrue }) => isTrue), written.filter(({ isTrue }) => !isTrue)]

  test(`of statements about made ${name} dialogues that were altered, at most two in a hundred pass`, () => {
    assert.ok(altered.length >= LEAST_CASES)
    assert.ok(altered.filter((one) => isPassed(language, one)).length <= 0.02 * altered.length)
  })

  test(`of true ones in a clinician's ${name}, at least nine in ten pass`, () => {
    assert.ok(trueOnes.length >= LEAST_CASES)
    assert.ok(trueOnes.filter((one) => isPassed(language, one)).length >= 0.9 * trueOnes.length)
  })
}

const said = (...turns: [Speaker, string][]) =>
  turns.map(([speaker, text], at): Item => ({ id: `i${at + 1}`, speaker, text, startMs: 0, endMs: 0, words: [] }))

test('a quotation stands by who said it, whole, and with its denial', () => {
  const items = said(['doctor', 'Vous avez mal ?'], ['patient', "Non, je n'ai pas mal à la tête."])
  for (const [text, isRight] of [
    ["Patient : « Non, je n'ai pas mal à la tête. »", true],
    ["Médecin : « Non, je n'ai pas mal à la tête. »", false],
    ['Patient : « mal à la tête »', false],
    ['Patient : « Vous avez mal ? »', false],
    ["Début : « Non, je n'ai pas mal à la tête. »", false],
  ] as const)
    assert.equal(isPassed('fr', { text, items }), isRight, text)
})

test('a denial that was asked for stands with its question alone', () => {
  const items = said(['doctor', '¿Tiene fiebre?'], ['patient', 'No.'])
  assert.ok(isPassed('es', { text: 'Sin fiebre.', items }))
  assert.ok(!isPassed('es', { text: 'Sin fiebre.', items }, ['i2']))
  assert.ok(!isPassed('es', { text: 'Fiebre.', items }))
})

test('what is in the conversation and not in the cited items proves nothing', () => {
  const items = said(['patient', 'Tomo enalapril.'], ['patient', 'Tengo tos.'])
  assert.ok(!isPassed('es', { text: 'Toma enalapril.', items }, ['i2']))
})

test('codes have no proof in these languages, and a note of another conversation’s language is read by its numbers and medicines', () => {
  const items = said(['patient', 'I have had diabetes for 3 years.'])
  const coded = {
    text: 'x',
    evidence: ['i1'],
    support: 'derived' as const,
    attributes: { system: 'ICD-10-CM', code: 'E11.9' },
  }
  assert.ok(!stands(coded, { kind: 'icd_codes', language: 'fr' }, items))
  const of = (text: string) =>
    stands({ text, evidence: ['i1'], support: 'derived' }, { kind: '', language: 'fr', heardIn: 'en' }, items)
  assert.ok(of('Diabète depuis 3 ans.'))
  assert.ok(!of('Diabète depuis 4 ans.'))
})
