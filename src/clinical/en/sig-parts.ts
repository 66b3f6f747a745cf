/**
 * The parts of a prescription's directions, as RxNorm and the SIG segment of NCPDP SCRIPT name them: dose, form, route,
 * frequency, duration, as needed. Matched against plain words joined by single spaces. Written here.
 */
export type SigPartName = 'dose' | 'form' | 'route' | 'frequency' | 'duration' | 'as_needed'

const DIGITS = '\\d+(?:[.,/-]\\d+)*'
const COUNTED =
  '(?:tablets?|tabs?|capsules?|caps?|pills?|puffs?|drops?|sprays?|squirts?|teaspoons?|teaspoonfuls?|tablespoons?|spoonfuls?|' +
  'patch(?:es)?|sachets?|lozenges?|suppositor(?:y|ies)|ampoules?|injections?|inhalations?|applications?|doses?|inhalers?)'
const UNIT_WORD = '(?:one|two|three|four|five|six|seven|eight|nine)'
const WORD =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|hundred|thousand|half|quarter)'
/** "Twenty five one three times" is no one number, and of "four hundred three times" the three is how often. */
const IN_ONE = `(?<!(?<!point )\\b${UNIT_WORD} ${UNIT_WORD})(?<!hundred ${UNIT_WORD}(?= (?:times|tablets?|capsules?|pills?|puffs?|drops?|sprays?)))`
const NUMBER = `(?:${DIGITS}(?: and a half)?|(?:an? (?=hundred|thousand|half|quarter))?${WORD}(?:(?: and(?: a)?| point)? ${WORD}${IN_ONE})*)`
/** "One to two", "four or six". */
const AMOUNT = `(?:${NUMBER}(?: (?:to|or) ${NUMBER})?)`

const UNIT =
  '(?:mg|milligrams?|mgs|mcg|ug|micrograms?|grams?|g|ml|mls|millilit(?:er|re)s?|cc|international units?|units?|iu|percent|' +
  'milliequivalents?|meq|millimoles?|mmol)'
const FORM =
  '(?:tablets?|capsules?|pills?|inhalers?|nebuli[sz]ers?|cream|ointment|gel|lotion|solution|suspension|syrup|shampoo|foam|patch(?:es)?|' +
  '(?:eye |ear |nose )?drops|(?:nasal |nose )?spray|injections?|suppositor(?:y|ies)|lozenges?|sachets?|powder|infusion|drip|mouthwash)'
const ROUTE =
  '(?:by mouth|orally|oral|topically|topical|intravenously|intravenous|iv|intramuscularly|intramuscular|im|subcutaneously|subcutaneous|' +
  'sublingually|sublingual|under (?:the|your) tongue|under (?:the|your) skin|rectally|vaginally|inhaled|nasally|' +
  'into (?:the|your) (?:muscle|vein)|(?:in|into|on|to|up) (?:the|your|each|both|either|every) (?:\\w+ )?(?:eyes?|ears?|nostrils?|nose|skin|affected areas?))'

const TIMES = `(?:(?:${DIGITS}|${WORD})(?: (?:to|or) (?:${DIGITS}|${WORD}))? times|once|twice|thrice)`
const PERIOD = '(?:day|daily|week|weekly|month|monthly|night|nightly|morning|evening)'
const PART_OF_DAY =
  '(?:at (?:night|bedtime|lunchtime)|in the (?:mornings?|evenings?|afternoons?)|before bed|every (?:morning|night|evening)|(?:first thing )?in the morning)'
const MEAL = '(?:(?:with|before|after) (?:food|meals?|breakfast|lunch|dinner|each meal|every meal)|on an empty stomach)'
const SPAN = '(?:minutes?|hours?|days?|weeks?|months?|years?)'
const ABBREVIATED = '(?:bd|bid|b\\.i\\.d|tds|tid|t\\.i\\.d|qds|qid|q\\.i\\.d|od|q\\.d|nocte|mane|stat)'
const FREQUENCY =
  `(?:(?:up to )?${TIMES} (?:(?:a|per|each|every|in a) )?${PERIOD}|(?:a|per|each|every|once a) (?:single )?${PERIOD}|` +
  `every (?:other|second|few|${AMOUNT}) (?:day|night|morning|week|month|hour|${SPAN})|every (?:hour|week|month)|` +
  `daily|nightly|weekly|hourly|monthly|${AMOUNT} (?:daily|hourly|weekly)|(?:in the )?morning and (?:night|evening)|` +
  `${PART_OF_DAY}|${ABBREVIATED}|${MEAL}|today|tonight|on (?:the first day|day ${AMOUNT})|now and (?:then|again))`
const DURATION =
  `(?:for (?:the |a |about |around |approximately |at least |up to |another |next |only )*(?:an? )?(?:couple(?: of)? |few |${AMOUNT} )?(?:more )?${SPAN}|` +
  `${AMOUNT}[ -](?:days?|weeks?|months?)(?: course)?|for life|indefinitely|until (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))`
const PURPOSE =
  '(?: for (?:the |your |any )?(?:\\w+ )?(?:pain|fever|nausea|anxiety|sleep|itching|wheezing|cough|headaches?|swelling))'
const AS_NEEDED =
  '(?:as needed|as required|when needed|when required|if needed|if required|prn|when you need (?:it|them)|as you need (?:it|them)|if you need (?:it|them)|whenever (?:you|he|she) needs? (?:it|them)|as and when(?: needed| required| you need (?:it|them))?|on demand)'

/** In the order in which they are tried: a duration before a dose, since both begin with a number. */
const PARTS: readonly [SigPartName, RegExp][] = (
  [
    ['as_needed', `${AS_NEEDED}${PURPOSE}?`],
    ['frequency', FREQUENCY],
    ['duration', DURATION],
    ['dose', `${AMOUNT} ?${UNIT}|\\d+${UNIT}|(?:${AMOUNT}|an?|half (?:a|of a)) (?:${UNIT} )?${COUNTED}`],
    ['route', ROUTE],
    ['form', FORM],
  ] as [SigPartName, string][]
).map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})(?![\\w'-])`)])

const BARE_DOSE = new RegExp(`^(?:${NUMBER})(?![\\w'-])`)
const FORMER_DOSE = new RegExp(`^from (?:the )?${NUMBER}(?: ?${UNIT})?(?: (?:${FREQUENCY}))? (?:up |down )?to(?= )`)

/** How many words a number takes whose unit goes without saying: "metformin five hundred". */
export const readBareNumber = (words: readonly string[]): number => countWords(BARE_DOSE.exec(words.join(' '))?.[0])

/** How many words the dose takes that was before: "from 20 milligrams to". */
export const readFormerDose = (words: readonly string[]): number =>
  words[0] === 'from' ? countWords(FORMER_DOSE.exec(words.join(' '))?.[0]) : 0

const countWords = (found: string | undefined) => (found === undefined ? 0 : found.split(' ').length)

/** The longest part in words: "for the next two to three weeks". */
const LONGEST = 12

/** The part that begins a row of plain words, and how many of them it takes. */
export function readSigPart(words: readonly string[], at: number): { name: SigPartName; taken: number } | undefined {
  const said = words.slice(at, at + LONGEST).join(' ')
  let longest: { name: SigPartName; taken: number } | undefined
  for (const [name, pattern] of PARTS) {
    const taken = countWords(pattern.exec(said)?.[0])
    if (taken > (longest?.taken ?? 0)) longest = { name, taken }
  }
  return longest
}
