import type { Pronouns } from './pronouns.ts'
import { isAdverb, isPresent, toPlural, toThirdPerson } from './verbs.ts'

const CONTRACTED: Record<string, string> = { "'m": 'am', "'re": 'are', "'ve": 'have', "'d": 'would', "'ll": 'will' }

/** A word as it is printed: what it says, and the marks around it. */
interface Token {
  word: string
  mark: string
}

const tokenOf = (printed: string): Token => {
  const mark = /[.,;:!?"')]+$/.exec(printed)?.[0] ?? ''
  return { word: printed.slice(0, printed.length - mark.length), mark }
}

/** What the patient says of himself in the words of a note: "my head hurts when I bend" is "their head hurts when the patient bends". */
export function turnPatientsWords(text: string, pronouns: Pronouns): string {
  return turn(text, /^(i|i['’](m|ve|d|ll))$/i, pronouns, {
    ...{ me: pronouns.object, my: pronouns.possessive, mine: pronouns.possessive, myself: pronouns.reflexive },
    ...{ we: 'they', us: 'them', our: 'their', "we're": 'they are', "we've": 'they have', "we'll": 'they will' },
  })
}

/** What the clinician says to the patient, likewise; "your" becomes `possessive`. */
export function turnCliniciansWords(text: string, pronouns: Pronouns, possessive = pronouns.possessive): string {
  return turn(text, /^(you|you['’](re|ve|d|ll))$/i, pronouns, { your: possessive, yourself: pronouns.reflexive })
}

function turn(text: string, subject: RegExp, pronouns: Pronouns, others: Record<string, string>): string {
  const tokens = text.split(/\s+/).map(tokenOf)
  const printed: string[] = []
  let isNamed = false
  let fit = toThirdPerson
  /** Set behind a subject until its verb came; and behind a verb of the present, for one that is joined to it. */
  let awaits: 'verb' | 'joined' | undefined
  for (const [at, { word, mark }] of tokens.entries()) {
    const lower = word.toLowerCase().replace('’', "'")
    if (subject.test(lower) && !(lower === 'you' && isObject(tokens, at))) {
      const [, contracted = ''] = /('\w+)$/.exec(lower) ?? []
      const name = isNamed ? pronouns.subject : 'the patient'
      fit = name === 'they' ? toPlural : toThirdPerson
      const verb = fit(contractedVerb(contracted, tokens[at + 1]?.word.toLowerCase() ?? ''))
      printed.push(`${name}${verb && ` ${verb}`}${mark}`)
      isNamed = true
      awaits = verb === '' ? 'verb' : undefined
    } else if (lower === 'you' && subject.test('you')) printed.push(pronouns.object + mark)
    else if (Object.hasOwn(others, lower)) printed.push(others[lower] + mark)
    else if (awaits === 'verb' && !isAdverb(lower)) {
      printed.push(fit(lower) + mark)
      awaits = isPresent(lower) ? 'joined' : undefined
    } else if (awaits === 'joined' && isJoined(tokens, at)) printed.push(fit(lower) + mark)
    else printed.push(word + mark)
  }
  return printed.join(' ')
}

/** "He'd been" had been, "he'd like" would like. */
function contractedVerb(contracted: string, next: string): string {
  if (contracted === "'d" && /^(been|had|gone|seen|taken|never)$|ed$/.test(next)) return 'had'
  return CONTRACTED[contracted] ?? ''
}

/** "For you", "see you back", "give you": it is no subject when no verb can follow. */
function isObject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word.toLowerCase() ?? ''
  const next = tokens[at + 1]?.word.toLowerCase() ?? ''
  if (tokens[at]?.mark || next === '') return true
  return /^(for|to|with|of|on|see|give|get|want|refer|put|start|have|send|prescribe|keep|write|order|tell|told|ask|let|help|advise|recommend|continue|like|make|schedule|call|set|show|need|about|from|at|by|around|between|treat|seen|gave|sent|switch)$/.test(
    before,
  )
}

const JOINED_VERBS =
  /^(have|take|get|feel|go|wake|sleep|eat|drink|smoke|use|try|work|walk|run|see|think|notice|want|need|live|do|drop|know|keep|start|stop|come|put|sit|stand|lie)$/

function isJoined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word.toLowerCase() ?? ''
  const next = tokens[at + 1]?.word.toLowerCase() ?? ''
  // "Come back and see me" is said to the patient.
  if (/^(me|us)$/.test(next)) return false
  return /^(and|or|but)$/.test(before) && JOINED_VERBS.test(tokens[at]?.word.toLowerCase() ?? '')
}
