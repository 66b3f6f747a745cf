import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { formatTokens } from '../../../../clinical/en/grammar/tokens.ts'
import { isBodyPart, isClinical } from '../../../../clinical/en/terms.ts'
import { tellFragment } from './fragment.ts'
import { startOfMatter } from './lead-in.ts'
import { tellClauses } from './tell.ts'

const PERCEIVES = /^(?:hear|see|feel|note|notice|appreciate|find|get|observe|detect|palpate|identify)$/
/** What stands in front of a finding, and says only that it was looked for. */
const LOOKED =
  /^(?:(?:and|so|now|then|okay) )*(?:(?:on|upon|with|for|in) (?:your |the |his |her |my |this |physical |general )*(?:\w+ )?(?:exam|examination|inspection|auscultation|palpation|evaluation)(?: of (?:your|the|his|her) \w+)?|(?:looking|listening|pressing|feeling) (?:at|here|in|into|to|on|over) (?:your |the |his |her )?\w+)(?: ?,)? (?=\w)/i

/** What was found, as an examination has it: "There are fine crackles on both sides.", "The lungs are clear." */
export function tellFinding(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses } = sentence
  const place = LOOKED.exec(sentence.text)?.[0].trim().replace(/,$/, '')
  const clause = perceivingOf(sentence)
  const [, none, where = ''] = UNFOUND.exec(sentence.text) ?? []
  const again = NONE_OF.exec(sentence.text)?.[1]
  const listed = again && tellFragment(readSentence(again, { id: sentence.itemId, speaker: sentence.speaker }), voice)
  if (listed) return listed
  const [, reading] = READING.exec(sentence.text) ?? []
  if (reading)
    return [
      `the ${/pressure/.test(voice.referent?.name ?? '') ? 'blood pressure' : 'reading'} is ${reading.toLowerCase()}`,
    ]
  if (none) return tellAgain(`There ${/[^s]s$/.test(none) ? 'are' : 'is'} no ${none}${where}.`, sentence, voice)
  if (clause?.verb) {
    const told = tellThirdPerson(tokens, clauses, voice, clause.verb.end, tokens.length)?.replace(POINTED, 'a ')
    if (told === undefined || told === '' || /^(?:that|you|it|a little bit of|the patient)\b|\bresults?\b/.test(told))
      return tellClauses(sentence, voice)
    const noun = tokens.slice(clause.verb.end).find(({ pos }) => pos === 'NOUN')
    const isMany = noun !== undefined && noun.word !== noun.lemma && noun.word.endsWith('s')
    const negated = clause.verb.isNegated ? ' no' : ''
    const before = place ? `${tellPlace(place)} ` : ''
    return [`${before}there ${isMany ? 'are' : 'is'}${negated} ${told.replace(/^any /, '')}`]
  }
  return (
    tellClauses(sentence, voice) ??
    tellValue(sentence, voice) ??
    tellFragment(sentence, voice) ??
    tellDictated(sentence, voice) ??
    tellUnnamed(sentence, voice) ??
    tellAsDictated(sentence)
  )
}

/** "That's one forty four over ninety two", with the cuff on. */
const READING =
  /^(?:(?:and|so|it is|it was|that is|now|we are|looking at|about|a) )*((?:one )?(?:hundred |\w+ty |\w+teen |\w+ )?(?:and )?\w+ over \w+(?: \w+)?)[.]?$/i

/** "There is no fractures no bony abnormalities". */
const NONE_OF = /^(?:(?:and|so) )*there (?:is|are|was|were) (no [\w -]+?,? (?:and |or )?no [\w -]+)[.]?$/i
/** "No glands that I can feel in the neck." */
const UNFOUND = /^no ([\w -]+?) that (?:i|we) can (?:feel|see|hear|find|detect)( [\w ,-]+?)?[.]?$/i
const tellAgain = (text: string, { itemId, speaker }: Sentence, voice: Voice) =>
  tellClauses(readSentence(text, { id: itemId, speaker }), voice)

