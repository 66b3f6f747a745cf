import { isClinical } from '../../../../clinical/en/terms.ts'
import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'
import type { Speaker } from '../../../../domain/transcript.ts'
import type { Place } from '../cue-place.ts'
import type { Pronouns } from './pronouns.ts'
import { turnCliniciansWords, turnPatientsWords } from './turn-person.ts'

/** "Well, …", "yeah, …": a note begins behind it. A "no" in front of a sentence denies a question that is told apart. */
const OPENER =
  /^((well|yeah|yes|yep|oh|hey|um|uh|so|and|actually|like|no|nope),? )+(?=(i|i'm|i've|i'd|it|it's|he|she|they|we|my|the|that|this|there|you|your)\b)/i

/** Words that only open what the clinician says of the patient. */
const KNOWN =
  /^(i know( that)?|i see( here)?( that)?|i understand( that)?|it (looks|sounds|seems) like( that)?|(so )?you (said|mentioned|told me|were saying|know)( that)?|(and )?it says( here)?( that)?|i (saw|noticed|read|heard)( here)?( that)?|apparently|basically|obviously|again|as you know|like i said|like you said|unfortunately|of course|hopefully|then|and then|to be honest|honestly),? /i

/** What stands in front of a finding, and says only that it was looked for. */
const EXAMINED =
  /^((i'm|i am|let me|i'll|we'll) [\w' ]+? and |(now |and |then |so )*(on|in|for|with|upon) (your|the|his|her|my|this) ([\w-]+ ){0,3}(exam|examination|physical|evaluation|inspection|auscultation|palpation),? ?|(on|upon) (physical |general )?(exam|examination|inspection|auscultation|palpation),? ?)/i
const FOUND =
  /^((and )?i (do |also |just |can |could )*(hear|see|notice|appreciate|note|feel|find|noticed|heard|saw|found|appreciated)( that)?( you)?( have)?( still)?( have)?|(and )?you (do |also |still |did |just )*(have|had|are having)|(and )?there('s| is| are| was| were)( also| still)?|it (also )?(shows|showed|does show|looks like|demonstrates)( that)?( you)?( have)?( there('s| is| are))?|that (shows|showed|does show)( that)?( you)?( do)?( have)?) /i

/** How a clinician says what will be done. */
const WILL =
  /^((i'm|i am|we're|we are) (also |just |still |then )*(going to|gonna)|(i'd|i would|we'd|we would) (also |really |just |still )*(like|love) (to|for us to)|(i|we) (do |also |just |still |really |then )*(want to|wanna)|(i|we)('ll| will)|let's|let us|let me|we (can|should|need to|could)|what (i'd like|i want|we're gonna do|i'm gonna do|i would like)( to do)? is,?|my plan is to|the plan is to) (also |just |probably |then )*((go|going) (ahead )?and |be )?/i
/** What is asked of the patient. */
const ADVISES =
  /^((i'd|i would|we'd) (also |really |just )*like (for )?you to|i (do |also |just |really |still |then )*(want|need|would like|advise|encourage|recommend|ask)( for)?( that)? you( to)?|what i (want|need|would like) you to do is( to)?) /i

/** "I think this is a virus", "I believe you have strep throat": what the clinician thinks that it is. */
const THINKS =
  /^(i|we) (do |really |also )*(think|believe|suspect|feel)( that)? (this|it|that|what you have|you)('s| is|'ve| have|'ve got| have got)( probably| likely| most likely| just)* (?<article>an? |the |your |some )?(?<name>\S+)/i
/** "If you are not better in a week, come back": said to the patient, and told as it was said. */
const ON_CONDITION =
  /^(if|when|once|unless)\b.*(?<!\b(i|we|you|he|she|they|to|can|could|should|will|would|please|'ll|might|may|must) )\b(come back|call|go to|return|see me|see us|let me|let us|take|stop|drink|seek|go back)\b/i

/** A sentence of the conversation in the words of a note. `place` is where it stands, which tells what it is said for. */
export function stateSaid(text: string, speaker: Speaker, place: Place | undefined, pronouns: Pronouns): string {
  const said = text
    .replace(/[.?!]+$/, '')
    .replace(OPENER, '')
    .replace(/,? (doctor|doc|sir|ma'am)$/i, '')
    .trim()
  const told = isPatients(said, speaker, place)
    ? turnPatientsWords(said, pronouns)
    : turnClinicians(said, place, pronouns)
  return finish(told)
}

/** Where nobody knows who speaks, "I" and "my" without "you" is how a patient tells of himself. */
function isPatients(said: string, speaker: Speaker, place: Place | undefined): boolean {
  if (speaker !== 'unspecified') return speaker !== 'doctor'
  if (place !== undefined && place !== 'subjective') return false
  return /\b(i|i'm|i've|my|me)\b/i.test(said) && !/\byou(r|'re|'ve)?\b/i.test(said) && !WILL.test(said)
}

function turnClinicians(said: string, place: Place | undefined, pronouns: Pronouns): string {
  const plain = said.replace(KNOWN, '')
  if (place === 'objective') return turnCliniciansWords(stripExamined(plain), pronouns, 'the')
  if (place === 'plan')
    return ON_CONDITION.test(plain) ? tellAdvice(plain) : turnCliniciansWords(turnPlan(plain), pronouns)
  if (place === 'assessment') return turnCliniciansWords(tellOpinion(plain), pronouns)
  return turnCliniciansWords(plain, pronouns)
}

/** "Likely migraine": where what follows is a thing and not how somebody fares. */
function tellOpinion(said: string): string {
  const { article, name = '' } = THINKS.exec(said)?.groups ?? {}
  if (article === undefined && !isClinical(name.toLowerCase())) return said
  return said.replace(THINKS, 'Likely $<name>')
}

const tellAdvice = (said: string) => `Advised: ${said.charAt(0).toLowerCase()}${said.slice(1)}`

function stripExamined(said: string): string {
  const found = said.replace(EXAMINED, '').replace(EXAMINED, '')
  const named = found
    .replace(FOUND, '')
    .replace(/^your /i, '')
    .replace(/^(a|an|some|the) (?=\w+ \w)/i, '')
  return named.length > 3 ? named : said
}

/** What the clinician asks for, said to the patient: "I want you to keep a diary" is "Keep a diary." */
export function stateInstruction(text: string): string {
  const said = text
    .replace(/[.?!]+$/, '')
    .replace(OPENER, '')
    .trim()
  return finish(said.replace(ADVISES, '').replace(WILL, 'We will '))
}

function turnPlan(said: string): string {
  if (ADVISES.test(said)) return said.replace(ADVISES, 'I advised you to ')
  return said.replace(WILL, 'We will ')
}

/** Words on which no statement ends: speech broke off there. */
const LOOSE_END =
  /[\s,]+(and|or|but|so|because|the|a|an|to|of|for|with|if|that|that's|is|it's|i'm|my|your|his|her|their|then|also|like|just|um|which|when|we'll|i'll|as|on|in|at|from|about|who|okay|you know|kind of|yeah)$/i

function trimEnd(text: string): string {
  const trimmed = text.replace(/[\s,;.-]+$/, '').replace(LOOSE_END, '')
  return trimmed === text ? text : trimEnd(trimmed)
}

function finish(text: string): string {
  const printed = formatSpoken(trimEnd(text))
    .replace(/\bi\b/g, 'I')
    .replace(/\bi'(m|ve|d|ll)\b/g, "I'$1")
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
  return printed === '' ? '' : `${printed.charAt(0).toUpperCase()}${printed.slice(1)}.`
}
