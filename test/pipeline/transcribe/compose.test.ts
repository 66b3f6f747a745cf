import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printedWords } from '../../../src/domain/transcript.ts'
import { compose } from '../../../src/pipeline/transcribe/compose.ts'
import { spoken } from '../../support/spoken-words.ts'

const HEARD = { language: 'en', isPunctuated: false }

const texts = (...said: string[]) =>
  compose(
    said.map((text, index) => ({ words: spoken(text, index * 60_000) })),
    HEARD,
  ).map(({ text }) => text)

test('a long pause and the end of a turn end a sentence', () => {
  assert.deepEqual(texts('it hurts at night [1600] mostly on the left', 'come in'), [
    'It hurts at night.',
    'Mostly on the left.',
    'Come in.',
  ])
})

test('a short pause ends a sentence only before a word that begins one', () => {
  assert.deepEqual(texts('your lungs sound clear [90] your throat is red'), [
    'Your lungs sound clear.',
    'Your throat is red.',
  ])
  assert.deepEqual(texts('i stayed at home because [90] i was ill'), ['I stayed at home because I was ill.'])
  assert.deepEqual(texts('if you are not better in a week [90] come back'), [
    'If you are not better in a week come back.',
  ])
})

test('I is a capital, alone and before an apostrophe', () => {
  assert.deepEqual(texts("today i'm better and i sleep well since i've stopped"), [
    "Today I'm better and I sleep well since I've stopped.",
  ])
})

test('what begins like a question gets a question mark', () => {
  for (const question of [
    'do you smoke',
    'okay and are you taking any medicine',
    'what medicines do you take',
    'any fever or chills',
    'how long has it hurt',
    'where does it hurt',
  ])
    assert.match(texts(question)[0] ?? '', /\?$/, question)
})

test('what only looks like a question gets none', () => {
  for (const statement of [
    'when i cough it hurts',
    'have a seat',
    'do not drive',
    'what i take is aspirin',
    'any antibiotic will upset my stomach',
  ])
    assert.match(texts(statement)[0] ?? '', /\.$/, statement)
})

test('a question and its answer are parted although nobody paused', () => {
  assert.deepEqual(texts('i see do you have any chest pain no and do you smoke yes i do'), [
    'I see.',
    'Do you have any chest pain?',
    'No.',
    'And do you smoke?',
    'Yes I do.',
  ])
})

test('a sentence is not cut where its words only look like a question', () => {
  for (const whole of [
    'i had it and i have it still',
    'we can have you come back',
    'there is no pain',
    'the pain is there',
  ])
    assert.equal(texts(whole).length, 1, whole)
})

test('what runs on without end is cut at its longest pause', () => {
  const items = texts(`${'pain '.repeat(24)}[300] ${'cough '.repeat(20).trim()}`)
  assert.deepEqual(
    items.map((text) => text.split(' ').length),
    [24, 20],
  )
})

test('every word of the engine is kept, in order, with its times and confidence', () => {
  const words = spoken("no [200] i don't smoke do you [800] sometimes at night [50] it wakes me up")
  const items = compose([{ words }], HEARD)
  assert.deepEqual(
    items.flatMap((item) => item.words),
    words,
  )
  for (const item of items) {
    assert.equal(item.text.split(' ').length, item.words.length)
    assert.deepEqual([item.startMs, item.endMs], [item.words[0]?.startMs, item.words.at(-1)?.endMs])
    assert.equal(item.confidence, 0.9)
  }
})

test('items are numbered in time order, keep the speaker, and are the same every time', () => {
  const turns = [
    { speakerLabel: 'SPEAKER_01', words: spoken(`${'word '.repeat(20)}[1600] ${'word '.repeat(20).trim()}`) },
    { speakerLabel: 'SPEAKER_02', words: spoken('okay', 1000) },
  ]
  const items = compose(turns, HEARD)
  assert.deepEqual(
    items.map(({ id, speakerLabel }) => `${id} ${speakerLabel}`),
    ['i1 SPEAKER_01', 'i2 SPEAKER_02', 'i3 SPEAKER_01'],
  )
  assert.equal(JSON.stringify(compose(turns, HEARD)), JSON.stringify(items))
})

test("an engine's own capitals and marks are left alone", () => {
  const items = compose([{ words: spoken('Dr. Osler saw me. Any pain? None [900] at all') }], {
    language: 'en',
    isPunctuated: true,
  })
  assert.deepEqual(
    items.map(({ text }) => text),
    ['Dr. Osler saw me.', 'Any pain?', 'None at all'],
  )
})

test('the points of "a.m." end a sentence only where another begins', () => {
  const heard = { language: 'en', isPunctuated: true }
  const textOf = (said: string) => compose([{ words: spoken(said) }], heard).map(({ text }) => text)
  assert.deepEqual(textOf('Come at 8 a.m. on Monday.'), ['Come at 8 a.m. on Monday.'])
  assert.deepEqual(textOf('Come at 8 a.m. Bring your pills.'), ['Come at 8 a.m.', 'Bring your pills.'])
})

test('no words give no items', () => {
  assert.deepEqual(compose([], HEARD), [])
  assert.deepEqual(compose([{ words: [] }], HEARD), [])
})

test('numbers, doses and pressures are written as clinicians do, and say which words they stand for', () => {
  const [item] = compose(
    [{ words: spoken('your blood pressure is one twenty over eighty so take ten milligrams') }],
    HEARD,
  )
  assert.equal(item?.text, 'Your blood pressure is 120/80 so take 10 mg.')
  assert.deepEqual(item?.printedFrom, [1, 1, 1, 1, 4, 1, 1, 1, 1])
  const printed = item ? printedWords(item) : []
  assert.deepEqual(printed.map(({ text, startMs }) => [text, startMs]).slice(4, 6), [
    ['120/80', 1000],
    ['so', 2000],
  ])
})

test('each language is written by its own rules, and one without rules as the engine wrote it', () => {
  const textIn = (language: string, said: string) =>
    compose([{ words: spoken(said) }], { language, isPunctuated: true }).map(({ text }) => text)
  assert.deepEqual(textIn('fr-CA', 'Elle prend dix milligrammes.'), ['Elle prend 10 mg.'])
  assert.deepEqual(textIn('es', 'Toma diez miligramos.'), ['Toma 10 mg.'])
  assert.deepEqual(textIn('de', 'Sie nimmt zehn Milligramm.'), ['Sie nimmt zehn Milligramm.'])
})
