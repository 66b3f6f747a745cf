import { type Answer, readAnswer } from '../../../../clinical/en/answers.ts'
import { isBodyPart, isClinical } from '../../../../clinical/en/terms.ts'
import { isNumber, plainWords } from '../../../../clinical/en/words.ts'
import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'
import { saysEnough } from '../says-enough.ts'
import { affirm, deny, readInverted } from './inverted.ts'
import type { Pronouns } from './pronouns.ts'
import { turnCliniciansWords, turnPatientsWords } from './turn-person.ts'

/** A statement that a question and its answer make together. */
export interface Stated {
  text: string
  /** The symptom or habit that was asked after, and whether the patient has it; none for other statements. */
  finding?: string
  isPresent?: boolean
}

/** Openers of a question that ask nothing. */
const LEAD =
  /^((okay|ok|so|and|but|now|well|alright|all right|um|uh|great|good|perfect|gotcha|yes|yeah|right|also|then|no|in general|let me ask you|just|i see|just a couple (of )?questions( for you)?|other than that|otherwise|any(thing| other) else)[,. ]+)+/
const TAIL =
  /[, ]*\b(or anything( else)?( like that)?|anything like that|or (something|nothing|stuff|things) like that|and things like that|things like that|that type of thing|at all|or not|or no|that you('ve| have)? (noticed|know of|can think of|had)|that you know|that you can recall|you know|with (that|it|this)|right|correct|okay|then|is that right|is that correct|lately|so far|(?:do|are|have|did|is|was|does|don't|aren't|haven't|isn't|didn't) (?:you|it|they|he|she))[, ]*$/

const HAVE = '(?:have|get|feel (?=any|a|an|some)|notice|experience|see|suffer from|endorse)'
const HAD =
  '(?:had|noticed|experienced|felt|gotten|seen|been having|been experiencing|been feeling|been getting|noticing)'
const OFTEN = '(?:(?:ever|also|still|currently|usually|recently|actually|now) )*'
const ANY =
  '(?:any|some|a|an|any of the|any kind of|any sort of|any type of|any issues? with|any problems? with|any trouble with)?'
/** Questions after a finding; what is asked stands in the last group. */
const ASKS_AFTER = [
  new RegExp(`^(?:do|did) you ${OFTEN}${HAVE} ${ANY} ?(.+)$`),
  new RegExp(`^have you ${OFTEN}${HAD} ${ANY} ?(.+)$`),
  new RegExp(`^are you ${OFTEN}(?:having|experiencing|feeling|getting|noticing) ${ANY} ?(.+)$`),
  /^(?:is|are|was|were|has|have) there (?:been )?(?:any|a|an|some) (.+)$/,
  /^(?:what about|how about|and|any|no)( (?:any|your|the))? (.+)$/,
]
/** A question that is no more than the name of what it asks after: "Shortness of breath?" */
const VERB =
  /\b(is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|i|i'm|you're|you've|you|we|he|she|they|it|let|let's|what|how|when|where|why|who|which|that|this|there|hurt|hurts|okay|ready|questions?)\b/

/** What a question with its answer states; undefined where only both together, word for word, can be trusted. */
export function stateAnswer(question: string, answer: string, pronouns: Pronouns): Stated | undefined {
  const asked = stripQuestion(question)
  const read = readAnswer(answer)
  if (read === undefined || asked === '') return undefined
  const finding = findingOf(asked)
  const stated =
    finding === undefined
      ? (stateInverted(asked, read, pronouns) ?? stateDeclared(asked, read, pronouns))
      : stateFinding(turnCliniciansWords(finding, pronouns), read)
  return stated && withDetail(stated, read, pronouns)
}

