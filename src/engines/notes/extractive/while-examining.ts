import { isBodyPart, isClinical } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'
import { isManoeuvre, isOfVisit } from './compose/of-the-visit.ts'
import { placeOfGrammar } from './place-by-grammar.ts'
import type { Claim } from './read-claims.ts'

/** How a clinician begins to look, measure or read results out. */
const BEGINS =
  /\b(?:have|take) a (?:\w+ )?(?:look|listen|feel|peek)\b(?!.*\b(?:notes?|chart|record)\b)|\b(?:hop|pop|jump|get) (?:yourself )?(?:up )?(?:on|onto) (?:the|that|to the) (?:couch|bed|table)\b|\b(?:cuff|stethoscope|thermometer|dermatoscope|chin) (?:on|up)\b|\b(?:examine|listen to|look at) (?:you|your|the|that|this|her|his)\b|\bon (?:physical )?exam(?:ination)?\b|^(?:(?:and|so|okay|now|right|well) )*(?:(?:(?:your|the) )?(?:bloods?|results?|scans?|x ?-?rays?|tests?|labs?|obs|observations)|i (?:have|'ve) (?:got )?your (?:bloods?|results?))\b/
/** How the examined answers or is told to move, in between. */
const ASIDE = /^(?:okay|right|good|great|lovely|thank you|and|so|there we go|perfect|relax|deep breath)\b/

/**
 * What the clinician states while he looks, measures or reads results out, up to where he turns to what he thinks or to what is
 * to be done, or asks of something else: findings, whatever their words are like.
 */
export function findExamined(claims: readonly Claim[]): ReadonlySet<Claim> {
  const found = new Set<Claim>()
  let isLooking = false
  for (const claim of claims) {
    if (claim.speaker !== 'doctor') continue
    const [first] = claim.told.sentences
    const said = first?.said ?? ''
    if (claim.isAnswered) {
      isLooking &&= claim.told.sentences.some(isManoeuvre)
      continue
    }
    const place = placeOfGrammar(claim.told)
    if (BEGINS.test(said) || place === 'objective') isLooking = true
    else if (place === 'assessment' || place === 'plan') isLooking = false
    if (isLooking && first && !isOfVisit(first) && !isManoeuvre(first) && isFinding(claim)) found.add(claim)
  }
  return found
}

const YET_TO_COME =
  /\b(?:will|shall|going to|would|could|might|may|should|if|let us|let me|i want|i need|what (?:we|i) (?:do|are|am))\b/

/** It names something of the body, a number, or how something is; and not what will be. */
const isFinding = ({ words, told: { sentences } }: Claim) =>
  !ASIDE.test(words.length < 4 ? words.join(' ') : '') &&
  !YET_TO_COME.test(sentences[0]?.said ?? '') &&
  !/^(?:(?:and|so|okay|just) )*(?:continue|keep|take|stop|start|call|come back)\b/.test(words.join(' ')) &&
  !/\byou (?:said|mentioned|told|were saying)\b/.test(words.join(' ')) &&
  (words.some((word) => isClinical(word) || isBodyPart(word) || isNumber(word)) || STATES.test(words.join(' ')))
const STATES =
  /\b(?:normal|clear|fine|soft|tender\w*|positive|negative|stable|intact|equal|reactive|regular|wasted|effusion|raised|reduced|symmetrical|alert|pink|stridor|swollen|glands|murmurs?|reflex\w*|margins?|edges?|colou?rs?|shadow|pressures?|vision|detachment|range|movement|extension|flexion|healing|scar|wound|baby|tear|clean|crowded|congested|mallampati|score|thrush|events)\b/
