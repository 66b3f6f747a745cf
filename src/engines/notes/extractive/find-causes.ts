import { findNames } from '../../../clinical/en/conditions.ts'
import { isNegator, plainWords } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import { fillKey, type Material } from './fill-sections.ts'
import type { Claim } from './read-claims.ts'

/** How a clinician says what it may be. */
const OPINION =
  /\b((i|we) (also |do |really )*(think|believe|suspect|wonder|feel)|(could|might|may|can) (also |still |well |just |even )*be|likely|probabl[ey]|possibl[ey]|possibility|suspect\w*|suspicious|consistent with|compatible with|suggest(s|ive)|(looks?|sounds?|seems?) (to be |more )?like|points? to(wards)?|(concerned|worried) (about|for)|differential|versus|rule out|exclude|consider|(diagnosis|impression|assessment) (is|would be|will be|includes)|(primary|main|working|first|second) diagnosis|either)\b/
/** What it is: where it stands as an assessment. */
const STATES = /^(this|that|it|you)( is|'s|'re| are| have|'ve)( probably| likely| just| got)*\b/

/** Words for causes, beside the conditions of the table. */
const CAUSE =
  /\b(\w{3,}(itis|osis|[ae]mia|oma|pathy|plegia|algia|rrhage)|syndrome|infections?|virus|viral|bacterial|fungal|fractures?|sprain|strain|tear|clots?|embol\w+|stones?|ulcers?|hernia|reflux|migraines?|allerg(y|ies|ic)|stress|tumou?rs?|cancer|growth|cyst|abscess|blockage|stroke|infarct\w*|angina|bleed(ing)?|deficiency|flu|cold|covid|malaria|typhoid|dengue|tuberculosis|tb|pregnancy|gout|asthma|copd|disease|disorder|inflammation|(trapped|pinched) nerve|dehydration|side effect|heart attack|heart failure|worms|scabies|shingles|lupus|sepsis|dementia|menopause)\b/g

/** Why somebody comes, and what the talk turns to, are no causes. */
const PROCEEDS =
  /\b(came in|comes in|presents|here (today )?(for|to|with)|sent (you|him|her|them)|talk(ed|ing)? (a little (bit )?)?(about|through)|go over|history of|year old|doing a|good job)\b/
/** It is said not to be that. */
const RULED_OUT = /\b(unlikely|ruled out|excluded|rather than|instead of|not|no evidence|no sign)\b/
/** Where a clause begins that a negation in front does not reach. */
const NEW_CLAUSE = /[,;]|\b(?:but|though|although|it could|it may|it might|i think|i suspect|more likely)\b/i
/** What a patient says of himself: "I think I have the flu". */
const OF_SELF = /\b(i (have|had|got|caught|get)|i've (got|had|caught)|my)\b/

/** Where a plan begins behind an opinion: "it is probably viral, so drink plenty". */
const PLAN_BEHIND =
  /,? (?:so|and|but|which is why)(?: that's why)? (?=(?:I|we|you|let's|I'd|I'll|we'll|we're|I'm|take|please|drink|rest|start|stop|come|keep|try)\b)/i

/** What the clinician named as possible causes, each in its own words; plans, denials and what is known are not among them. */
export function findCauses(material: Material): Statement[] {
  const { claims, topical, state } = material
  const placed = new Set(fillKey('differential_diagnosis', 'diagnoses', ['diagnoses'], material))
  const assessed = new Set(topical.filter(({ place }) => place === 'assessment').map(({ claim }) => claim))
  const named = claims.filter((claim) => {
    const isOpinion = OPINION.test(saidOf(claim))
    if (claim.isAnswered || !mayJudge(claim) || PROCEEDS.test(saidOf(claim))) return false
    if (!placed.has(claim) && !(isOpinion && claim.speaker === 'doctor')) return false
    return (isOpinion || (assessed.has(claim) && STATES.test(saidOf(claim)))) && namesCause(headOf(claim.text))
  })
  const own = named.filter((claim) => claim.speaker === 'doctor' || !OF_SELF.test(saidOf(claim)))
  return own.flatMap((claim): Statement[] => {
    const head = headOf(claim.text)
    return head === claim.text ? state(claim) : [{ text: `${head}.`, evidence: claim.evidence, support: 'verbatim' }]
  })
}

const mayJudge = ({ speaker }: Claim) => speaker === 'doctor' || speaker === 'unspecified'
const saidOf = ({ words }: Claim) => words.join(' ')

/** The opinion without the plan behind it. */
function headOf(text: string): string {
  const plan = PLAN_BEHIND.exec(text)
  return plan && OPINION.test(plainWords(text.slice(0, plan.index)).join(' ')) ? text.slice(0, plan.index) : text
}

/** True where a cause is named and not denied in its own clause. */
function namesCause(text: string): boolean {
  return text.split(NEW_CLAUSE).some((clause) => {
    const said = plainWords(clause).join(' ')
    const [first] = [
      ...findNames(said).flatMap(({ start, condition }) => (condition.sort === 'symptom' ? [] : [start])),
      ...[...said.matchAll(CAUSE)].map(({ index }) => index),
    ].toSorted((a, b) => a - b)
    if (first === undefined) return false
    const isDenied = said.slice(0, first).split(' ').some(isNegator) || RULED_OUT.test(said)
    return !isDenied
  })
}