const TELLS = /^(i|i'm|i've|i'd|it|it's|my|we|he|she|they|that|that's|the)\b/

/** A yes goes on with how: "Reports cough: only at night." Behind a no stands a sentence, or the reader has to see the words. */
function withDetail(stated: Stated, { says, detail }: Answer, pronouns: Pronouns): Stated | undefined {
  if (!saysEnough(detail.split(' '))) return stated
  const told = turnPatientsWords(detail, pronouns)
  if (TELLS.test(detail)) {
    // "Any fever? – Yes, I had a fever last night": what was asked is told again.
    const asked = stated.finding ?? stated.text
    const isRepeated = says === 'yes' && (detail.includes(asked) || /\b(some|any)thing\b/.test(asked))
    return { ...stated, text: isRepeated ? sentence(told) : `${stated.text} ${sentence(told)}` }
  }
  return says === 'no' ? undefined : { ...stated, text: formatSpoken(`${stated.text.replace(/\.$/, '')}: ${told}.`) }
}

/** The question in plain words without what it opens and closes with. */
export function stripQuestion(question: string): string {
  let asked = question
    .toLowerCase()
    .replace(/[?.!]+$/, '')
    .replace(/\s*,\s*/g, ', ')
    .trim()
    .replace(LEAD, '')
  for (let before = ''; before !== asked; ) {
    before = asked
    asked = asked.replace(TAIL, '')
  }
  return asked.trim()
}

function findingOf(asked: string): string | undefined {
  const state = STATE.exec(asked)?.[1]
  if (state !== undefined) return STATES[state]
  for (const form of ASKS_AFTER) {
    const match = form.exec(asked)?.at(-1)?.trim()
    if (match) return nameOf(match)
  }
  return nameOf(asked)
}

/** What one is, by the name of the finding. */
const STATES: Record<string, string> = {
  ...{ 'short of breath': 'shortness of breath', breathless: 'breathlessness', dizzy: 'dizziness' },
  ...{ lightheaded: 'lightheadedness', nauseous: 'nausea', nauseated: 'nausea', tired: 'tiredness' },
  ...{ constipated: 'constipation', fatigued: 'fatigue', anxious: 'anxiety', feverish: 'fever' },
}
const STATE = new RegExp(
  `^(?:are|were|have|do|did) you ${OFTEN}(?:been |feel |felt |feeling |get |getting )*(${Object.keys(STATES).join('|')})$`,
)

const MOST_WORDS_OF_NAME = 12
/** "Other symptoms like fever" asks after fever. */
const SUCH_AS =
  /^(?:(?:any|other|some|symptoms?|things?|like|such as|kind of|sort of|type of|more|recent|new|of|the),?(?: |$))+/

function nameOf(asked: string): string | undefined {
  const name = asked.replace(SUCH_AS, '')
  return isName(name) ? name : undefined
}

/** A symptom, a disease, a habit: a date or a name that nobody knows is told with its question. */
function isName(name: string): boolean {
  const words = plainWords(name)
  const isNamed = words.some((word) => isClinical(word) && !isBodyPart(word))
  return !VERB.test(name) && words.length <= MOST_WORDS_OF_NAME && isNamed && !words.some(isNumber)
}

/** A no denies the whole list; a yes to a list does not say to which of it. */
function stateFinding(finding: string, { says }: Answer): Stated | undefined {
  if (says === 'no') return { text: `Denies ${finding}.`, finding, isPresent: false }
  if (isList(finding)) return undefined
  return { text: `Reports ${finding}.`, finding, isPresent: true }
}

const isList = (text: string) => /\b(or|and)\b|,/.test(text)

/** "Do you smoke?" with a no: "The patient does not smoke." */
function stateInverted(asked: string, { says }: Answer, pronouns: Pronouns): Stated | undefined {
  const inverted = readInverted(asked, pronouns)
  if (inverted === undefined || inverted.rest === '' || (says === 'yes' && isList(inverted.rest))) return undefined
  const rest = says === 'yes' ? inverted.rest.replace(/\bany /g, '') : inverted.rest
  const told = says === 'no' ? deny(inverted, pronouns) : affirm({ ...inverted, rest }, pronouns)
  return told === undefined ? undefined : { text: sentence(told) }
}

/** "You're taking it regularly?" with a yes. A no to it is left to the reader, as is a yes to what is denied. */
function stateDeclared(asked: string, { says }: Answer, pronouns: Pronouns): Stated | undefined {
  const isDenied = /\b(not|no|never|n't)\b|n't\b/.test(asked)
  if (!/^(you|you're|you've|your)\b/.test(asked) || (says === 'no') !== isDenied) return undefined
  return { text: sentence(turnCliniciansWords(asked, pronouns)) }
}

const sentence = (text: string) =>
  formatSpoken(`${text.charAt(0).toUpperCase()}${text.slice(1).trim()}.`).replace(/\bi\b/g, 'I')
