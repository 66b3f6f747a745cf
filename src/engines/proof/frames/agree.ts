import { clauseAt } from '../../../clinical/en/facts/sentence.ts'
import { isNegator } from '../../../clinical/en/words.ts'
import type { Amount } from './amounts.ts'
import { type Manner, mannerOf } from './manner.ts'
import type { Meaning } from './passage.ts'

/** Sorts that are neither there nor denied: what is said of them is. */
const NEUTRAL: ReadonlySet<string> = new Set(['part', 'side', 'amount', 'person', 'time'])
/** Words that only join others. */
const JOINING = /^(?:ADP|SCONJ|CCONJ|DET|PART)$/

/** Whether the evidence says something as the statement does: of the same person, there or not, as surely, and then or now. */
export function agrees(stated: Meaning, said: Meaning): boolean {
  if ([...stated.sorts].some((sort) => NEUTRAL.has(sort)) || isJoining(stated)) return true
  const [own, other] = [mannerOf(stated), mannerOf(said)]
  if (hasShown(stated) && isWanted(said, other)) return false
  // Whoever declines says no by it.
  if (stated.keys.has('action: decline')) return isSamePerson(own, other)
  return (
    (isSamePerson(own, other) || isDoneFor(stated, own, other)) &&
    (isSamePolarity(own, other) ||
      own.isEither ||
      isOfGivenUp(stated) ||
      (own.isDenied && isCircumstance(stated)) ||
      (other.isDenied && said.sorts.has('test') && isCircumstance(said)) ||
      (own.isDenied && isUseless(said)) ||
      isOfLooking(stated, said)) &&
    isAsSure(stated, own, other) &&
    isSameTime(stated, said, own, other)
  )
}

const isJoining = ({ passage: { sentence, words }, start, end }: Meaning) =>
  end === start + 1 && JOINING.test(sentence.tokens[words[start]?.token ?? 0]?.pos ?? '')

/** "Neither the X-ray nor the scan showed anything": they were made. */
function isOfLooking({ sorts }: Meaning, { passage: { sentence, words }, start }: Meaning): boolean {
  const verb = sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]?.verb
  return (
    sorts.has('test') && verb !== undefined && /^(?:show|reveal|find|see|demonstrate|suggest|pick)$/.test(verb.lemma)
  )
}

/** "The echocardiogram showed". */
const hasShown = (stated: Meaning) =>
  stated.passage.meanings.some((each) => each.start === stated.start && isOfLooking(each, each))

/** "I want an echo": it has shown nothing yet. */
const isWanted = ({ passage: { sentence, words }, start }: Meaning, { isFuture }: Manner) =>
  isFuture ||
  /^(?:want|order|book|arrange|request|need)$/.test(
    sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]?.verb?.lemma ?? '',
  )

const BEFORE = /^(?:with|on|in|at|by|during|after|from)$/

/** "No fracture on X-ray", "no improvement with physiotherapy": what is denied is not this. */
function isCircumstance({ passage: { words, sentence }, start, sorts }: Meaning): boolean {
  if (sorts.has('finding')) return false
  for (let at = start - 1; at >= Math.max(1, start - 3); at--) {
    if (BEFORE.test(words[at]?.text ?? '')) return true
    if (!/^(?:DET|ADJ|NOUN|PRON|PROPN|ADV)$/.test(sentence.tokens[words[at]?.token ?? 0]?.pos ?? '')) return false
  }
  return false
}

/** "Antibiotics won't help": they are not given. */
function isUseless({ sorts, passage: { sentence, words }, start }: Meaning): boolean {
  const verb = sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]?.verb
  return (
    sorts.has('medicine') && verb?.isNegated === true && verb.modals.length > 0 && /^(?:help|work|do)$/.test(verb.lemma)
  )
}

/** A medicine that is not borne, stopped or refused is neither taken nor denied: the word for it says how it stands. */
const isDenial = ({ passage: { words }, start, end }: Meaning) =>
  words.slice(start, end).some(({ text }) => isNegator(text))

