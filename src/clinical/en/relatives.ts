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
const SUBJECT = new RegExp(
  `^(?:(?:and|but|so|well|okay|yes|yeah|no|both|of|for|as for|in terms of) )*(?:(?:my|your|his|her|the) )?(${ANY})(?:'s)?(?![\\w-])`,
)
const SELF = /\b(i|i'm|i've|i'd|me|my|myself)\b/
/** Whoever is spoken of before a condition has it himself: "he has asthma like his mother". */
const HAS_SUBJECT = /\b(i|i'm|i've|i'd|my|you|you're|you've|your|he|he's|she|she's|patient)\b/

/** "Asthma in my mother", "diabetes: father", "runs in the family". */
const BELONGS_TO = /^\s*$|\b(in|on)( (my|your|his|her|the|both))?\s*$/

const keyOf = (word: string) =>
  Object.keys(RELATIVES).find((key) => new RegExp(`^(?:${RELATIVES[key]?.says.source})$`).test(word)) ?? 'family'

/** The relatives that a text of plain words names, in its order. */
export const relativesIn = (said: string) =>
  [...said.matchAll(RELATIVE)].map((match) => ({
    key: keyOf(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** The relative that a sentence of plain words is about. */
export function subjectOf(said: string): string | undefined {
  const [, word] = SUBJECT.exec(said) ?? []
  return word === undefined ? undefined : keyOf(word)
}

/** True when a sentence goes on about that relative: "he had diabetes". */
export function goesOnAbout(relative: string, said: string): boolean {
  const pronoun = RELATIVES[relative]?.pronoun.source ?? 'they'
  return new RegExp(`\\b(${pronoun})\\b`).test(said) && !SELF.test(said)
}

/** The pronouns by which one goes on about a relative, as whole words. */
export const pronounOf = (relative: string) => new RegExp(`^(?:${RELATIVES[relative]?.pronoun.source ?? 'they'})$`)

/** Whose the condition is that stands between these words; undefined when it is the patient's own. */
export function relativeOf(before: string, after: string): string | undefined {
  const led = relativesIn(before).at(-1)
  const [behind] = relativesIn(after)
  if (led && SELF.test(before.slice(led.end))) return undefined
  if (led) return led.key === 'family' ? (behind?.key ?? led.key) : led.key
  if (behind === undefined || HAS_SUBJECT.test(before)) return undefined
  return BELONGS_TO.test(after.slice(0, behind.start)) ? behind.key : undefined
}

/** The relative whom the answer to a question names: "yes, my father". */
export function relativeInAnswer(answer: string): string | undefined {
  const [, word] = new RegExp(`\\bmy (${ANY})(?: (?:has|had|did|does|and)\\b|$)`).exec(answer) ?? []
  return word === undefined ? undefined : keyOf(word)
}
