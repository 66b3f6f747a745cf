import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { affirm, endOf, readInverted } from './inverted.ts'
import { plainSpeech } from './plain-speech.ts'

const AMOUNT =
  /^(?:(?:about|around|maybe|roughly|probably|like|only|just|at least|up to|over|nearly|almost|less than|more than) )*(?:\d|an?\b|half\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|once|twice|every|most|a couple|a few|couple|occasionally|sometimes|rarely|now and then)\b/

/** "Do you smoke? – Ten a day.": what is asked of is so, by as much as is answered. */
export function tellAmount(
  question: Sentence,
  [first]: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): string | undefined {
  if (
    first === undefined ||
    !/^(?:(?:and|so|okay) )*do (?:you|he|she|they) (?:\w+ )?(?:smoke|drink|vape|exercise|use|get up|walk|work|sleep|eat)\b/.test(
      question.said,
    )
  )
    return undefined
  const read = readInverted(question, asks)
  const plain = plainSpeech(first)
  const [, amount = ''] =
    /^(.+?)(?:,? (?:i|you) (?:know|guess|suppose|think|reckon)(?:,? i know)?)?[.]?$/i.exec(plain.text) ?? []
  const words = readSentence(amount, { id: first.itemId, speaker: first.speaker })
  if (read === undefined || !AMOUNT.test(words.said) || words.clauses.some(({ verb }) => verb !== undefined))
    return undefined
  const told = tellThirdPerson(words.tokens, words.clauses, answers, 0, endOf(words.tokens))
  const stated = affirm({ ...read, rest: read.rest.replace(/\b(?:much|a lot|at all|any|often)\b/g, '').trim() })
  return told && stated && `${stated} ${told.charAt(0).toLowerCase()}${told.slice(1)}`
}
