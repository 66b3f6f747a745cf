import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparableWords } from '../../bench/score/comparable-words.ts'
import { scoreOrders } from '../../bench/score/orders.ts'
import { overlap, rouge } from '../../bench/score/rouge.ts'
import { numbersIn } from '../../bench/score/said-numbers.ts'
import { diarizationErrorRate } from '../../bench/score/speaker-errors.ts'
import { stem } from '../../bench/score/stem.ts'
import { unsaidNumbers } from '../../bench/score/unsupported.ts'
import { countErrors } from '../../bench/score/word-errors.ts'

test("words have the stems of Porter's paper", () => {
  const stems = {
    ...{ caresses: 'caress', ponies: 'poni', cats: 'cat', feed: 'feed', agreed: 'agre', plastered: 'plaster' },
    ...{ motoring: 'motor', conflated: 'conflat', troubled: 'troubl', sized: 'size', hopping: 'hop', falling: 'fall' },
    ...{ filing: 'file', happy: 'happi', relational: 'relat', vietnamization: 'vietnam', triplicate: 'triplic' },
    ...{ hopefulness: 'hope', goodness: 'good', revival: 'reviv', adjustment: 'adjust', adoption: 'adopt' },
    ...{ probate: 'probat', controll: 'control', roll: 'roll', flies: 'fli', dies: 'die', skies: 'sky' },
  }
  for (const [word, wanted] of Object.entries(stems)) assert.equal(stem(word), wanted, word)
})

test('ROUGE counts each word and pair as often as both texts have it, and lines by their longest common order', () => {
  assert.deepEqual(rouge('the cat sat', 'the cat sat'), { rouge1: 1, rouge2: 1, rougeLsum: 1 })
  const { rouge1, rouge2, rougeLsum } = rouge('the cat the cat', 'the cat is here')
  assert.equal(rouge1, 0.5)
  assert.equal(rouge2, 1 / 3)
  assert.equal(rougeLsum, 0.5)
  assert.equal(rouge('sat cat', 'cat\nsat').rougeLsum, 1)
  assert.equal(rouge('sat cat', 'cat sat').rougeLsum, 0.5)
  assert.deepEqual(rouge('', 'cat'), { rouge1: 0, rouge2: 0, rougeLsum: 0 })
  assert.equal(overlap(['a', 'a'], ['a']), 2 / 3)
})

test('an order is found once, under its type, where half of its words are there', () => {
  const order = (order_type: string, description: string) => ({ order_type, description, reason: null })
  const gold = { a: [order('medication', 'ibuprofen 400 mg as needed'), order('lab', 'complete blood count')] }
  const same = scoreOrders(gold, { a: [order('medication', 'ibuprofen 400 mg'), order('lab', 'chest x-ray')] })
  assert.deepEqual(same, { precision: 0.5, recall: 0.5, f1: 0.5 })
  assert.equal(scoreOrders(gold, { a: [order('imaging', 'complete blood count')] }).f1, 0)
  const twice = [order('lab', 'complete blood counts'), order('lab', 'complete blood count')]
  assert.deepEqual(scoreOrders(gold, { a: twice }), { precision: 0.5, recall: 0.5, f1: 0.5 })
  assert.equal(scoreOrders(gold, {}).recall, 0)
})

test('what is missed, invented or given to another is a diarization error, whatever the voices are called', () => {
  const turn = (speaker: string, start: number, end: number) => ({ speaker, start, end })
  const given = [turn('doctor', 0, 4), turn('patient', 4, 8)]
  const rate = (...found: ReturnType<typeof turn>[]) => diarizationErrorRate(given, found, 10, 0)
  assert.equal(rate(turn('1', 0, 4), turn('0', 4, 8)), 0)
  assert.equal(rate(turn('1', 0, 8)), 0.5)
  assert.equal(rate(turn('1', 0, 4)), 0.5)
  assert.equal(rate(turn('1', 0, 4), turn('0', 4, 10)), 0.25)
  assert.equal(rate(turn('1', 0, 4.2), turn('0', 4.2, 8)), 0.025)
  assert.equal(diarizationErrorRate(given, [turn('1', 0, 4.2), turn('0', 4.2, 8)], 10, 0.25), 0)
})

test('words are compared as they are said: contractions opened, fillers left out, numbers digit by digit', () => {
  assert.deepEqual(comparableWords("Um, I can't take 25mg – it's twenty-five!"), [
    ...['i', 'can', 'not', 'take', '2', '5', 'milligrams', 'it', 'is', '2', '5'],
  ])
  assert.deepEqual(comparableWords('nine oh two, oh dear'), ['9', '0', '2', '0', 'dear'])
  assert.deepEqual(countErrors('I take one tablet', 'um I take 2 of tablets'), { errors: 3, words: 4 })
})

test('numbers are the same written and said', () => {
  const same: [string, string[]][] = [
    ['120/80, 1,500 and 3.50', ['120', '80', '1500', '3.5']],
    ['a hundred and twenty over eighty', ['120', '80']],
    ['two thousand three hundred and five', ['2305']],
    ['three point five, twenty second', ['3.5', '22']],
    ['nine oh two', ['902']],
    ['in twenty twenty', ['2020']],
    ['just a second', []],
    ['the third of 4mg', ['3', '4']],
  ]
  for (const [text, numbers] of same) assert.deepEqual([...numbersIn(text)].sort(), [...numbers].sort(), text)
  assert.equal(unsaidNumbers([{ text: 'BP 120/80, pulse 70', dialogue: 'one twenty over eighty' }]), 1 / 3)
})
