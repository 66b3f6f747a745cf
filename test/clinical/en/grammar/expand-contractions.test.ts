import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expandContractions } from '../../../../src/clinical/en/grammar/expand-contractions.ts'

for (const [spoken, written] of [
  ["I've had it since May and it's worse.", 'I have had it since May and it is worse.'],
  ["She's got gout, hasn't she?", 'She has got gout, has not she?'],
  ["He's been well, but he's tired.", 'He has been well, but he is tired.'],
  ["I'd stopped it, and I'd like another.", 'I had stopped it, and I would like another.'],
  ["I'm gonna order it, you can't wait.", 'I am going to order it, you cannot wait.'],
  ['we do n’t know , it ’s new', 'we do not know , it is new'],
  ["My mother's knee hurts.", "My mother's knee hurts."],
] as const)
  test(`written out: ${spoken}`, () => assert.equal(expandContractions(spoken), written))
