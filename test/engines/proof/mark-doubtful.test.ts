import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatMarkdown, type Note, type Statement, withoutDoubts } from '../../../src/domain/note.ts'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { markDoubtful } from '../../../src/engines/proof/mark-doubtful.ts'
import { derived, noteOf } from '../../support/made-record.ts'
import { heardAt } from '../../support/spoken-words.ts'

const LOW = 0.6

function doubtfulOf(statement: Statement, transcript: Transcript): string[] | undefined {
  const marked: Note = markDoubtful(noteOf('soap_note', { subjective: [statement] }), transcript)
  return marked.sections[0]?.statements[0]?.doubtful
}
const stated = (text: string, ...evidence: string[]) => derived(text, evidence)
const heard = (text: string, of: Record<string, number> = {}) => heardAt([[text, 0.95, of]])

describe('a statement is marked with the words that decide it and were not heard surely', () => {
  const cases: [what: string, statement: Statement, transcript: Transcript, doubtful: string[]][] = [
    [
      'the name of a medicine',
      stated('The patient takes metformin.', 'i1'),
      heard('I take metformin daily.', { metformin: LOW }),
      ['metformin'],
    ],
    [
      'a brand, where the statement has the generic name',
      stated('The patient takes metformin.', 'i1'),
      heard('I take Glucophage daily.', { Glucophage: LOW }),
      ['Glucophage'],
    ],
    [
      'a medicine that no list has, by the place where only one can stand',
      stated('The patient takes zibotentan 10 mg.', 'i1'),
      heard('I am taking zibotentan 10 mg.', { zibotentan: LOW }),
      ['zibotentan'],
    ],
    [
      'number and unit of a dose',
      stated('The patient takes metformin 500 mg twice a day.', 'i1'),
      heard('Metformin 500 mg twice a day.', { 500: LOW, mg: LOW, twice: LOW }),
      ['500', 'mg', 'twice'],
    ],
    [
      'a unit in other words',
      stated('The patient takes metformin 500 mg.', 'i1'),
      heard('Metformin 500 milligrams.', { milligrams: LOW }),
      ['milligrams'],
    ],
    [
      'a dose without a name',
      stated('Take 2 tablets at night.', 'i1'),
      heard('Take 2 tablets at night.', { 2: LOW, night: LOW }),
      ['2'],
    ],
    [
      'what somebody is allergic to',
      stated('The patient is allergic to peanuts.', 'i1', 'i2'),
      heardAt([
        ['Are you allergic to anything?', 0.5],
        ['Yes, peanuts.', 0.95, { peanuts: LOW, Yes: LOW }],
      ]),
      ['peanuts'],
    ],
    [
      'a habit, also beside what is harmless',
      stated('The patient smokes and drinks tea.', 'i1'),
      heard('I smoke and I drink tea.', { smoke: LOW, tea: LOW }),
      ['smoke'],
    ],
    [
      'an allergy, and not how it showed',
      stated('The patient is allergic to latex, she got a rash.', 'i1'),
      heard('I am allergic to latex, I got a rash.', { latex: LOW, rash: LOW }),
      ['latex'],
    ],
    [
      'an allergy that is a name alone',
      derived('latex', ['i1'], { type: 'allergy', name: 'latex' }),
      heard('I am allergic to latex.', { latex: LOW }),
      ['latex'],
    ],
    [
      'a habit and how much of it',
      stated('Smokes 20 cigarettes a day.', 'i1'),
      heard('I smoke 20 cigarettes a day.', { smoke: LOW, 20: LOW }),
      ['smoke', '20'],
    ],
    [
      'a bare yes to a question about a habit',
      stated('The patient smokes.', 'i1', 'i2'),
      heardAt([
        ['Do you smoke?', 0.95],
        ['Yes.', LOW],
      ]),
      ['Yes'],
    ],
    [
      'a side',
      stated('Pain in the left knee.', 'i1'),
      heard('My left knee hurts.', { left: LOW, hurts: LOW }),
      ['left'],
    ],
    [
      'a side in a joined word',
      stated('Right-sided headache.', 'i1'),
      heard('It is a right-sided headache.', { 'right-sided': LOW }),
      ['right-sided'],
    ],
    [
      'a negation',
      stated('The patient denies fever.', 'i1', 'i2'),
      heardAt([
        ['Any fever?', 0.95],
        ['No.', LOW],
      ]),
      ['No'],
    ],
    [
      'a contracted negation',
      stated('The patient does not smoke.', 'i1'),
      heard("I don't smoke.", { "don't": LOW }),
      ["don't"],
    ],
  ]
  for (const [what, statement, transcript, doubtful] of cases) {
    test(what, () => {
      assert.deepEqual(doubtfulOf(statement, transcript), doubtful)
      const sure = transcript.items.map((item) => ({
        ...item,
        words: item.words.map((word) => ({ ...word, confidence: 0.9 })),
      }))
      assert.equal(doubtfulOf(statement, { ...transcript, items: sure }), undefined, 'at 0.9')
      const silent = sure.map((item) => ({
        ...item,
        words: item.words.map(({ confidence: _, ...word }) => word),
      }))
      assert.equal(doubtfulOf(statement, { ...transcript, items: silent }), undefined, 'without confidence')
    })
  }

  test('as it is printed where several words were heard: by the least sure of them', () => {
    const { items, ...rest } = heard('Take five hundred milligrams metformin.', { hundred: LOW })
    const [item] = items
    if (!item) return assert.fail('no item')
    const printed = { ...item, text: 'Take 500 mg metformin.', printedFrom: [1, 2, 1, 1] }
    assert.deepEqual(doubtfulOf(stated('Take metformin 500 mg.', 'i1'), { ...rest, items: [printed] }), ['500'])
  })
})

describe('a statement has no mark', () => {
  const cases: [what: string, statement: Statement, transcript: Transcript][] = [
    ['when it is about something else', stated('A cough for 2 weeks.', 'i1'), heardAt([['A cough for 2 weeks.', LOW]])],
    [
      'for unsure words of its evidence that it does not say',
      stated('The patient takes metformin.', 'i1'),
      heard('I take metformin and aspirin for my left knee.', { aspirin: LOW, left: LOW }),
    ],
    [
      'when "right" is no side',
      stated('Metformin is right.', 'i1'),
      heard("That's right, metformin.", { right: LOW, "That's": LOW }),
    ],
    [
      'when a person wrote it',
      { ...stated('The patient takes metformin.', 'i1'), support: 'entered' },
      heardAt([['Metformin.', LOW]]),
    ],
    [
      'when it stands in a table',
      { ...stated('Ask about medicines such as metformin.', 'i1'), support: 'reference' },
      heardAt([['Metformin.', LOW]]),
    ],
    ['for what is drunk as advice', stated('Drink plenty of water.', 'i1'), heardAt([['Drink plenty of water.', LOW]])],
  ]
  for (const [what, statement, transcript] of cases) {
    test(what, () => assert.equal(doubtfulOf(statement, transcript), undefined))
  }
})

test('Markdown shows the mark and says once what it means; a vendor gets the document without', () => {
  const marked = { ...stated('The patient takes metformin.', 'i1'), doubtful: ['metformin'] }
  const note = noteOf('soap_note', { subjective: [marked, marked] })
  const printed = formatMarkdown(note)
  assert.match(printed, /^- The patient takes metformin\. \(\?\) check: metformin$/m)
  assert.equal(printed.split('These words decide and were not heard surely').length, 2)
  assert.doesNotMatch(formatMarkdown(withoutDoubts(note)), /\(\?\)|check/)
})
