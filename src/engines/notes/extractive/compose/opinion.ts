import { findNames } from '../../../../clinical/en/conditions.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Clause } from '../../../../clinical/en/grammar/clauses.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { tellClauses } from './tell.ts'

const HEDGE = /^(?:probably|likely|possibly|most|perhaps|maybe|presumably)$/

/** What the clinician thinks: "The patient likely has tension headaches." */
export function tellOpinion(sentence: Sentence, voice: Voice): string[] | undefined {
  const named = tellDictated(sentence, voice) ?? tellSuspicion(sentence, voice) ?? tellCondition(sentence, voice)
  return named ? [named] : (tellDefinition(sentence, voice) ?? tellClauses(sentence, voice))
}

const MEDICAL =
  /(?:itis|osis|emia|oma|pathy|algia|virus|viral|infection|strain|sprain|cold|flu|injury|tear|syndrome|reaction|flare)$/
const DIAGNOSIS = { name: 'the diagnosis', isPlural: false, isMedicine: false }

/** "It's a contraceptive pill", "it's a type of rehydration drink": what is no illness. */
const IS_THING =
  /\b(?:pills?|tablets?|creams?|drinks?|medicines?|medications?|inhalers?|sprays?|injections?|tests?|scans?|drugs?|antibiotics?|steroids?|ointments?|antihistamines?|questions?|way|number|names?)\b/

/** "It is just a cold", "this could be a strain": what a thing is, and not how it fares. */
function tellDefinition({ tokens, clauses }: Sentence, voice: Voice): string[] | undefined {
  const clause = clauses.find(({ subject }) => subject && /^(?:it|this|that)$/.test(tokens[subject.head]?.word ?? ''))
  if (clause?.verb?.lemma !== 'be' || clause.subject === undefined || clause.parent !== undefined) return undefined
  const behind = tokens
    .slice(clause.verb.end)
    .find(({ pos, word }) => pos !== 'ADV' && !/^(?:just|only|not)$/.test(word))
  const what = tokens
    .slice(clause.verb.end)
    .map(({ word }) => word)
    .join(' ')
  const isCondition = namesIllness(what) && !IS_THING.test(what)
  if (behind === undefined || !/^(?:a|an)$/.test(behind.word) || clause.verb.isPast || !isCondition) return undefined
  const told = tellThirdPerson(tokens, clauses, voice, clause.subject.end)
  return told === undefined ? undefined : [`${DIAGNOSIS.name} ${told}`]
}

/** "I think this is tonsillitis", "it is a mild flare of your COPD", "you have gout". */
function tellCondition(sentence: Sentence, voice: Voice): string | undefined {
  const { tokens, clauses } = sentence
  const at = clauses.findIndex((clause) => isNaming(sentence, clause))
  const clause = clauses[at]
  if (clause?.verb === undefined || at > 1 || clause.verb.isNegated) return undefined
  const parent = clause.parent === undefined ? undefined : clauses[clause.parent]
  if (
    at === 1 &&
    (parent?.verb === undefined ||
      !/^(?:think|believe|suspect|feel|suppose)$/.test(parent.verb.lemma) ||
      parent.verb.isNegated)
  )
    return undefined
  const hedged = [...tokens.slice(0, clause.verb.end + 2)]
    .filter(({ word }) => HEDGE.test(word))
    .map(({ word }) => word)
  let from = clause.verb.end
  while (HEDGE.test(tokens[from]?.word ?? '') || /^(?:got|having|just|a|an)$/.test(tokens[from]?.word ?? '')) from++
  const told = tellThirdPerson(tokens, clauses, voice, from, tokens.length)
  if (told === undefined) return undefined
  if (/^(?:also )?(?:possible|likely|unlikely)\b/.test(told)) return `it is ${told}`
  if (/^(?:consistent|compatible|suggestive)\b/.test(told)) return `the presentation is ${told}`
  // "It's the diabetes and the blood pressure": what it comes from.
  if (clause.verb.lemma === 'be' && /^the\b/.test(told)) return `${DIAGNOSIS.name} is ${told}`
  const isGuess = hedged.length > 0 || (at === 1 && parent !== undefined)
  return `the patient ${isGuess ? 'likely has' : 'has'} ${articleOf(tokens, clause.verb.end, from)}${told}`
}

