import type { Sentence } from '../../../clinical/en/facts/sentence.ts'
import { stem } from '../../../clinical/en/grammar/stem.ts'
import { isMedicineName } from '../../../clinical/en/medicines.ts'
import { isNegator, isNumber } from '../../../clinical/en/words.ts'

/** A word of a sentence, for comparing. */
export interface Word {
  text: string
  stem: string
  /** Its token in the sentence. */
  token: number
  /** Which stretch between commas and conjunctions it stands in, counted from 0. */
  segment: number
  /** "Painless", "non-smoker": it denies what its stem says. */
  isTurned?: boolean
  /** "Ex-smoker". */
  isCeased?: boolean
}

/** Words that deny by themselves what they are made of. */
const TURNED: Readonly<Record<string, string>> = {
  painless: 'pain',
  nontender: 'tender',
  nonsmoker: 'smoke',
  nonproductive: 'productive',
  unproductive: 'productive',
  odourless: 'smell',
  symptomless: 'symptom',
  unaided: 'aid',
  nondrinker: 'drink',
}

const BORDER = /^[,;:.()[\]–—!?]$/

/** The words of a sentence, those with a hyphen in their parts. */
export function wordsOf({ tokens }: Sentence): Word[] {
  const words: Word[] = []
  let segment = 0
  let prefix: string | undefined
  const push = (text: string, token: number) => words.push({ text, stem: stem(text), token, segment })
  for (const [token, { text, word, pos }] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(word)) {
      if (word === '/' && isDigits(tokens[token - 1]) && isDigits(tokens[token + 1])) push('/', token)
      else if (BORDER.test(text) && tokens[token + 1]?.word !== 'which') segment++
      continue
    }
    if (word === 'not' && words.at(-1)?.text === 'can' && tokens[token - 1]?.word === 'can') {
      words.pop()
      push('cannot', token - 1)
      continue
    }
    const isJoining = pos === 'CCONJ' && /^(?:and|or|but|nor)$/.test(word) && !isInNumber(tokens, token)
    if ((isJoining || /^(?:then|if|unless)$/.test(word)) && words.at(-1)?.segment === segment) segment++
    if (/^['’]s?$/.test(word)) continue
    for (const part of partsOf(word.replace(/\.$/, ''))) {
      if (/^(?:non|ex)$/.test(part) && (word !== part || tokens[token + 1]?.word === '-' || part === 'non')) {
        prefix = part
        continue
      }
      const turned = TURNED[part]
      words.push({
        text: turned ?? part,
        stem: stem(turned ?? part),
        token,
        segment,
        ...((turned !== undefined || prefix === 'non') && { isTurned: true }),
        ...(prefix === 'ex' && { isCeased: true }),
      })
      prefix = undefined
    }
  }
  return words
}

const partsOf = (word: string) =>
  isMedicineName(word)
    ? [word]
    : word
        .replace(/\+$/, '')
        .split(/-|(?<=\d)(\/)(?=\d)|\//)
        .filter((part) => part !== undefined && part !== '')

const isDigits = (token: Sentence['tokens'][number] | undefined) => /^\d/.test(token?.word ?? '')

/** "One hundred and twenty", "two and a half". */
function isInNumber(tokens: Sentence['tokens'], at: number): boolean {
  const next = tokens[at + 1]?.word === 'a' ? tokens[at + 2] : tokens[at + 1]
  return (
    isNumber(tokens[at - 1]?.word ?? '') &&
    isNumber(next?.word ?? '') &&
    /^(?:hundred|thousand|a)$/.test(tokens[at - 1]?.word ?? '') !== (tokens[at + 1]?.word === 'a')
  )
}

/** True where a way of saying something may not reach across. */
export const isBorderWord = ({ text }: Word) => isNegator(text) || /^(?:and|or|but|nor)$/.test(text)
