/** Words for relatives, and by which pronoun one goes on about them. Written here. */
const RELATIVES: Record<string, { says: RegExp; pronoun: RegExp }> = {
  mother: { says: /mother|mom|mum|mam|mummy|mama/, pronoun: /she|her/ },
  father: { says: /father|dad|daddy|papa/, pronoun: /he|his/ },
  sister: { says: /sisters?/, pronoun: /she|her|they/ },
  brother: { says: /brothers?/, pronoun: /he|his|they/ },
  grandmother: { says: /grandmothers?|grandma|granny|gran|nana?/, pronoun: /she|her|they/ },
  grandfather: { says: /grandfathers?|grandpa|grand?dad/, pronoun: /he|his|they/ },
  parent: { says: /parents?/, pronoun: /they|he|she/ },
  aunt: { says: /aunts?|aunt(?:ie|y)/, pronoun: /she|her|they/ },
  uncle: { says: /uncles?/, pronoun: /he|his|they/ },
  cousin: { says: /cousins?/, pronoun: /he|she|they/ },
  sibling: { says: /siblings?/, pronoun: /he|she|they/ },
  daughter: { says: /daughters?/, pronoun: /she|her|they/ },
  son: { says: /sons?/, pronoun: /he|his|they/ },
  child: { says: /youngest|eldest/, pronoun: /he|his|she|her|they/ },
  nephew: { says: /nephews?/, pronoun: /he|his|they/ },
  niece: { says: /nieces?/, pronoun: /she|her|they/ },
  grandchild: { says: /grandsons?|granddaughters?|grandchild(?:ren)?/, pronoun: /he|his|she|her|they/ },
  partner: { says: /partner|boyfriend|girlfriend/, pronoun: /he|his|she|her|they/ },
  wife: { says: /wife/, pronoun: /she|her/ },
  husband: { says: /husband/, pronoun: /he|his/ },
  family: {
    says: /family(?! (?:doctor|physician|planning|medicine|practice))|relatives?/,
    pronoun: /they|there|there's|it/,
  },
}

const ANY = Object.values(RELATIVES)
  .map(({ says }) => says.source)
  .join('|')
const RELATIVE = new RegExp(`(?<![\\w-])(${ANY})(?:'s)?(?![\\w-])`, 'g')

const WHOLE = Object.entries(RELATIVES).map(([key, { says }]) => [key, new RegExp(`^(?:${says.source})$`)] as const)
const keyOf = (word: string) => WHOLE.find(([, says]) => says.test(word))?.[0] ?? 'family'

/** The relatives that a text of plain words names, in its order. */
export const relativesIn = (said: string) =>
  [...said.matchAll(RELATIVE)].map((match) => ({
    key: keyOf(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** The pronouns by which one goes on about a relative, as whole words. */
export const pronounOf = (relative: string) => new RegExp(`^(?:${RELATIVES[relative]?.pronoun.source ?? 'they'})$`)

/** The relative whom the answer to a question names: "yes, my father". */
export function relativeInAnswer(answer: string): string | undefined {
  const [, word] = new RegExp(`\\bmy (${ANY})(?: (?:has|had|did|does|and)\\b|$)`).exec(answer) ?? []
  return word === undefined ? undefined : keyOf(word)
}