const articleOf = (tokens: Sentence['tokens'], from: number, to: number) =>
  tokens.slice(from, to).find(({ word }) => /^(?:a|an)$/.test(word))
    ? `${tokens.slice(from, to).find(({ word }) => /^(?:a|an)$/.test(word))?.word} `
    : ''

const DICTATED = /^(?:my |the |our )?(?:impression|assessment|diagnosis|working diagnosis)(?: is| was)?[:,]? (.+)$/i

/** "Impression stable angina." */
function tellDictated(sentence: Sentence, voice: Voice): string | undefined {
  const [, what] = DICTATED.exec(sentence.text.replace(/[.]+$/, '')) ?? []
  if (what === undefined || /^(?:and|of)\b/.test(what)) return undefined
  const { tokens, clauses } = readSentence(`${what}.`, { id: sentence.itemId, speaker: sentence.speaker })
  const told = clauses.some(({ verb }) => verb) ? undefined : tellThirdPerson(tokens, clauses, voice)
  return told && `${DIAGNOSIS.name} is ${told}`
}

const SUSPECTS =
  /^(?:(?:i|we) (?:(?:am|are) (?:thinking|wondering|worried|concerned)|think|suspect|wonder|worry|believe)(?: that| if| whether)? )?(?:it|this|that) ((?:might|may|could|would|can|will)(?: \w+)? (?:turn out to be|be)) (.+)$/i

/** "It might turn out to be migraine." */
function tellSuspicion(sentence: Sentence, voice: Voice): string | undefined {
  const [, may, what] = SUSPECTS.exec(sentence.text.replace(/[.]+$/, '')) ?? []
  if (what === undefined || !namesIllness(sentence.said)) return undefined
  const { tokens, clauses } = readSentence(`${what}.`, { id: sentence.itemId, speaker: sentence.speaker })
  const told = tellThirdPerson(tokens, clauses, voice)
  return told && `${DIAGNOSIS.name} ${may} ${told}`
}

const CAUSES =
  /^(?:and |so |the )*(?:other |another )?(?:potential |possible |likely |main )?(?:causes?|differentials?|diagnos[ie]s|explanations?) (?:is|are|could|might|may|would)\b/

/** What a clinician begins an opinion with. */
const OPINES =
  /^(?:(?:and|so|but|well|okay|honestly|now) )*(?:(?:i|we) (?:do )?(?:think|suspect|believe|reckon|wonder|feel|am (?:thinking|worried|concerned|wondering|fairly sure|pretty sure)|would say)\b|(?:my|the) (?:\w+ )?(?:impression|feeling|thinking|opinion|suspicion|worry|concern|thoughts?) (?:is|are)\b|(?:we are|you are) (?:probably |likely )?(?:dealing|looking) (?:with|at)\b|(?:it|this|that) (?:\w+ )?(?:looks?|sounds?|seems?|fits|suggests)\b)/
/** "I'm concerned this is Guillain Barre": whatever it is that he thinks. */
const THINKS_IT_IS =
  /^(?:(?:and|so|but|well) )*(?:i|we) (?:do )?(?:think|suspect|believe|am (?:worried|concerned|afraid|thinking)|are (?:worried|concerned|thinking))(?: that)? (?:it|this) (?:is|could be|may be|might be) (?!(?:\w+ )?(?:fine|okay|good|great|best|better|worse|worth|important|time|safe|ready|going|doing|right|helping|working|because|when|what|how|why|due)\b)/
