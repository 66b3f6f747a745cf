/** What stands in place of an age that few people have. */
const MARK = '[age over 89]'

const AGE =
  '(?:9\\d|1[0-3]\\d|ninet(?:y|ies)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?:(?: and)? (?:[a-z]+teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine))?)'
/** Behind a number these tell that something else was counted or measured. */
const NO_AGE =
  '(?![\\d%/:-]|[.,]\\d| ?(?:%|/|per ?cent|kgs?|kilos?|kilograms?|kilometres?|kilometers?|pounds?|lbs?|stones?|cms?|mm|m|km|met(?:re|er)s?|centimet(?:re|er)s?|feet|foot|inch(?:es)?|miles?|mg|mcg|g|grams?|ml|units?|mmol|mmhg|bpm|beats|breaths|degrees?|celsius|fahrenheit|over|out of|(?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen)|times|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|steps|packs?|cigarettes|calories|dollars|euros|systolic|diastolic|on (?:room|high|low|the|his|her|a|air|oxygen|o2|\\d|one|two|three|four|five))\\b)'

const YEARS_OLD =
  '(?:[ -]years?[ -](?:old|of age)|[ -]?y(?:ea)?rs?[ -]?(?:old|of age)|[ -]?(?:yo|y/o|y\\.o\\.|yr[ -]old))'
const PERSON =
  '(?:i|he|she|they|who|patient|man|woman|lady|gentleman|mother|father|mum|mom|dad|mummy|daddy|parents?|grand(?:mother|father|ma|pa|parents?)|gran|granny|nan|nana|aunt|auntie|uncle|sister|brother|cousin|wife|husband|partner|friend|neighbou?r|in-law|\\[name\\])'
const IS =
  "(?:'s|’s|'m|’m|'re|’re|'ll be|’ll be| is| am| was| are| were| will be| would be| would have been| has been| must be| turns| turned| became| becomes)"
const SOFTENED =
  '(?: (?:now|about|almost|nearly|already|only|just|still|over|aged?|turning|going on|around|probably|like|at least|gonna be|going to be))*'

/** How people say how old somebody is, whoever it is; a pulse, a saturation and a weight may be as high. */
const SAID: readonly RegExp[] = [
  new RegExp(`\\b${AGE}(?=${YEARS_OLD}(?![\\p{L}\\d]))`, 'giu'),
  new RegExp(
    `(?<=\\b(?:aged?:?|age (?:is|was|of)|turn(?:s|ed|ing)?|at the age of|(?:lived|live|lives|living) (?:to(?: be)?|till|until)|died at|passed away at|since age) )\\b${AGE}\\b${NO_AGE}`,
    'giu',
  ),
  new RegExp(`(?<=(?<![\\p{L}\\d])${PERSON}${IS}${SOFTENED} )${AGE}\\b${NO_AGE}`, 'giu'),
  new RegExp(`\\b${AGE}(?:st|nd|rd|th)(?= birthday)`, 'giu'),
  /(?<=(?:^|[.!?] )At )(?:9\d|1[0-3]\d)(?=,? (?:he|she|they|I|my)\b)/gu,
  /\b(?:9\d|1[0-3]\d)(?=[ -]?(?:male|female|man|woman|lady|gentleman)\b)/gu,
]

/** The year tells the age of who was born so long ago. */
const BORN = /(?<=\bborn (?:(?:in|on) )?(?:\[date\],? )?)(1[89]\d\d)\b/giu
const MOST_YEARS = 89

/** A mark in place of every age over 89, and of a year of birth that tells one. */
export function redactAges(text: string, year: number): string {
  const withoutAges = SAID.reduce((redacted, pattern) => redacted.replace(pattern, MARK), text)
  return withoutAges.replace(BORN, (born) => (year - Number(born) > MOST_YEARS ? MARK : born))
}
