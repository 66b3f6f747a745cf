import { isKnownAllergen } from '../allergens.ts'
import { isMedicineName } from '../medicines.ts'
import type { Sentence } from './sentence.ts'

/** Where a substance is named in `Sentence.said`. */
export interface Place {
  text: string
  start: number
  end: number
}

const BREAKS =
  /^(?:which|that|it|they|but|because|since|when|if|as|so|although|though|i|he|she|we|you|where|who|for|from|in|with|at|on|then|while|is|are|was|were|makes?|made|gives?|gave|brings?|brought|causes?|caused|has|have|had|anyway|actually|too|also|really|either|though|unfortunately|correct|right|yes|no|not|doctor|sir|please|thank|thanks|apparently|believe|think|know|by|before|after|or else|otherwise|mildly|badly|severely|still|sometimes|always|today|though|well|just|only|me|my|mycin|am|be|been|aware|do|does|did|get|to|allergy|allergies|allergic)$/
const DETERMINERS =
  /^(?:fall|spring|summer|the|a|an|any|some|all|certain|most|things|like|as|to|other|of|um|uh|something|called|sort|kind|mycin)$/
/** Words that stand where a substance would and are none. */
const NO_SUBSTANCE =
  /^(?:medicines?|medications?|drugs?|meds|foods?|anything|something|nothing|everything|else|things?|stuff|it|that|them|those|these|this|one|ones|what|allerg(?:y|ies|ic)|known|antibiotics?|substances?|tablets?|reactions?|environmental|seasonal|severe|bad|mild|skin|season|kinds?|types?|sorts?|any|ones?|history|doctor|lot|issues?|problems?|place|time|day|times|test|tests)$/
const LONGEST = 3

/** What could be substances between two places: "peanuts, shellfish and latex" are three. */
export function substancesIn(sentence: Sentence, from: number, to: number): Place[] {
  const { tokens, offsets, said } = sentence
  const places: Place[] = []
  let open: { start: number; words: string[] } | undefined
  const close = (end: number) => {
    const words = open?.words ?? []
    const last = words.at(-1)
    if (
      open &&
      last !== undefined &&
      words.length <= LONGEST &&
      !NO_SUBSTANCE.test(last) &&
      !words.every((word) => NO_SUBSTANCE.test(word))
    ) {
      places.push({ text: words.join(' '), start: open.start, end })
    }
    open = undefined
  }
  for (const [at, { word, pos: tagged }] of tokens.entries()) {
    const pos = isKnownAllergen(word) ? 'NOUN' : tagged
    const start = offsets[at] ?? 0
    if (start < from || start >= to || !/[\p{L}\p{N}]/u.test(word)) {
      if (start >= from && /^[,;:.]$/.test(word)) close(Math.min(start, said.length))
      continue
    }
    if (DETERMINERS.test(word) && open === undefined) continue
    const isBroken =
      /^(?:and|or)$/.test(word) || BREAKS.test(word) || (pos === 'VERB' && open !== undefined) || pos === 'ADV'
    if (isBroken || (pos === 'VERB' && open === undefined)) close(start - 1)
    else if (open) open.words.push(word)
    else open = { start, words: [word] }
  }
  close(to)
  return places.map((place) => ({ ...place, end: Math.min(place.end, place.start + place.text.length) }))
}

/** A medicine, or something else that people are known to react to. */
export const isAllergen = (text: string) =>
  text.split(' ').some((word) => isMedicineName(word)) || isKnownAllergen(text)
