import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { affirm, endOf, readInverted, wordsOf } from './inverted.ts'
import { plainSpeech } from './plain-speech.ts'

const WHEN =
  /^(?:(?:since|for|about|around|maybe|roughly|approximately|over|almost|nearly|at least|more than|less than|like|probably|only|just|every|once|twice|in|on|at|last|this|yesterday|today|fortnight|two|three|a|an|the|from|until|between|within|up to|\d)\b|\w+ (?:days?|weeks?|months?|years?|hours?|times?)\b)/i

/** "How long have you had the cough? – About three weeks.": told with the answer in its place. */
export function tellOpenQuestion(
  question: Sentence,
  answer: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): string | undefined {
  const asked = question.text.toLowerCase().replace(/[?.]+$/, '')
  const opened = WH.exec(asked)
  const [first] = answer
  // "How are the hands, any morning stiffness?" asks two things.
  if (opened === null || first === undefined || ASKS_TWICE.test(asked)) return undefined
  const plain = plainSpeech(first)
  if (
    plain.clauses.some(
      ({ verb, parent, opener }) =>
        verb &&
        parent === undefined &&
        !/^(?:because|since|when|after|before|if|while)$/.test(opener ?? '') &&
        !isShortVerb(plain),
    )
  )
    return undefined
  const words = tellThirdPerson(plain.tokens, plain.clauses, answers, 0, endOf(plain.tokens))
  if (words === undefined || words === '') return undefined
  return placeAnswer(question, opened, words, asks)
}

const isShortVerb = ({ clauses }: Sentence) =>
  clauses.length === 1 && clauses[0]?.subject === undefined && clauses[0]?.verb?.isBase !== true

/** What an open question begins with. */
export const WH =
  /^(?:(?:and|so|okay|well|but|then|or) )*(how (?:long|often|many|much|bad|severe|old|far|old are you)|what(?: \w+){0,3}?|which(?: \w+){0,2}?|where|when|since when|who(?: with)?|how|whereabouts)\b/

/** "How are the hands, any morning stiffness?" */
export const ASKS_TWICE =
  /, (?:any|and|or|is|are|do|does|have|has)\b|\band (?:what|how|where|when|do|does|did|are|is|have)\b/

function placeAnswer(
  question: Sentence,
  [whole, opener = '']: RegExpExecArray,
  answer: string,
  voice: Voice,
): string | undefined {
  const { tokens } = question
  const from = tokens.findIndex((_, at) => wordsOf(question, 0, at + 1).toLowerCase().length >= whole.length) + 1
  const said = answer.replace(/^(?:it is|it was|they are|that is|i would say|probably) /i, '')
  if (/^how (?:long|often|much|many|bad|severe|far)|^(?:since )?when$/.test(opener) && !WHEN.test(said))
    return undefined
  if (/\bif\b/.test(wordsOf(question, from, tokens.length))) return undefined
  if (/^(?:brings|brought|can i do|can we do|seems to be)/.test(wordsOf(question, from, from + 3))) return undefined
  const lasting = tellDuration(question, answer, voice)
  if (lasting) return lasting
  if (/^(?:do|did) you (?:think|feel|believe|suppose)/.test(wordsOf(question, from, from + 3).toLowerCase()))
    return undefined
  const site = nameSite(opener, wordsOf(question, from, endOf(tokens)).toLowerCase(), said)
  if (site) return site
  const read = readInverted(question, voice, from)
  if (read === undefined || /^(?:you|i|clinician)\b/.test(said)) return undefined
  const { auxiliary } = read
  if (/^(?:can|could|would|should|will)$/.test(auxiliary)) return undefined
  const rest = read.rest.replace(/\b(?:any|been going on)\b/g, (found) => (found === 'any' ? '' : found))
  const told = affirm({ ...read, rest })
  const isDuration = /^how long/.test(opener) && LASTS.test(said)
  // "What are you taking for the pain? – Nurofen, three times a day.": what is named stands at its verb.
  const [, name = said, more = ''] = /^([^,]+)(,.*)$/.exec(said) ?? []
  if (/^(?:what|which)\b/.test(opener) && rest.trim() !== '' && /^(?:for|in|at|on|with|to|as) /.test(rest.trim()))
    return affirm({ ...read, rest: `${name} ${rest.trim()}${more}` })
  return told && `${told} ${isDuration ? `for ${said}` : said}`
}

