/** What is said in one breath, written out as notes have it: "I've" is "I have", "gonna" is "going to", "can't" is "cannot". */
export function expandContractions(text: string): string {
  const plain = text.replaceAll('’', "'").replace(SPLIT, '$1')
  return WHOLE.reduce((written, [spoken, full]) => written.replace(spoken, keepCapital(full)), plain)
    .replace(HAS, '$1 has$2')
    .replace(IS, '$1 is')
    .replace(HAD, '$1 had $2')
    .replace(/\b(i|you|he|she|it|we|they|that|there|who|what)'d\b/gi, '$1 would')
    .replace(/\b(\w+)'(ll|re|ve)\b/gi, (_, word: string, end: string) => `${word} ${ENDS[end.toLowerCase()]}`)
    .replace(/\b(\w+?)n't\b/gi, '$1 not')
}

const ENDS: Record<string, string> = { ll: 'will', re: 'are', ve: 'have' }
/** Some transcripts write "do n't", "it 's", "gon na". */
const SPLIT = /\s+(n't|'(?:s|m|re|ve|ll|d))(?=\s|$|[.,?!;:])/gi

const WHOLE: [RegExp, string][] = [
  [/\bi'?m\b/gi, 'I am'],
  [/\bcan't\b|\bcan not\b/gi, 'cannot'],
  [/\bwon't\b/gi, 'will not'],
  [/\bshan't\b/gi, 'shall not'],
  [/\bain't\b/gi, 'is not'],
  [/\bdont\b/gi, 'do not'],
  [/\blet's\b|\blets\b(?= (?:do|get|see|try|go|have|start|check|take|talk|keep|change|order|stop))/gi, 'let us'],
  [/\bgon ?na\b/gi, 'going to'],
  [/\bwan ?na\b/gi, 'want to'],
  [/\b(?:have |has |'ve |'s )?got ?ta\b/gi, 'have to'],
  [/\blem ?me\b/gi, 'let me'],
  [/\bgim ?me\b/gi, 'give me'],
  [/\b(kind|sort) ?a\b(?= )/gi, '$1 of'],
  [/\b'?cause\b(?= (?:i|it|he|she|they|we|my|the|that|you)\b)/gi, 'because'],
  [/\b'em\b/gi, 'them'],
]

const keepCapital = (full: string) => (found: string, group: unknown) => {
  const written = typeof group === 'string' ? full.replace('$1', group) : full
  return /^\p{Lu}/u.test(found) ? written.charAt(0).toUpperCase() + written.slice(1) : written
}

const PRONOUN = 'it|he|she|that|this|there|here|who|what|where|how|when|everything|something|nothing|everyone|one'
/** Participles that hardly follow "is" in speech. */
const PARTICIPLE =
  'been|got|gotten|had|gone|become|come|taken|given|started|stopped|happened|helped|changed|lost|run|seen|done|made|had to'
const HAS = new RegExp(
  `\\b(${PRONOUN})'s((?: (?:not|never|also|just|always|only|really|actually|already))* (?:${PARTICIPLE})\\b)`,
  'gi',
)
const IS = new RegExp(`\\b(${PRONOUN})'s\\b`, 'gi')
const HAD = new RegExp(
  `\\b(i|you|he|she|it|we|they)'d ((?:just |already |never |always |also )*(?:better|${PARTICIPLE}|\\w{3,}ed)\\b)`,
  'gi',
)
