import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readDictionary } from '../../src/engines/speech/language-pack/dictionary.ts'
import { GENERAL, languagePack } from '../../src/engines/speech/pocketsphinx-process.ts'
import { alignLetters } from '../../src/engines/speech/pronunciation/align-letters.ts'
import {
  countGraphones,
  openSpeller,
  packLetters,
  readLetters,
} from '../../src/engines/speech/pronunciation/letter-model.ts'
import { pronounce } from '../../src/engines/speech/pronunciation/pronounce.ts'

const dictionary = readDictionary(await readFile(GENERAL.dictionary, 'utf8'))
const learned = readLetters(await readFile(languagePack()?.letters ?? ''))
const readWord = openSpeller(learned)
const say = (text: string) => pronounce(text, dictionary, readWord)

test('a word that the dictionary does not have is said as its letters are in words that it has', () => {
  assert.equal(say('lobectomy')[0], 'L OW B EH K T AH M IY')
  assert.match(say('colonoscopies').join(), /L OW N AH S K/)
})

test('the readings of a word are likeliest first, and their shares sum to one', () => {
  const shares = readWord('semaglutide').map(({ share }) => share)
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => b - a),
  )
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6)
})

test('initials are spelled, digits are said, and the words of a name are said one after the other', () => {
  assert.deepEqual(say('MRI'), ['EH M AA R AY'])
  assert.deepEqual(say('HbA1c')[0]?.endsWith('W AH N S IY'), true)
  assert.deepEqual(say('Ward 7')[0], 'W AO R D S EH V AH N')
  assert.ok(say("O'Brien")[0]?.startsWith('OW B R AY'))
})

test('accents are left out; other scripts cannot be said', () => {
  assert.deepEqual(say('Müller'), say('Muller'))
  assert.deepEqual(say('Иванов'), [])
})

test('what was learned of letters is read as it was written', () => {
  const entries = [...dictionary].flatMap(([word, ways]) =>
    /^[a-z]{3,4}$/.test(word) ? [{ word, phones: (ways[0] ?? '').split(' ') }] : [],
  )
  const small = countGraphones(alignLetters(entries))
  assert.deepEqual(readLetters(packLetters(small)), small)
  for (const graphone of ['c:K', 't:T', 'x:K S', 'e:']) assert.ok(small.graphones.includes(graphone), graphone)
})
