import { isBodyPart, isClinical } from '../terms.ts'
import type { Clause } from './clauses.ts'
import type { Token } from './tokens.ts'

/** What "it" may stand for. */
export interface Referent {
  /** "the cough" */
  name: string
  isPlural: boolean
  isMedicine: boolean
}

/** What is done to a medicine and to nothing else; and what a medicine does. */
const WITH_MEDICINE =
  /^(?:take|use|swallow|inject|apply|start|begin|stop|continue|try|finish|skip|miss|forget|double|halve|prescribe|increase|reduce|refill|keep|carry|give)$/
const OF_MEDICINE = /^(?:help|work|upset|make|cause|relieve|ease|knock|agree|run|suit|do|give|taste)$/
/** What symptoms and parts of the body do. */
const OF_SYMPTOM =
  /^(?:hurt|start|begin|come|go|last|get|feel|wake|happen|radiate|move|improve|worsen|bother|throb|itch|burn|spread|travel|ache|sting|bleed|swell|stop|keep|flare|settle|ease|shoot|disappear|return|grow|lock|click|limit|affect|prevent|interfere)$/

const OF_BODY_PART = /^(?:hurt|feel|throb|itch|burn|ache|sting|bleed|swell|lock|click|move|grow)$/

/** Whether a pronoun can stand for this: "take it" for a medicine, "it hurts" for a symptom, "they" for many. */
export function mayMean(tokens: readonly Token[], clauses: readonly Clause[], at: number, referent: Referent): boolean {
  const { word } = tokens[at] as Token
  const isMany = /^(?:they|them|these|those)$/.test(word)
  // One says "it" of headaches that come and go, and never of two medicines.
  if (isMany ? !referent.isPlural : referent.isPlural && referent.isMedicine) return false
  const clause = clauses.find(({ start, end }) => at >= start && at < end)
  const isSubject = clause?.subject?.head === at
  const lemma = clause?.verb?.lemma ?? ''
  if (!isSubject)
    return referent.isMedicine
      ? WITH_MEDICINE.test(lemma)
      : !WITH_MEDICINE.test(lemma) && tokens[at - 1]?.pos !== 'VERB'
  const isPart = isBodyPart(referent.name.split(' ').at(-1) ?? '')
  // "A sore on my heel. It's been there two weeks."
  if (lemma === 'be' && isPart && /^(?:there|here|back|gone|like)$/.test(tokens[clause?.verb?.end ?? at]?.word ?? ''))
    return false
  if (lemma === 'be')
    return fares(tokens, clause?.verb?.end ?? at) || (referent.isMedicine && isDosed(tokens, clause?.verb?.end ?? at))
  // "It goes into my neck. It eases off": the neck does not.
  if (isPart) return OF_BODY_PART.test(lemma)
  return referent.isMedicine ? OF_MEDICINE.test(lemma) : OF_SYMPTOM.test(lemma)
}

const isDosed = (tokens: readonly Token[], at: number) => tokens[at]?.pos === 'NUM'

/** How a symptom fares: "it is worse at night", "it was in my chest", "they are getting better". */
const fares = (tokens: readonly Token[], at: number) => {
  const behind = tokens
    .slice(at)
    .find(({ pos, word }) => pos !== 'ADV' || /^(?:worse|better|there|here|back|away)$/.test(word))
  if (behind === undefined || isNamed(tokens, at)) return false
  return (
    /^(?:ADP|VERB)$/.test(behind.pos) ||
    isClinical(behind.word) ||
    /^(?:bad|worse|worst|better|good|fine|okay|gone|there|back|constant|intermittent|sharp|dull|mild|moderate|severe|high|low|normal|stable|controlled|tender|tight|sore|stiff|red|hot|swollen|clear|intense|steady|same|terrible|awful|persistent|itchy|dry|wet|heavy|regular|irregular|more|less|like|painful|uncomfortable|elevated|negative|positive|present|new|different|improved|manageable|tolerable|unbearable|deep)$/.test(
      behind.word,
    )
  )
}

/** "It is a cold" says what a thing is, and not how the last one named fares. */
const isNamed = (tokens: readonly Token[], at: number) => {
  const behind = tokens.slice(at).find(({ pos }) => pos !== 'ADV')
  return behind === undefined || /^(?:DET|NOUN|PROPN)$/.test(behind.pos)
}