/** "Bicarb eighteen", "sats ninety eight in air": what was read out is what is. */
function tellValue(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses } = sentence
  const number = tokens.findIndex(({ pos }) => pos === 'NUM')
  const name = tokens.slice(0, number)
  const isNamed = number > 0 && number <= 4 && name.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|DET)$/.test(pos))
  if (!isNamed || clauses.some(({ verb }) => verb !== undefined) || !/^(?:NOUN|PROPN)$/.test(name.at(-1)?.pos ?? ''))
    return undefined
  const [of, value] = [
    tellThirdPerson(tokens, clauses, voice, 0, number),
    tellThirdPerson(tokens, clauses, voice, number),
  ]
  return of && value ? [`${of} ${/[^s]s$/.test(of) ? 'are' : 'is'} ${value}`] : undefined
}

const MOST_DICTATED = 30
/** "Fixed flexion of fifteen degrees, no internal rotation": as clinicians write it, of nobody by name. */
function tellAsDictated({ tokens, said, speaker, isQuestion }: Sentence): string[] | undefined {
  const isOfFindings = said.split(' ').some((word) => isClinical(word) || isBodyPart(word))
  const isOfSomebody = tokens.some(({ pos, word }) => pos === 'PRON' && word !== 'there' && word !== 'that')
  if (/^(?:that|there)$/.test(tokens[0]?.word ?? '') || OF_HISTORY.test(said)) return undefined
  if (
    speaker !== 'doctor' ||
    isQuestion ||
    !isOfFindings ||
    isOfSomebody ||
    tokens.length > MOST_DICTATED ||
    tokens.length < 4
  )
    return undefined
  return [formatTokens(tokens)]
}

/** "It's on the left upper back, about nine millimetres across": what the clinician looks at has no other name. */
const tellUnnamed = (sentence: Sentence, voice: Voice) =>
  /^it is\b/i.test(sentence.text) && voice.referent === undefined && sentence.tokens.length > 5
    ? tellClauses(sentence, { ...voice, referent: { name: 'the finding', isPlural: false, isMedicine: false } })
    : undefined

/** "I hear fine crackles": what the clinician perceives is a finding wherever it is said. */
export const perceivingOf = ({ tokens, clauses }: Sentence) =>
  clauses.find(
    ({ verb, subject, parent, opener }) =>
      verb &&
      subject &&
      parent === undefined &&
      opener === undefined &&
      !verb.isPast &&
      /^(?:i|we)$/.test(tokens[subject.head]?.word ?? '') &&
      PERCEIVES.test(verb.lemma) &&
      verb.modals.every((modal) => modal === 'can') &&
      (/^(?:hear|appreciate|palpate|detect|identify)$/.test(verb.lemma) ||
        isOfBody(tokens.slice(verb.end, verb.end + 10))),
  )

/** "I'm seeing Ms Cooper today" finds nothing; neither does "I see you are here for your knee". */
const isOfBody = (tokens: Sentence['tokens']) =>
  !/^(?:here|you|that|where|why|how|what)$/.test(tokens[0]?.word ?? '') &&
  tokens.some(({ word }) => isClinical(word) || isBodyPart(word) || /^(?:clear|normal|anything|nothing)$/.test(word))

/** "I still hear that murmur". */
const POINTED =
  /^that (?=(?:grade |\d|\w+ )*(?:murmur|bruit|click|rub|wheeze|crackle|lump|mass|effusion|rash|lesion)\b)/i

const tellPlace = (place: string) =>
  `${place
    .replace(/\b(?:your|my)\b/gi, 'the')
    .replace(/\bexamination\b/gi, 'exam')
    .replace(/^(?:and|so|now|then|okay) /i, '')},`

const OF_HISTORY =
  /\b(?:diarrh\w+|stools?|vomit\w*|nausea|cough|fevers?|pain(?! on)|aches?|headaches?|itch\w*|dizz\w+)\b/

/** "Normal external genitalia": a finding that was dictated without a verb. */
function tellDictated(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses, said } = sentence
  const isNominal =
    /^(?:ADJ|NOUN|NUM|DET)$/.test(tokens[0]?.pos ?? '') && clauses.every(({ verb }) => verb === undefined)
  if (!isNominal || tokens.length < 3 || tokens.length > 25 || !said.split(' ').some(isClinical)) return undefined
  // "Diarrhoea, a bit of tummy pain": what the patient told is said again, and was not found.
  const isOfHistory = OF_HISTORY.test(said)
  const told = isOfHistory ? undefined : tellThirdPerson(tokens, clauses, voice, startOfMatter(sentence))
  if (told === undefined) return undefined
  return [/^(?:bloods|labs|results)\b/i.test(told) ? `the ${told.replace(',', ':')}` : `the exam shows ${told}`]
}
