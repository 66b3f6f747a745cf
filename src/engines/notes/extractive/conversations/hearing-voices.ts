import { plainWords } from '../../../../clinical/en/words.ts'
import type { Item } from '../../../../domain/transcript.ts'
import { CALLS_WITNESS, COUNSEL, OFFICES } from './hearing-cues.ts'
import { voiceOf } from './sentences.ts'

/** A voice's office in court and the item that tells it. */
export interface Appearance {
  office: string
  item: Item
}

/** What an item's speaker is known by: the voice, or where voices could not be told apart the item alone. */
export const speakerKey = (item: Item) => voiceOf(item) ?? item.id

/** Who each voice is, by what it says itself; the first that tells decides. Voices that do not tell keep their label. */
export function tellAppearances(items: readonly Item[]): Map<string, Appearance> {
  const known = new Map<string, Appearance>()
  let caller: string | undefined
  for (const item of items) {
    const voice = voiceOf(item)
    const said = plainWords(item.text).join(' ')
    const isCalled = caller !== undefined && voice !== undefined && caller !== voice
    const office = readOffice(said) ?? (isCalled ? 'Witness' : undefined)
    if (office && !known.has(speakerKey(item))) known.set(speakerKey(item), { office, item })
    if (caller !== voice) caller = undefined
    if (CALLS_WITNESS.test(said)) caller = voice
  }
  return known
}

function readOffice(said: string): string | undefined {
  const office = OFFICES.find(([, cue]) => cue.test(said))?.[0]
  if (office) return office
  const party = said.match(COUNSEL)?.slice(1).find(Boolean)
  return party && `Counsel for the ${party}`
}