const isOfGivenUp = ({ passage, segment, sorts }: Meaning) =>
  passage.meanings.some(
    (each) =>
      (each.segment === segment || (each.segment === segment - 1 && isBare(passage, segment))) &&
      each.poles.some(({ key }) =>
        sorts.has('medicine') ? GIVEN_UP.test(key) : key === 'action: avoid' && !isDenial(each),
      ),
  )
/** "Avoid sports and aspirin": the second goes with the first. */
const isBare = ({ words, sentence }: Meaning['passage'], segment: number) =>
  words.every((word) => word.segment !== segment || !/^(?:VERB|AUX)$/.test(sentence.tokens[word.token]?.pos ?? ''))
export const GIVEN_UP = /^action: (?:stop|hold|decline|avoid|allergy|intolerance|switch)$/

/** "They switched me", "he wants to scan it": what others do for the patient. */
const isDoneFor = ({ sorts }: Meaning, { persons: [own] }: Manner, { persons, isFuture }: Manner) =>
  own === 'patient' &&
  persons.includes('other') &&
  (sorts.has('test') || sorts.has('action') || isFuture) &&
  !sorts.has('medicine') &&
  !sorts.has('finding')

const isSamePerson = ({ persons: own }: Manner, { persons }: Manner) =>
  own.some((person) => persons.includes(person)) ||
  (own[0] === 'family' && persons.some((person) => !/^(?:patient|clinician|other)$/.test(person)))

function isSamePolarity(own: Manner, other: Manner): boolean {
  // "No longer takes it", of what is denied today.
  if (own.isPast && other.isDenied && other.isPast) return true
  if (own.isDeclined || other.isDeclined) {
    return (own.isDeclined || own.isDenied) === (other.isDeclined || other.isDenied)
  }
  return own.isDenied === other.isDenied
}

function isAsSure(stated: Meaning, own: Manner, other: Manner): boolean {
  if (other.isDeclined) return true
  const isHeld = own.certainty === 'open' || hasCondition(stated)
  if (other.isConditional && !isHeld && own.certainty === 'certain') return false
  if (other.certainty === 'open') return isHeld
  if (other.certainty === 'possible') return own.certainty !== 'certain' || own.isDenied || isHeld
  return (
    own.certainty !== 'possible' || FITS.test(stated.passage.sentence.said) || other.isOpinion || own.isDenied || isHeld
  )
}

/** A result that fits with what it is said to be. */
const FITS = /\b(?:consistent with|in keeping with|compatible with|suggest\w*|indicat\w+|features of)\b/

const CONDITION =
  /\b(?:if|unless|in case|when|whenever|should|as needed|as required|safety net\w*|precautions|return|with worsening|until)\b/
const hasCondition = ({ passage: { sentence } }: Meaning) => CONDITION.test(sentence.said)

const PAST =
  /\b(?:previous\w*|prior|past|history|childhood|former\w*|ex|ago|had|was|were|as a child|outgrew|outgrown|(?:19|20)\d\d|quit|stopped|no longer|used to|last|until|as an? \w+|in (?:his|her|their) \w+|(?:19|20)?\d0s|ha(?:s|ve) (?:been )?\w+ed|discontinued|gave up|ceased|gone|resolved|switched|changed)\b/
/** What is done to somebody, and not by deciding it: "sertraline started" is a plan, "stitches removed" is none. */
const DONE =
  /^(?:give|do|remove|perform|carry|undergo|have|receive|administer|complete|attend|vomit|call|see|take|inject|scan|operate|drain|insert|excise|pass|resolve|repair|test|find|show|confirm|experience|develop|report|bleed|fall|feel|get|eat|drink)$/

