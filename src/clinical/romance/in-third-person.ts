import type { RomanceLanguage, Turned } from './romance-language.ts'
import { isWord, joinTokens, type Token } from './words.ts'

/** A patient's words of himself in the third person, where every word of them can be turned and a verb is among them. */
export function inThirdPerson(
  tokens: readonly Token[],
  speaker: 'patient' | 'doctor',
  language: RomanceLanguage,
): string | undefined {
  const plain = withoutFillers(tokens, language)
  const turned = language.turn.toThirdPerson(plain, speaker)
  if (!turned || !plain.some(({ raw, word }) => raw !== 'à' && isVerb(word, language))) return undefined
  return joinTokens(turned)
}

const isVerb = (word: string, { verbs }: RomanceLanguage) => verbs.lemmasOf(word).size > 0

/** Hesitations and openers go: at the beginning, and with the marks around them. */
function withoutFillers(tokens: readonly Token[], { fillers, openers }: RomanceLanguage): Turned[] {
  const start = tokens.findIndex((token) => isWord(token) && !fillers.test(token.word) && !openers.test(token.word))
  return tokens
    .slice(Math.max(0, start))
    .filter(
      (token, at, all) =>
        !(
          fillers.test(token.word) &&
          (at === 0 || !isWord(all[at - 1] as Token) || /^(?:euh|heu|eh)$/.test(token.word))
        ),
    )
}
