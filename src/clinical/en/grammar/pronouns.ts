/** How a note speaks of somebody. */
export interface Pronouns {
  subject: 'he' | 'she' | 'they'
  object: string
  possessive: string
  reflexive: string
}

export const HE: Pronouns = { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' }
export const SHE: Pronouns = { subject: 'she', object: 'her', possessive: 'her', reflexive: 'herself' }
/** Where nobody said so, a note does not guess. */
export const NEUTRAL: Pronouns = { subject: 'they', object: 'them', possessive: 'their', reflexive: 'themselves' }

const OF_A_MAN =
  /\byears?[ -]old (\w+ ){0,2}(male|man|gentleman|boy|guy)\b|^(hi|hello|hey|good morning|good afternoon),? mr\b/i
const OF_A_WOMAN =
  /\byears?[ -]old (\w+ ){0,2}(female|woman|lady|girl)\b|^(hi|hello|hey|good morning|good afternoon),? (mrs|ms|miss)\b|\b(i'm|i am|she is|currently) pregnant\b|\bmy (last )?periods?\b/i

/** The patient's pronouns, where the conversation says which: "a 49-year-old female", "good morning Mr. Lee". */
export function readPronouns(texts: readonly string[]): Pronouns {
  for (const text of texts) {
    const said = text.replaceAll('-', ' ')
    if (OF_A_WOMAN.test(said)) return SHE
    if (OF_A_MAN.test(said)) return HE
  }
  return NEUTRAL
}
