import type { Token } from './tokens.ts'

/** "It is raining", "it has been three weeks since": it stands for nothing. */
export function isExpletive(tokens: readonly Token[], at: number): boolean {
  const behind = tokens
    .slice(at, at + 7)
    .map(({ word }) => word)
    .join(' ')
  return /^it (?:is|was|has been|had been|will be|would be) (?:\w+ )?(?:difficult|hard|easy|important|possible)\b/.test(
    behind,
  )
}

/** "It eases off when I sit up", "it comes and goes", "it gets worse at night": all that the patient complains of. */
export const isFaring = (tokens: readonly Token[], at: number) =>
  /^it (?:\w+ly |just |always |then |will )?(?:eases?|eased|settles?|settled|flares?|comes? and goes?|(?:gets?|got|is getting|has got|has been getting) (?:\w+ )?(?:worse|better|bad|easier))\b/.test(
    tokens
      .slice(at, at + 8)
      .map(({ word }) => word)
      .join(' '),
  )