/** "Your ECG was normal": a result is told as it was read, unless an earlier time is named. */
const isReadOut = ({ passage: { sentence, meanings }, segment }: Meaning) =>
  sentence.speaker === 'doctor' &&
  meanings.some((each) => each.segment === segment && each.sorts.has('test')) &&
  !/\b(?:ago|last|previous\w*|before|earlier|used to|back then|yesterday|in (?:19|20)\d\d)\b/.test(sentence.said)

function isSameTime(stated: Meaning, said: Meaning, own: Manner, other: Manner): boolean {
  // An allergy of long ago is one today.
  if (stated.passage.meanings.some(({ poles }) => poles.some(({ key }) => key === 'action: allergy'))) return true
  const { sentence, words } = stated.passage
  const token = words[stated.start]?.token ?? 0
  if (other.isPast && !other.isFuture && isReadOut(said)) return true
  if (other.isPast && !other.isFuture) return own.isPast || own.isDenied || PAST.test(sentence.said)
  const verb = sentence.clauses[clauseAt(sentence, token)]?.verb
  const isOwnVerb = verb !== undefined && token >= verb.start && token < verb.end
  const isDone =
    isOwnVerb && !/\bto be\b/.test(sentence.said)
      ? (verb.isPast || isPerfect(sentence, verb)) && DONE.test(verb.lemma)
      : isParticiple(stated)
  const isRepeated = stated.passage.meanings.some(({ amount }) => amount?.dimension === 'often')
  return isRepeated || !(other.isFuture && isDone && verb?.modals.length !== 1)
}

const isPerfect = ({ tokens }: Meaning['passage']['sentence'], { start, head }: { start: number; head: number }) =>
  head > start && /^(?:has|have|had)$/.test(tokens[start]?.word ?? '')

function isParticiple({ passage: { sentence, words }, start }: Meaning): boolean {
  const token = sentence.tokens[words[start]?.token ?? 0]
  if (/\bto be\b/.test(sentence.said)) return false
  return token !== undefined && token.pos === 'VERB' && /(?:ed|en)$/.test(token.word) && DONE.test(token.lemma)
}

/** What a medicine's bare number is in, where it is not milligrams. */
const MICROGRAMS =
  /thyrox|digoxin|fentanyl|salbutamol|albuterol|flutic|beclomet|budeson|formoterol|salmeterol|tiotropium|vitamin|calciferol|cobalamin/
const UNITS_OF = /insulin|glargine|lispro|aspart|detemir|heparin|lantus|humalog|novo|levemir|tresiba/

/** Whether a number was said as the statement has it; one that was said without a unit may have the one that goes without saying. */
export function agreesOnAmount(stated: Meaning, said: Meaning): boolean {
  const [own, other] = [stated.amount, said.amount]
  if (own === undefined || other === undefined) return false
  if (!agreesOnMarker(stated, own, said, other) || isOfOtherTime(stated, said)) return false
  if (own.keys.some((key) => other.keys.includes(key))) return true
  if (own.dimension === 'over' && other.dimension === 'bare') return own.keys[0] === `${other.value}/10`
  if (own.value !== other.value) return false
  if (own.dimension === 'often' && other.dimension === 'times') return isOfPeriod(own, said)
  if (own.dimension === 'bare' && other.dimension === 'times') return isCounted(stated, said)
  if (own.dimension === 'bare') return !/^(?:often|over)$/.test(other.dimension)
  if (other.dimension !== 'bare') return isWrittenFor(own.dimension, other.dimension)
  return isImplied(stated, own, said) || (isOfSameUnit(own, said) && isSamePerson(mannerOf(stated), mannerOf(said)))
}

/** "Up at night? – Three times." */
const isOfPeriod = ({ unit = '' }: Amount, { passage: { told } }: Meaning) =>
  [...told.sentences, ...told.answer].some(({ said }) => said.split(' ').includes(unit))

/** "From three centimetres to one and a half": the unit is said once. */
const isOfSameUnit = ({ dimension }: Amount, { passage, start }: Meaning) =>
  !/^(?:mass|often|time|months|minutes|over)$/.test(dimension) &&
  passage.meanings.some((each) => each.amount?.dimension === dimension && each.start < start)

