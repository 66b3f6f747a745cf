import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCourse, readSentiment } from '../../../src/engines/proof/sentiment.ts'

const TURNS = [
  ['positive', 'You have been so helpful.'],
  ['positive', "No, I'm happy with that."],
  ['positive', "I'm not happy but you were really helpful."],
  ['positive', "It's not terrible, I'd say."],
  ['negative', 'I am not happy about it.'],
  ['negative', "I couldn't, I'm disappointed."],
  ['negative', 'You were friendly, but the wait was awful.'],
  ['negative', "Lovely shop, I didn't like the queue at all."],
  ['negative', 'The colours are great. I hate the menu.'],
  ['negative', 'Oh great, another form.'],
  ['positive', 'I was furious, you have been brilliant.'],
  ['positive', 'I really like the new page.'],
  ['neutral', "I'd like to change my address."],
  ['neutral', 'Have a great day.'],
  ['neutral', 'Thank you very much, good morning.'],
  ['neutral', 'I have pain in my chest and I feel sick.'],
  ['neutral', 'My test was positive.'],
  ['neutral', 'It is the worst headache of my life.'],
] as const

for (const [sentiment, text] of TURNS) {
  test(`"${text}" is ${sentiment}`, () => {
    assert.equal(readSentiment(text), sentiment)
  })
}

test('a course tells how feelings began and ended, and counts every turn', () => {
  assert.equal(
    formatCourse(['This is awful.', 'It is the fourth of May.', 'That is wonderful.']),
    'Negative at first, positive at the end. Turns: 1 negative, 1 positive, 1 neutral.',
  )
  assert.equal(formatCourse(['Hello.']), 'Neutral throughout. Turns: 0 negative, 0 positive, 1 neutral.')
})
