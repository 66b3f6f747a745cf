import { plainWords } from '../../../../clinical/en/words.ts'
import type { Item } from '../../../../domain/transcript.ts'

/** How a note speaks of the patient. */
export interface Pronouns {
  subject: string
  object: string
  possessive: string
  reflexive: string
}

const HE: Pronouns = { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' }
const SHE: Pronouns = { subject: 'she', object: 'her', possessive: 'her', reflexive: 'herself' }
/** Where nobody said so, a note does not guess. */
const NEUTRAL: Pronouns = { subject: 'they', object: 'them', possessive: 'their', reflexive: 'themselves' }

const OF_A_MAN =
  /\byears? old (\w+ ){0,2}(male|man|gentleman|boy|guy)\b|^(hi|hello|hey|good morning|good afternoon) mr\b/
const OF_A_WOMAN =
  /\byears? old (\w+ ){0,2}(female|woman|lady|girl)\b|^(hi|hello|hey|good morning|good afternoon) (mrs|ms|miss)\b|\b(i'm|i am|she is|currently) pregnant\b|\bmy (last )?periods?\b/

/** The patient's pronouns, when the conversation says which: "a 49-year-old female", "good morning Mr. Lee". */
export function readPronouns(items: readonly Item[]): Pronouns {
  for (const { text } of items) {
    const said = plainWords(text.replaceAll('-', ' ')).join(' ')
    if (OF_A_WOMAN.test(said)) return SHE
    if (OF_A_MAN.test(said)) return HE
  }
  return NEUTRAL
}
