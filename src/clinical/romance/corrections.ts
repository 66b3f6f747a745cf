import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { isWord, type Token } from './words.ts'

/** "C'est le genou droit, non, le gauche.": the token from which a sentence takes back what it said before; else undefined. */
export function correctionIn({ tokens }: Sentence, { corrects }: RomanceLanguage): number | undefined {
  const at = tokens.findIndex((token, index) => {
    if (index < 2 || index >= tokens.length - 2 || isWord(tokens[index - 1] as Token) || !isWord(token)) return false
    const said = (count: number) =>
      tokens
        .slice(index, index + count)
        .filter(isWord)
        .map(({ word }) => word)
        .join(' ')
    return [3, 2, 1].some((count) => corrects.test(said(count)))
  })
  return at < 0 ? undefined : at
}