const GOES_ON =
  /\bhow long (?:has|have|had) (?:(.+?) )?(?:been )?(?:going on|bothering you|there|like (?:this|that)|happening|present|lasted)\b|^(?:and |so )*(?:since when|how long (?:is that|was that|for))\b/i

/** "How long has this been going on? – Since Labor Day.", "how long has the pain been there? – About four days." */
function tellDuration({ text }: Sentence, answer: string, voice: Voice): string | undefined {
  const opened = GOES_ON.exec(text.toLowerCase().replace(/[?.]+$/, ''))
  if (opened === null) return undefined
  const [, what = ''] = opened
  const named = /^(?:this|that|it|they|these|those|all (?:of )?this|this all|)$/.test(what)
    ? (voice.referent?.name ?? 'the symptoms')
    : what.replace(/^(?:your|this|that|the|these|those) /, 'the ')
  const isMany = /(?:[^s]s)$/.test(named)
  const [, doubt = '', long = ''] = /^(probably |maybe |i think |perhaps )?(.*?)(?: now| or so)?$/i.exec(answer) ?? []
  const since = /^(?:since|for|over|on and off)\b/i.test(long) ? long : LASTS.test(long) ? `for ${long}` : undefined
  if (since === undefined || /^i /i.test(doubt)) return undefined
  return `${named} ${isMany ? 'have' : 'has'} ${doubt.toLowerCase()}been going on ${since}`
}

const LASTS =
  /^(?:about|around|maybe|roughly|almost|nearly|over|a|an|two|three|\d|\w+ (?:days?|weeks?|months?|years?))/i
const HURTS = /^(?:does it hurt|is (?:it|the pain)|do you feel (?:it|the pain)|exactly is (?:it|the pain))/
const IS_IT = /^(?:is it|is affected|hurts|is the (?:problem|bad one|worse)|was it)\??$/

/** "Where does it hurt?", "which knee is it?": the answer names the place. */
function nameSite(opener: string, asked: string, said: string): string | undefined {
  if (/^where/.test(opener) && HURTS.test(asked))
    return `the site of the pain is ${said.replace(/^(?:in|on|at) /i, '')}`
  const affected = /^(?:which|what) (\w+)$/.exec(opener)?.[1]
  return affected && IS_IT.test(asked) ? `the affected ${affected} is ${said}` : undefined
}

/** "What dose? – Five milligrams.", "Which hand? – The left one.": a question without a verb names what its answer is. */
export function nameAnswer(
  { tokens, clauses, said }: Sentence,
  [first]: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): string | undefined {
  if (clauses.some(({ verb }) => verb) || first === undefined) return undefined
  const plain = plainSpeech(first)
  if (plain.clauses.some(({ verb }) => verb)) return undefined
  const words = tellThirdPerson(plain.tokens, plain.clauses, answers, 0, endOf(plain.tokens))
  const [, noun] = /^(?:and |so )?(?:what|which) ([\w -]+)$/.exec(said) ?? []
  if (words === undefined || tokens.length > 5) return undefined
  if (noun && /^(?:dose|strength|colour|color|time)$/.test(noun))
    return asks.referent && `the ${noun} of ${asks.referent.name} is ${words}`
  if (noun && !/^(?:about|else|happened)/.test(noun)) return `the ${noun} is ${words}`
  if (/^(?:and )?(?:since when|how long)$/.test(said)) return `the duration is ${words}`
  return undefined
}
