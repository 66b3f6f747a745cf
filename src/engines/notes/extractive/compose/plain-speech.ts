import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'

/** What people say while they look for words. */
const FILLERS: RegExp[] = [
  // "My dad, he had a stroke."
  /(?<=^(?:(?:and|so|but|well|yes|yeah|no)[, ]+)*my (?:older |younger |own )?(?:father|dad|mother|mum|mom|brother|sister|wife|husband|son|daughter|uncle|aunt|grand\w+|partner)),? (?:he|she)(?= (?:has|had|is|was|does|did|got|gets|died|takes|took|passed|lives|lived|works|\w+ed)\b)/gi,
  /,? (?:like )?let us say\b,?/gi,
  /(?<=\b(?:no|any|some|a|an|at)) like(?= \w)/gi,
  /,? ?\b(?:what|say|er|erm|um|uh|ooh|oh|well|let me see|let me think),(?= (?:about |maybe |like )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|\d+)\b)/gi,
  /^(?:and |so |but )?as i (?:say|said|admitted|mentioned)(?: before| earlier)?,? /gi,
  /(?<=\b(?:has|have|had|having|got|get|feels|felt) )like (?=(?:an?|this|some)\b)/gi,
  /(?<=\w),? (?:that|it|which) is(?= for (?:the|your)\b)/gi,
  /,? ?\bi (?:do |kind of )?(?:want to|would like to) say\b,?(?= (?:about |maybe |like )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|\d+|since|last|in)\b)/gi,
  /,? i would (?:just |probably )?say(?=[.,?!]|$)/gi,
  /\bi would (?:just |probably )?say (?:that )?(?=\S)/gi,
  /,? (?:i )?(?:just )?(?:want|wanted) to make sure(?=[.?]?$)/gi,
  /,? which is (?:which is )?(?:really |very |a )?(?:good|great|nice|reassuring|fine|wonderful|excellent|not surprising)\b[^.?]*(?=[.?]?$)/gi,
  /(?<!\b(?:what|some|that|any|a|the|this|which|same|different|other|certain|every)) ?\b(?:kind of|sort of)\b(?= )/gi,
  /, ?(?:like|you know|i mean|i guess|i would say|to be honest|honestly|obviously|basically|literally|unfortunately|of course|i do not know|as i said|like i said|you see|for sure|and stuff|or whatever|i suppose),(?= )/gi,
  /(?<!\b(?:not|only|would|feels?|felt|look|looks|sounds?|seems?|do|does|is|are|was|were|it|more|much|something|anything|things|like|symptoms)) \blike\b(?= (?:two|three|four|five|six|ten|\d|really|pretty|very|maybe|about|one or)\b)/gi,
  /(?<!\b(?:not|no|only|so|or)) \b(?:actually|basically|literally|honestly|obviously|really|definitely|certainly|just|pretty much|kinda|sorta)\b(?! (?:one|once|the|a|like|as|over|under|below|above|before|after))/gi,
  /,? (?:or something(?: like that)?|or anything(?: like that)?|or whatever|and stuff(?: like that)?|and everything(?: like that)?|and all that(?: stuff)?|things like that|that kind of thing|that type of thing|that sort of thing|so to speak|as well|though|anyway|by the way|if that makes sense|right now okay|you know)(?=[.,?!]|$)/gi,
  /,? (?:and )?(?:then )?(?:we|i) can (?:always )?(?:have|take) (?:another|a) (?:look|chat|talk)(?: (?:again|at (?:it|things|the symptoms|your symptoms)|about (?:it|that)))*(?=[.,?!]|$)/gi,
  /,? (?:just )?to make sure (?:that )?(?:we|i)(?: are|'re) not missing(?: anything(?: there| else| here)?)?(?=[.,?!]|$)/gi,
  /,? and what (?:that|this) means(?=[.,?!]|$)/gi,
  /,? (?:and )?(?:so )?hopefully (?:that|this|it|those|they)(?: will| can| should)? (?:\w+ )?(?:helps?|reduces?|works?|improves?)\b[^.,?!]*(?=[.?!]?$)/gi,
  /,? (?:doctor|doc|sir|ma'am|madam|dear|my friend|buddy)(?=[.,?!]|$)/gi,
]
/** What opens a sentence and says nothing of it, in front of a clause. */
const OPENERS =
  /^(?:(?:yes|yeah|yep|yup|no(?! (?:need|more|driving|running|lifting|alcohol|fever|pain|tenderness)\b)|nope|nah|well|so|oh|mmm|and|but|um|uh|okay|ok|right(?=[,.;:]| (?:so|then|and|okay|well|now|i|we|you|let|it|that|there)\b)|alright|all right|then|also|now|again|hey|hi|hello|alrighty|hmmm?|gotcha|great|good|perfect|sure|absolutely|excellent|wonderful|awesome|exactly|correct|i mean|let us see|you know|that(?:'s| is) (?:right|correct|true|fine|okay|good)(?=,)|honestly|actually|basically|unfortunately|apparently|obviously|anyway|plus|or|cause|because|mm|hmm|like|please|otherwise|lastly|finally|sorry)\b[,.;: ]+)+(?=(?:i|it|he|she|they|we|you|my|your|his|her|their|the|that|this|there|these|those|let|if|when|what|in|on|for|with|after|since|a|an|some|sometimes|usually|most|both|one|two|any|do|take|start|stop|continue|keep|use|try|come|call|increase|[a-z]+)\b)/i
/** What only leads to what a clinician has to say: "the good news is", "what I'm going to do is", "it looks like". */
const LEADS_TO =
  /^(?:(?:let us (?:just |go ahead and )?(?:talk|go over|discuss)(?: a little bit)?(?: about)? (?:my|the|our|your) (?:assessment|plan)(?: and (?:my |the )?(?:plan|treatment))?(?: for (?:you|today))?,?(?: (?:so|okay))*|the (?:good|great|bad|other|next|first|second|main) (?:news|thing|step)(?: (?:i|we) (?:want to|can|will|would like to) (?:do|try))? is|(?:and )?(?:before i do,? )?(?:i )?(?:do )?(?:just )?(?:want|would like|need) to (?:just )?(?:(?:make sure|note|point out|mention)(?: that)?|(?:check|confirm) that)|what (?:(?:i|we) (?:am|are|will|would|want|need|would like)|i|we)(?: (?:going|like|want|have|need))?(?: to)? (?:do|try) (?:for (?:you|that|this) )?(?:first |now |today |here )?(?:is|(?=i\b))|(?:so )?for that (?=what (?:we|i)\b)|i (?:do )?(?:know|see|understand|can see|notice|heard|hear|read)(?: here| in your chart)?(?: that)?(?= (?:you|the|there|your)\b)|(?:that|this) (?:just )?means|it(?: does)? (?:looks?|sounds?|seems?|appears?) (?:to me )?(?:here )?(?:like|that|as if)|looks like|sounds like|you (?:said|mentioned|told me|were saying)(?: that)?|as (?:you|we) know|like you said)(?: that)?,? )(?=(?:i|we|you|it|he|she|they|your|the|there|his|her|this|a|an)\b)/i
/** "Looking at your chest x-ray, it looks like": what was seen is told of the x-ray. */
const LOOKING_AT =
  /^(?:(?:so|and|now|okay|well)[, ]+)*(?:if (?:i|we) look|looking|when (?:i|we) look|i(?: am|'m) looking) (?:here )?at (?:the results? of )?(?:your|the) ([\w -]+?)(?: (?:here|now|today))?,? (?:and )?(?:it (?:does )?(?:looks?|seems?|appears?) (?:like|that) |(?:i|we) (?:can )?see )/i
/** "No fever" denies; "no, it is fine" does not. */
const DENIES = /^(?:and |but |so )?no (?!(?:i|it|he|she|they|we|you|my|the|that|this|there)\b)/i

/** "What we do is we laser around it": that is to be done. */
const WILL_DO =
  /^((?:so|and|now|okay|well)[, ]+)*what (?:i|we)(?: am| are| will| would| like to| want to| going to| can| normally| usually| generally)*(?: do)?(?: (?:for|with) (?:this|that|you|it))?(?: (?:today|now|first|here))? is,? (?:actually |just )?(?:(?:i|we)(?: am| are)? )?(?:actually |just )?(?:going to )?(?!(?:i|we|you|the|a|it) )(?!(?:will|would|are|am|want|need|have|can|could|should|might|do|are)\b)/i

/** "Carry on the omeprazole with it": beside what was just prescribed. */
const BESIDE = /\b((?:take|carry on|continue|use) [^,.]+?) with (?:it|that|them)(?=[.,]|$)/gi

/** "On your knee exam I see that you do have pain": the patient has it. */
const SEEN_ON =
  /^((?:(?:so|and|now|okay)[, ]+)*(?:on|upon|with) (?:your|the|his|her) (?:[\w-]+ ){0,3}exam(?:ination)?),? (?:i|we) (?:can |do )?(?:see|note|notice|find) that (?=you\b|there\b|your\b|it\b)/i
/** "What I want you to do is continue your tablets". */
const WANTS_DONE =
  /^((?:so|and|now|okay|well)[, ]+)*what (?:i|we)(?: would| really)* (want|need|like) you to do(?: (?:now|first|today|for me|for that))? is,? (?:to )?(?:just )?(?=[a-z]+ )/i
/** "I have you on Bumex": that is what is taken. */
const HAS_ON =
  /\b(?:i|we)(?: do)? (?:have|had|have got|see that we have|see we have) you on (?!the (?:bed|table|couch|list|schedule))/i

/** "I just still having some issues". */
const STILL = /\bi (?:just )?still (?=\w+ing\b)/gi

/** "Mr Dawes, I think you have pneumonia." */
const VOCATIVE = /^(?:(?:well|so|okay|now|and)[, ]+)*(?:mr|mrs|ms|miss)\.? \w+, (?=\w)/i

/** "Looks like thrush." */
const LOOKS_LIKE = /^(looks|sounds|seems) like (?=\w+\b(?! (?:is|are|has|have|will)\b))/i

/** An interpreter tells what the patient says. */
const SAYS = /^((?:yes|no|yeah|well)[, ]+)?(?:he|she|they) (?:says?|said)(?: that)?,? /i

/** "I-i think", "y- i think", "there is no there is a little fluid": what was begun and said anew. */
const FALSE_START =
  /\b(i|you|he|she|it|we|they) (?:am|have|had|was|is|are|were|do|did)(?: (?:a|an|the|also|on|in|just|so|like|been|not|to|got|having))*,? (?:so )?(?=\1 (?:am|have|had|was|is|are|were|do|did|will|would|can|got|take|feel|work|went)\b)|\b(i|you|he|she|it|we|they), (?=\2\b)|^(?:he|she|it|they|i|we), (?:so|um|well|like|yeah),? (?=(?:my|the|he|she|it|they|i|we)\b)|\bi like (?=i\b)|\blet me-? (?=i (?:am|will)\b)|\b(?:i|you|he|she|it|we|they)(?: \w+)?- (?=(?:i|you|he|she|it|we|they)\b)|^(?:if |when )?maybe (?=(?:if|when)\b)|\bif maybe (?=if\b)|\b(?:you are|i am|you were|i was) (?=(?:your|my|i|you|it) )|\b(when|if|because) (?:i|you|it|he|she|they) (?=\3\b)|\b(?:okay|alright) (?=(?:because|and|so|but)\b)|\b(?:are|do|have) you (?=any (?!better|worse|closer)\w+)|\b(?:i )?let (?=let us\b)|\bit is (?=it\b)|\bi (?=i\b)|\b(\p{L}{1,4})-(?=\4\b)|\b\p{L}{1,3}- (?=\p{L})|\b(?:there (?:is|are) no|it is|i am|you have|we are) (?=(?:there (?:is|are)|it is|i am|you have|we are)\b)|^(?:hey|hi|hello)?,? ?(?:dragon|dax), |\b(do|does|did|is|are|was|were|have|has|can) (?:the|it|he|she|they|you|that|this|your|my|a|any),? (?=\5\b)/giu

/** What hesitations leave behind: "order, an echocardiogram", "there is, some tenderness". */
const LOOSE_COMMA =
  /\b(order|get|having|feeling|getting|do|did|is|are|was|were|has|have|had|start|take|with|of|to|and|or|the|a|an|on|in|at|for|my|your|his|her|it|like|about|that|some|been|be|will|would|can|could|should|so|if|when|because|from|by|into|any|no|not),(?= )/gi

/** "Ever had a mammogram?" */
const EVER = /^ever (?=(?:had|been|seen|taken|tried|used|smoked|noticed|felt|lost|broken|\w+ed)\b.*\?$)/i

const known = new WeakMap<Sentence, Sentence>()

/** The sentence without what is only spoken; each is read once. */
export function plainSpeech(sentence: Sentence): Sentence {
  const plain = known.get(sentence) ?? readPlain(sentence)
  known.set(sentence, plain)
  return plain
}

/** Without its openers, and without what leads a clinician to his matter. */
function withoutLead(text: string, speaker: Sentence['speaker']): string {
  let opened = text.replace(OPENERS, '')
  for (let before = ''; speaker === 'doctor' && before !== opened; ) {
    before = opened
    opened = opened.replace(LEADS_TO, '').replace(OPENERS, '')
  }
  return opened
}

function readPlain(sentence: Sentence): Sentence {
  const spoken = (sentence.speaker === 'other' ? sentence.text.replace(SAYS, '') : sentence.text).replace(
    STILL,
    'I am still ',
  )
  const short = FILLERS.reduce(
    (text, filler) => text.replace(filler, (found) => (/^,.*,$/.test(found) ? ',' : '')),
    spoken,
  )
  const read = sentence.speaker === 'doctor' ? short.replace(LOOKING_AT, 'on the $1, ') : short
  const done =
    sentence.speaker === 'doctor'
      ? read
          .replace(WANTS_DONE, 'I want you to ')
          .replace(HAS_ON, 'you are on ')
          .replace(WILL_DO, 'we will ')
          .replace(SEEN_ON, '$1, ')
          .replace(BESIDE, '$1')
          .replace(VOCATIVE, '')
          .replace(LOOKS_LIKE, 'it $1 like ')
      : read
  const opened = DENIES.test(short) ? short.replace(/^(?:and|but|so) /i, '') : withoutLead(done, sentence.speaker)
  const text = opened
    .replace(FALSE_START, '')
    .replace(EVER, 'have you ever ')
    .replace(LOOSE_COMMA, '$1')
    .replace(/^[\s,]+/, '')
    .replace(/\s+([,.?!])/g, '$1')
    .replace(/,(?=[.?!])/g, '')
    .replace(/\s{2,}/g, ' ')
  return text === sentence.text ? sentence : readSentence(text, { id: sentence.itemId, speaker: sentence.speaker })
}
