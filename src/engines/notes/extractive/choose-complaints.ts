import { findComplaints, type KnownComplaint } from '../../../clinical/en/guidance/find-complaints.ts'
import { citationsOf } from '../../../clinical/en/guidance/guidance-lines.ts'
import { readAges } from '../../../clinical/en/guidance/patient-age.ts'
import { type Ages, ANY_AGE, overlap } from '../../../clinical/en/guidance/source.ts'
import type { Material } from './fill-sections.ts'
import type { Claim } from './read-claims.ts'
import type { TopicalClaim } from './topical-claim.ts'

/** A complaint of the reference tables that the patient has, and the items that say so. */
interface Named {
  complaint: KnownComplaint
  /** The claims that say so, and the items they rest on. */
  said: Claim[]
  evidence: string[]
  weight: number
}

/** The complaints that references are given for, the others that were named, and how old the patient may be. */
export interface Chosen {
  chosen: Named[]
  others: Named[]
  ages: Ages
}

/** A reader has time for so many; the others are named in a warning. */
const MOST_COMPLAINTS = 3

/** Why the patient came weighs most, then what the clinician thinks it is, what was told unasked, and what was asked after. */
const CAME_WITH = 4
const ASSESSED = 3
const TOLD = 2
const ANSWERED = 1
/** New trouble weighs more; what is always there, what is slight, and what is reviewed, less. */
const STEP = 0.5
/** Beside the weightiest, what weighs less than this part of it is not what the visit is about. */
const LEAST_SHARE = 0.5

const NEW =
  /\b(today|yesterday|last night|this (morning|week|weekend)|since|started|began|begun|sudden(ly)?|for (the )?(last |past )?(a |an |one |two |three |four |five |six |seven |ten |few |couple of |\d+ )+(hours?|days?|weeks?)|worse|woke)\b/
const OLD =
  /\b(for years|since childhood|as a child|years ago|always (had|have)|every (winter|spring|summer|autumn|year)|usual)\b/
const SLIGHT = /\b(a (little|bit)( of)?|slightly|somewhat|sort of|kind of)\b/
/** What is answered to these is why somebody came, and what a clinician reads out as the reason. */
const OPENS =
  /\b(what brings|what's (going on|up|wrong|the matter|happening|bothering)|what (seems|happened)|how (can|may) i help|what can i do|tell me (a little (bit )?)?(about|what|more)|how (are|have) you (been )?(doing|feeling|today)|here (today )?(for|with|because|to)|(come|came|comes) in|presents?|presenting|complain(s|ing) of|coming in|seeing (you|me|us) (today )?(for|about))\b/
/** So much of a visit is its beginning. */
const OPENING = 0.15
/** A clinician says what it is, wherever it stands in the note. */
const NAMES = /\b(that's|that is|this is|it's|you have|you've got|you are having)\b/
/** Denied, told of others, or only foreseen, behind words that the sentence itself does not negate. */
const NOT_HAD =
  /\b((don't|do not|doesn't|does not|didn't|did not) (think|believe|feel like|recall|remember)|(can|could|may|might|will) make (you|people|some)|side effects?|some people|other patients|in case you|if you)\b/

/** By weight and not by count of mentions, for a patient of that age; what was denied, asked, or planned counts for nothing. */
export function chooseComplaints(material: Material): Chosen {
  const before = known.get(material.claims)
  if (before) return before
  const chosen = choose(material)
  known.set(material.claims, chosen)
  return chosen
}

/** Four documents ask for them. */
const known = new WeakMap<readonly Claim[], Chosen>()

function choose(material: Material): Chosen {
  const all = nameComplaints(material)
  const asked = material.claims.filter(({ isAnswered }) => isAnswered)
  const ages = readAges(
    [...material.items, ...asked].map(({ text }) => text),
    all.flatMap(({ said }) => said.map(({ text }) => text)),
  )
  const fitting = all.filter(({ complaint }) => isFor(complaint, ages))
  const own = fitting.filter((named) => !isPart(named, fitting))
  const most = Math.min(CAME_WITH, Math.max(0, ...own.map(({ weight }) => weight)))
  const ranked = own.filter(({ weight }) => weight >= LEAST_SHARE * most).toSorted((a, b) => b.weight - a.weight)
  const kept = new Set(ranked.slice(0, MOST_COMPLAINTS))
  return { chosen: fitting.filter((each) => kept.has(each)), others: fitting.filter((each) => !kept.has(each)), ages }
}

/** Each complaint that counts for something, with the claims that make it count. */
function nameComplaints({ claims, topical }: Material): Named[] {
  const byTold = new Map(claims.map((claim) => [claim.told, claim]))
  const mentions = findComplaints([...byTold.keys()])
  const placed = new Map(topical.map((each) => [each.claim, each]))
  const opening = new Set(claims.slice(0, Math.ceil(OPENING * claims.length)))
  return [...Map.groupBy(mentions, ({ condition }) => condition)].flatMap(([complaint, found]): Named[] => {
    const weighed = found
      .map(({ told }) => [byTold.get(told)].filter((claim) => claim !== undefined))
      .map((said) => ({ said, weight: weigh(said, placed, opening) }))
      .filter(({ weight }) => weight > 0)
    const weight = Math.max(0, ...weighed.map((one) => one.weight)) - (complaint.sort === 'lasting' ? STEP : 0)
    const said = weighed.flatMap((one) => one.said)
    return weight > 0
      ? [{ complaint, said, evidence: [...new Set(said.flatMap((claim) => claim.evidence))], weight }]
      : []
  })
}

/** How much it matters that a complaint is named here. */
function weigh(said: readonly Claim[], placed: ReadonlyMap<Claim, TopicalClaim>, opening: ReadonlySet<Claim>): number {
  const words = said.flatMap((claim) => claim.words).join(' ')
  if (NOT_HAD.test(words)) return 0
  const isReason = said.some((claim) => opening.has(claim)) && OPENS.test(words)
  const weight = isReason ? CAME_WITH : Math.max(...said.map((claim) => weighPlace(claim, placed.get(claim))))
  return weight === 0 ? 0 : weight + (NEW.test(words) ? STEP : 0) - (OLD.test(words) || SLIGHT.test(words) ? STEP : 0)
}

function weighPlace({ speaker, isAnswered, words }: Claim, told: TopicalClaim | undefined): number {
  if (told?.topic === 'complaint') return CAME_WITH
  if (told?.place === 'plan') return 0
  const isNamed = speaker === 'doctor' && !isAnswered && NAMES.test(words.join(' '))
  if (isNamed || (told?.place === 'assessment' && speaker !== 'patient')) return ASSESSED
  return isAnswered || speaker === 'doctor' ? ANSWERED : TOLD
}

const isFor = (complaint: KnownComplaint, ages: Ages) =>
  overlap(complaint.ages ?? ANY_AGE, ages) && citationsOf(complaint, ages).length > 0

/** Tiredness with a cold is a part of the cold, unless it was named first or weighs more. */
function isPart(named: Named, all: readonly Named[]): boolean {
  const before = all.slice(0, all.indexOf(named))
  return before.some((other) => named.complaint.partOf?.includes(other.complaint.name) && other.weight >= named.weight)
}
