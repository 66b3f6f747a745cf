/** What is said in one breath, written out as notes have it: "I've" is "I have", "gonna" is "going to", "can't" is "cannot". */
export function expandContractions(text: string): string {
  const plain = text.replaceAll('’', "'").replace(SPLIT, '$1')
  return WHOLE.reduce((written, [spoken, full]) => written.replace(spoken, keepCapital(full)), plain)
    .replace(HAS, '$1 has$2')
    .replace(/\b(how|what|where|who)'s(?= (?:\w+ ){1,3}been\b)/gi, '$1 has')
    .replace(HAS_DONE, '$1 has')
    .replace(IS, '$1 is')
    .replace(NOUN_HAS, '$1 has')
    .replace(NOUN_IS, '$1 is')
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
  // "I can't get me breath", in the north of England.
  [
    /\bme (?=(?:breath|chest|legs?|arms?|head|knees?|feet|foot|hips?|stomach|tummy|heart|eyes?|ears?|throat|shoulders?|neck|hands?)\b(?! (?:pain|ache|cramp|infection|burn|attack)))/gi,
    'my ',
  ],
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
/** "She's missed the last ones": a participle with an object. */
const HAS_DONE =
  /\b(it|he|she)'s(?= (?:just |also |already |never )?(?:vomited|coughed|complained|fainted|collapsed|improved|passed|slept|eaten|drunk)\b| (?:just |also |already |never )?\w{3,}ed (?:once|twice|again|all (?:day|night)|the|a|an|my|his|her|it|them|some|to|up|about|two|three)\b)/gi
/** What follows a noun's 's that owns nothing: a number, an article, how something is. "The pressure's a bit high", "my brother's got asthma". */
const FOLLOWS_IS =
  'an?|the|not|still|now|just|only|quite|very|really|too|so|about|all|always|never|my|your|in|on|at|up|down|off|out|back|there|here|' +
  'getting|coming|going|taking|having|driving|doing|feeling|looking|hurting|killing|working|running|bleeding|been'
const STATE =
  'clear|clean|crowded|congested|moist|supple|mobile|symmetrical|fine|normal|okay|ok|good|bad|better|worse|well|red|pink|pale|blue|black|swollen|soft|tender|sore|stiff|tight|loose|dry|wet|open|closed|shut|blocked|broken|torn|flat|full|empty|' +
  'high|low|raised|reduced|elevated|stable|positive|negative|regular|irregular|abnormal|itchy|painful|numb|weak|hot|cold|warm|big|small|enlarged|intact|infected|inflamed|dead|alive|pregnant|bipolar|diabetic|asthmatic|ill|poorly|deaf|blind|away|over|gone|done|healthy|unwell'
const HAS_BEEN =
  'got|been|had|gone|become|come|died|started|stopped|dropped|risen|improved|worsened|changed|lost|settled|healed|moved|grown|helped|bothered'
const NOUN = '(?!(?:let|what|that|it|he|she|there|here|who|where|how|when|one)\\b)\\w{2,}'
const NOUN_HAS = new RegExp(`\\b(${NOUN})'s(?= (?:never |also |always |just |now |not )?(?:${HAS_BEEN})\\b)`, 'gi')
const NUMBER =
  '\\d[\\d./]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const NOUN_IS = new RegExp(
  `\\b(${NOUN})'s(?= (?:${FOLLOWS_IS})\\b| (?!(?:painting|building|wedding|meeting|morning|evening|hearing|breathing|swelling|thing|ring|king|spring|being|clothing|training|nursing|teething|christening|funding|housing|string)\\b)\\w{3,}ing\\b| (?:${NUMBER})\\b(?! (?:sons?|daughters?|sisters?|brothers?|children|kids|friends?|dogs?|cats?)\\b)| (?:${STATE})(?:[.,;?!]|$| (?:and|but|or|on|in|at|to|with|over|than|now|today|as|for|because|so|again|when|all|since|by|from|down)\\b))`,
  'gi',
)