/** "I vomited twice": two episodes; "I have fallen three times": three falls. */
function isCounted({ passage: { words }, end }: Meaning, { passage }: Meaning): boolean {
  const counted = words[end]
  return (
    counted !== undefined &&
    (/^(?:episodes?|occasions?|attacks?|bouts?|times?)$/.test(counted.text) ||
      passage.words.some(({ stem }) => stem === counted.stem))
  )
}

/** "Twice a day" may be written "2 times". */
const isWrittenFor = (own: string, other: string) => own === 'times' && other === 'often'

/** "Morning and night" is twice daily. */
export function isOfDayParts(own: Meaning, { passage, sorts, start }: Meaning): boolean {
  const { amount } = own
  if (amount?.dimension !== 'often' || !sorts.has('time')) return false
  const {
    keys: [key],
  } = amount
  // "Every morning" of what is taken in the morning.
  const next = own.passage.words[own.end]
  if (key === 'often 1/day' && next && next.stem === passage.words[start]?.stem) return true
  const parts = DAY_PARTS.filter((part) => passage.words.some(({ text }) => part.test(text))).length
  return key === `often ${parts}/day` && passage.meanings.every(({ amount }) => amount?.dimension !== 'often')
}
const DAY_PARTS = [
  /^(?:mornings?|breakfast)$/,
  /^(?:noon|midday|lunch|lunchtime|afternoons?)$/,
  /^(?:nights?|evenings?|bedtime|bed)$/,
]

function isImplied(stated: Meaning, { dimension, unit = '', value }: Amount, said: Meaning): boolean {
  const written = `${stated.passage.sentence.said} ${said.passage.sentence.said}`
  switch (dimension) {
    case 'mass':
      if (/^(?:mcg|mic)/.test(unit)) return MICROGRAMS.test(written)
      return /^(?:mg|milli)/.test(unit) && !UNITS_OF.test(written)
    case 'units':
      return UNITS_OF.test(written)
    case 'celsius':
      return value >= 30 && value <= 45
    case 'fahrenheit':
      return value >= 86 && value <= 113
    case 'degrees':
    case 'percent':
    case 'tablets':
      return true
    case 'months':
      return /year|yr/.test(unit) && /\b(?:old|age|aged)\b/.test(stated.passage.sentence.said)
    default:
      return false
  }
}

const BEGINS = /\b(?:start\w*|beg[au]n\w*|onset|came on|come on|since|first|have had|has had|been)\b/

/** "Three years ago" and "for three years" are one only of what began then and goes on. */
function agreesOnMarker(stated: Meaning, own: Amount, said: Meaning, other: Amount): boolean {
  if (own.dimension !== 'time' && own.dimension !== 'months' && own.dimension !== 'minutes') return true
  if (own.marker === undefined || other.marker === undefined || own.marker === other.marker) return true
  const markers = new Set([own.marker, other.marker])
  if (!markers.has('ago')) return true
  return !markers.has('in') && BEGINS.test(`${stated.passage.sentence.said} ${said.passage.sentence.said}`)
}

/** "It was an eight, now it is a four." */
function isOfOtherTime(stated: Meaning, said: Meaning): boolean {
  const isContrast = [...said.passage.told.sentences, ...said.passage.told.answer].some(
    ({ said: text }) => /\bnow\b/.test(text) && /\bwas\b/.test(text),
  )
  if (!isContrast) return false
  const [own, other] = [tenseOf(stated), tenseOf(said)]
  return own !== undefined && other !== undefined && own !== other
}

function tenseOf({ passage: { words }, segment }: Meaning): 'now' | 'before' | undefined {
  const own = words.filter((word) => word.segment === segment).map(({ text }) => text)
  if (own.some((text) => /^(?:now|currently|is)$/.test(text))) return 'now'
  return own.some((text) => /^(?:was|were|previously|initially)$/.test(text)) ? 'before' : undefined
}
