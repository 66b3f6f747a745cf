import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'

/** What people say while they look for words. */
const FILLERS: RegExp[] = [
  /(?<!\b(?:what|some|that|any|a|the|this|which|same|different|other|certain|every)) ?\b(?:kind of|sort of)\b(?= )/gi,
  /, ?(?:like|you know|i mean|i guess|i would say|to be honest|honestly|obviously|basically|literally|unfortunately|of course|as i said|like i said|you see|for sure|and stuff|or whatever|i suppose),(?= )/gi,
  /(?<!\b(?:not|only|would|feels?|felt|look|looks|sounds?|seems?|do|does|is|are|was|were|it|more|much|something|anything|things|like|symptoms)) \blike\b(?= (?:two|three|four|five|six|ten|\d|really|pretty|very|maybe|about|one or)\b)/gi,
  /(?<!\b(?:not|no|only|so|or)) \b(?:actually|basically|literally|honestly|obviously|really|definitely|certainly|just|pretty much|kinda|sorta)\b(?! (?:one|once|the|a|like|as|over|under|below|above|before|after))/gi,
  /,? (?:or something(?: like that)?|or anything(?: like that)?|or whatever|and stuff(?: like that)?|and everything(?: like that)?|and all that(?: stuff)?|things like that|that kind of thing|that type of thing|that sort of thing|so to speak|as well|though|anyway|by the way|if that makes sense|right now okay|you know)(?=[.,?!]|$)/gi,
  /,? (?:doctor|doc|sir|ma'am|madam|dear|my friend|buddy)(?=[.,?!]|$)/gi,
]
/** What opens a sentence and says nothing of it, in front of a clause. */
const OPENERS =
  /^(?:(?:yes|yeah|yep|yup|no|nope|nah|well|so|oh|and|but|um|uh|okay|ok|right|alright|all right|then|also|now|again|hey|hi|hello|great|good|perfect|sure|absolutely|exactly|correct|i mean|let us see|you know|honestly|actually|basically|unfortunately|hopefully|apparently|obviously|anyway|plus|or|cause|because|mm|hmm|like|please|hopefully|otherwise|lastly|finally|sorry)\b[,.;: ]+)+(?=(?:i|it|he|she|they|we|you|my|your|his|her|their|the|that|this|there|these|those|let|if|when|what|in|on|for|with|after|since|a|an|some|sometimes|usually|most|both|one|two|any|do|take|start|stop|continue|keep|use|try|come|call|increase|[a-z]+)\b)/i
/** "No fever" denies; "no, it is fine" does not. */
const DENIES = /^(?:and |but |so )?no (?!(?:i|it|he|she|they|we|you|my|the|that|this|there)\b)/i

/** An interpreter tells what the patient says. */
const SAYS = /^((?:yes|no|yeah|well)[, ]+)?(?:he|she|they) (?:says?|said)(?: that)?,? /i

/** "I-i think", "y- i think", "there is no there is a little fluid": what was begun and said anew. */
const FALSE_START =
  /\b(\p{L}{1,4})-(?=\1\b)|\b\p{L}{1,3}- (?=\p{L})|\b(?:there (?:is|are) no|it is|i am|you have|we are) (?=(?:there (?:is|are)|it is|i am|you have|we are)\b)|^(?:hey|hi|hello)?,? ?(?:dragon|dax), /giu

/** What hesitations leave behind: "order, an echocardiogram", "there is, some tenderness". */
const LOOSE_COMMA =
  /\b(order|get|do|did|is|are|was|were|has|have|had|start|take|with|of|to|and|or|the|a|an|on|in|at|for|my|your|his|her|it|like|about|that|some|been|be|will|would|can|could|should|so|if|when|because|from|by|into|any|no|not),(?= )/gi

const known = new WeakMap<Sentence, Sentence>()

/** The sentence without what is only spoken; each is read once. */
export function plainSpeech(sentence: Sentence): Sentence {
  const plain = known.get(sentence) ?? readPlain(sentence)
  known.set(sentence, plain)
  return plain
}

function readPlain(sentence: Sentence): Sentence {
  const spoken = sentence.speaker === 'other' ? sentence.text.replace(SAYS, '') : sentence.text
  const short = FILLERS.reduce(
    (text, filler) => text.replace(filler, (found) => (/^,.*,$/.test(found) ? ',' : '')),
    spoken,
  )
  const opened = DENIES.test(short) ? short.replace(/^(?:and|but|so) /i, '') : short.replace(OPENERS, '')
  const text = opened
    .replace(FALSE_START, '')
    .replace(LOOSE_COMMA, '$1')
    .replace(/^[\s,]+/, '')
    .replace(/\s+([,.?!])/g, '$1')
    .replace(/,(?=[.?!])/g, '')
    .replace(/\s{2,}/g, ' ')
  return text === spoken ? sentence : readSentence(text, { id: sentence.itemId, speaker: sentence.speaker })
}