const DECIDES = /\b(?:i|we|you) (?:think )?(?:should|need|could|can|ought|will|would)\b/
const ILLNESS =
  /\b(?:abscess|ulcer|clot|cyst|hernia|polyps?|detachment|dislocat\w+|ruptur\w+|torn|tore|tear|broken|broke|fractur\w+|strain\w*|sprain\w*|palsy|blockage|failure|deficiency|disease|disorder|episode|attack|relapse|withdrawal|infected|inflam\w+|trapped|nerve|virus|viral|bug|allergic|eclampsia|cancer|melanoma|tumou?r|growth|stones?|reaction|syndrome|injury|enlargement|ganglion|lipoma|spasm|wax|boil|stye|thrush|burnout|depress\w+|anxi\w+|stress|menopaus\w+|pregnan\w+)\b/

/** Whether words name an illness, known to the table of conditions or not. */
export const namesIllness = (said: string) =>
  findNames(said).length > 0 || ILLNESS.test(said) || said.split(' ').some((word) => MEDICAL.test(word))

/** True where a clinician says what the patient has. */
export const namesCondition = (sentence: Sentence) => {
  if (sentence.isQuestion) return false
  if (THINKS_IT_IS.test(sentence.said)) return true
  if ((SUSPECTS.test(sentence.text) || CAUSES.test(sentence.said)) && namesIllness(sentence.said)) return true
  if (
    (OPINES.test(sentence.said) || /^(?:looks|sounds|seems) like\b/.test(sentence.said)) &&
    !DECIDES.test(sentence.said) &&
    namesIllness(sentence.said)
  )
    return true
  const at = sentence.clauses.findIndex((clause) => isNaming(sentence, clause))
  const verb = sentence.clauses[at]?.verb
  const parent = sentence.clauses[sentence.clauses[at]?.parent ?? -1]?.verb
  return (
    at >= 0 &&
    at <= 1 &&
    verb !== undefined &&
    !sentence.isQuestion &&
    (parent === undefined || /^(?:think|believe|suspect|feel|suppose|doubt)$/.test(parent.lemma))
  )
}

/** "If you get any weakness" says nothing of what he has. */
const CONDITIONAL = /^(?:if|when|unless|whether|until|once|because|since|although)$/

/** "This is", "these are", "it is", "you have", and the name of a condition right behind. */
function isNaming(sentence: Sentence, { subject, verb, opener }: Clause): boolean {
  if (subject === undefined || verb === undefined || verb.modals.length > 0) return false
  if (CONDITIONAL.test(opener ?? '')) return false
  const who = sentence.tokens[subject.head]?.word ?? ''
  const isIt = /^(?:it|this|that|these|those)$/.test(who) && verb.lemma === 'be' && subject.end - subject.start === 1
  const isHad = /^(?:you|he|she)$/.test(who) && /^(?:have|get)$/.test(verb.lemma)
  // "This was a febrile convulsion"; "it was a cold", of back then, names nothing.
  if ((!isIt && !isHad) || (verb.isPast && !/^(?:this|that)$/.test(who))) return false
  const behind = sentence.said.slice(sentence.offsets[verb.end] ?? 0)
  if (
    /^(?:\w+ )?(?:the|your) (?:first|second|third|last|other|same|only|next|reason|thing|story|question|problem)\b/.test(
      behind,
    )
  )
    return false
  // "It's very normal to have a rash", "it's if you are coughing": nobody has what is named.
  if (
    /^(?:\w+ )?(?:normal|common|uncommon|usual|unusual|easy|hard|difficult|important|good|bad|nice|worth|if|when|because|what|why|how|where|up to)\b/.test(
      behind,
    )
  )
    return false
  // "You've had some pain in your tummy" says back what the patient has told.
  const names = findNames(behind).filter(({ condition }) => !isHad || condition.sort !== 'symptom')
  const at = names[0]?.start ?? (isHad && findNames(behind).length > 0 ? undefined : ILLNESS.exec(behind)?.index)
  return at !== undefined && behind.slice(0, at).trim().split(' ').length <= 6
}
