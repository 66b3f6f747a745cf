import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { endOf, readInverted } from './inverted.ts'
import { plainSpeech } from './plain-speech.ts'

const USED_TO =
  /^(?:(?:no|yes|yeah|well|oh|not any ?more|not now|i mean)[, ]+)*i used to\b,?(?: (?:but|and)\b)?[, ]*(.*)$/i
const STOPPED =
  /^(?:(?:no|well|oh|not any ?more)[, ]+)*i (?:have )?(quit|stopped|gave (?:it )?up|packed it in)\b[, ]*(?:it\b)?[, ]*(.*)$/i

/** "I stopped smoking two years ago": it stands in the answer. */
const NAMES = /^(?:\w+ing|the|my|those|these|them|that)\b/i

/** "Do you smoke? – I used to, half a pack for ten years.", "I quit. Two years ago.": what was given up stands in the question. */
export function tellGivenUp(
  question: Sentence,
  [first, ...rest]: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): { text: string; rest: Sentence[] } | undefined {
  const habit = readHabit(question, asks)
  if (first === undefined || habit === undefined) return undefined
  const used = USED_TO.exec(first.text.replace(/[.]+$/, ''))
  const stopped = STOPPED.exec(first.text.replace(/[.]+$/, ''))
  const behind = used?.[1] ?? stopped?.[2]
  if (behind === undefined || NAMES.test(behind)) return undefined
  const [next] = rest
  const more = behind === '' && next !== undefined && next.clauses.every(({ verb }) => verb === undefined)
  const how = tellHow(more && next ? next.text : behind, first, answers)
  if (how === undefined) return undefined
  const told = used ? `used to ${habit.lemma}` : `stopped ${habit.gerund}`
  return { text: `the patient ${told}${how}`, rest: more ? rest.slice(1) : rest }
}

/** Smoking, drinking, a medicine: with what is taken, where it is named. */
function readHabit(question: Sentence, asks: Voice): { lemma: string; gerund: string } | undefined {
  const read = readInverted(plainSpeech(question), asks)
  if (read === undefined || read.subject !== 'the patient') return undefined
  const lemma = read.lemma
    .replace(/ing$/, '')
    .replace(/^smok$/, 'smoke')
    .replace(/^vap$/, 'vape')
    .replace(/^tak$/, 'take')
    .replace(/^us$/, 'use')
  if (!/^(?:smoke|vape|drink|take|use)$/.test(lemma)) return undefined
  const what = read.rest
    .replace(/^(?:any|much|a lot(?: of)?|at all)\b ?/, '')
    .replace(/,? (?:at all|still|these days|now)$/, '')
  if (/^(?:take|use)$/.test(lemma) && what === '') return undefined
  const object = what === '' ? '' : ` ${what}`
  return { lemma: lemma + object, gerund: `${lemma.replace(/e$/, '')}ing${object}` }
}

/** How much, or since when; undefined where it cannot be told. */
function tellHow(text: string, { itemId, speaker }: Sentence, voice: Voice): string | undefined {
  const plain = text.replace(/[.]+$/, '').trim()
  if (plain === '') return ''
  const sentence = readSentence(`${plain}.`, { id: itemId, speaker })
  if (
    sentence.clauses.some(
      ({ verb, subject }) =>
        verb !== undefined && subject !== undefined && !/^(?:when|since|after|because)\b/i.test(plain),
    )
  )
    return undefined
  const told = tellThirdPerson(
    sentence.tokens,
    sentence.clauses,
    { ...voice, isNamed: true },
    0,
    endOf(sentence.tokens),
  )
  return (
    told &&
    `${/^(?:when|since|after|because|in|at|for|about|around|\w+ (?:years?|months?|weeks?|days?)\b)/i.test(told) ? ' ' : ', '}${told.charAt(0).toLowerCase()}${told.slice(1)}`
  )
}
