import { readTokens, type Token } from '../../../../clinical/en/grammar/tokens.ts'
import { isBodyPart, isClinical } from '../../../../clinical/en/terms.ts'
import { isNumber, plainWords } from '../../../../clinical/en/words.ts'

/** Openers of a question that ask nothing. */
const LEAD =
  /^((okay|ok|so|and|but|now|well|alright|all right|um|uh|great|good|perfect|gotcha|yes|yeah|right|also|then|no|not|in general|let me ask you|just|i see|just a couple (of )?questions( for you)?|other than that|otherwise|any(thing| other) else|or)[,. ]+)+/
const TAIL =
  /[, ]*\b(or anything( else)?( like that)?|anything like that|or (something|nothing|stuff|things) like that|and things like that|things like that|that type of thing|at all|or not|or no|that you( have)? (noticed|know of|can think of|had)|that you know|that you can recall|you know|with (that|it|this)|(?<!(?:harm|hurt|kill|cut)(?:ing|ting)? )yourself|for you|before|recently|since(?: then)?|at the moment|just now|right|correct|okay|then|is that right|is that correct|lately|so far|(?:do|are|have|did|is|was|does)(?: not)? (?:you|it|they|he|she)(?: not)?)[, ]*$/

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
  new RegExp(
    `^you (?:do not |did not |have not |are not )?${OFTEN}(?:have|had|get|got|notice|noticed|having|getting)(?: had)? (?:any|a|an|some) (.+)$`,
  ),
  /^(?:is|are|was|were|has|have) there (?:been )?(?:any|a|an|some|no) (.+)$/,
  /^there (?:is|are|was|has been) (?:no|not any) (.+)$/,
  /^(?:what about|how about|and|any|no)( (?:any|your|the))? (.+)$/,
]
/** A question that is no more than the name of what it asks after: "Shortness of breath?" */
const VERB =
  /\b(is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|i|you|we|he|she|they|it|let|what|how|when|where|why|who|which|that|this|there|hurt|hurts|okay|ready|questions?)\b/

/** What one is, by the name of the finding. */
const STATES: Record<string, string> = {
  ...{ 'short of breath': 'shortness of breath', breathless: 'breathlessness', dizzy: 'dizziness' },
  ...{ lightheaded: 'lightheadedness', nauseous: 'nausea', nauseated: 'nausea', tired: 'tiredness' },
  ...{ constipated: 'constipation', fatigued: 'fatigue', anxious: 'anxiety', feverish: 'fever' },
}
const STATE = new RegExp(
  `^(?:(?:are|were|have|do|did) you|you (?:are|were|have|do|did) not) ${OFTEN}(?:been |feel |felt |feeling |get |getting )*(${Object.keys(STATES).join('|')})( (?:lying|walking|standing|sitting|at|on|in|with|going) (?!.*\\b(?:you|your|it)\\b).+)?$`,
)
const MOST_WORDS_OF_NAME = 12
/** "Other symptoms like fever" asks after fever. */
const SUCH_AS =
  /^(?:(?:any|other|some|symptoms?|things?|like|such as|kind of|sort of|type of|more|recent|new|of|the|your),?(?: |$))+/

/** The question in plain words, without what it opens and closes with. */
function stripQuestion(question: string): string {
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

/** The symptom, disease or habit after which a question asks; undefined where it asks for something else. */
export function findingAsked(question: string, isDenied = false): string | undefined {
  const asked = stripQuestion(question)
  const denied = isDenied
    ? /^(?:(?:have you (?:had |noticed )?|do you have |are you having |is there |are there )?(?:any|no)) (.+)$/.exec(
        question
          .toLowerCase()
          .replace(/[?.!]+$/, '')
          .replace(LEADS, '')
          .trim(),
      )?.[1]
    : undefined
  if (denied && isPlainName(denied.replace(TAIL, ''))) return denied.replace(TAIL, '').replace(/\byour\b/g, 'the')
  const [, state, how = ''] = STATE.exec(asked) ?? []
  if (state !== undefined) return `${STATES[state]}${how}`
  for (const form of ASKS_AFTER) {
    const match = form.exec(asked)?.at(-1)?.trim()
    if (match) return nameOf(match)
  }
  return nameOf(asked)
}

const LEADS = /^(?:(?:okay|ok|so|and|but|now|well|alright|all right|um|uh|great|good|right|also|then|or)[,. ]+)+/
/** What nobody denies in a note although it was asked for. */
const NO_FINDING =
  /\b(?:questions?|else|other|others|chance|idea|plans?|children|kids|siblings|pets|concerns for me|reason)\b/
/** Whatever "any" asks after, without a verb of its own: "any locking", "no thoughts of ending your life". */
const isPlainName = (name: string) =>
  !VERB.test(name) &&
  !/\b(?:in terms of|now|moving (?:on|down)|regarding|feeling)\b/.test(name) &&
  !/^(?:of|to|for|with|more|about|way|one|body)\b/.test(name) &&
  !NO_FINDING.test(name) &&
  plainWords(name).length <= MOST_WORDS_OF_NAME &&
  isNominal(name)

/** A noun with what belongs to it, or several: "find any rashes" and "similar to this headache" are none. */
function isNominal(name: string): boolean {
  const tokens = readTokens(name)
  const isGerund = ({ word }: Token) => word.endsWith('ing')
  return (
    tokens.every(
      (token) => NOMINAL.test(token.pos) || isGerund(token) || /^(?:blurred|swollen|short|not)$/.test(token.word),
    ) &&
    tokens.some((token) => /^(?:NOUN|PROPN)$/.test(token.pos) || isGerund(token)) &&
    !/^(?:ADP|CCONJ)$/.test(tokens[0]?.pos ?? '') &&
    !/^(?:similar|like|stressed|anxious|worried)$/.test(tokens[0]?.word ?? '')
  )
}
const NOMINAL = /^(?:NOUN|PROPN|ADJ|DET|CCONJ|ADP|NUM|PUNCT|PART|X|ADV|PRON|VERB)$/

function nameOf(asked: string): string | undefined {
  const name = asked.replace(SUCH_AS, '')
  if (/^(?:to|for|with)\b/.test(name)) return undefined
  return isName(name) ? name.replace(/\byour\b/g, 'the') : undefined
}

/** A symptom, a disease, a habit: a date or a name that nobody knows is told with its question. */
function isName(name: string): boolean {
  const words = plainWords(name)
  const isNamed = words.some((word) => isClinical(word) && !isBodyPart(word))
  // "Any other symptoms at all besides the pain?": after all but the pain.
  if (/^(?:at all|besides|apart from|other than)\b/.test(name)) return false
  if (/\b(?:\w+ed|done|taken|seen)$/.test(name) && !/\b(?:blurred|swollen|tired)$/.test(name)) return false
  return !VERB.test(name) && words.length <= MOST_WORDS_OF_NAME && isNamed && !words.some(isNumber)
}
