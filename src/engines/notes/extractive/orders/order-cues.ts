/**
 * How clinicians order by word of mouth, and what only sounds like it. Matched against the plain words of a clause.
 * Written here, after reading the training part of SIMORD (Corbeil et al. 2025, CDLA-Permissive-2.0).
 */

const WILL =
  "(?:it's|it is|it'll|that'll|it will) (?:(?:gon ?na|going to) )?be|what (?:i|we)(?:'d| would| will|'ll) (?:\\w+ )?(?:do|recommend|suggest|advise|like)|(?:i'm|i am|we're|we are) (?:\\w+ )?(?:gon ?na|going to)|(?:i|we) (?:will|shall)|i'll|we'll"
const WISH =
  "(?:i'd|i would|we'd|we would|i) (?:\\w+ )?like|(?:i|we) (?:do |just |also |really |think i |still )*(?:want|wan ?na|need)|i think (?:i|we)|(?:i|we)(?:'d| would)? (?:also |just |probably |strongly )*(?:recommend|suggest|advise|prescribe)"
const LET = "let's|lets|let us|go ahead and|let me"
const YOU =
  "you(?:'re| are) (?:gon ?na|going to|due)|you(?:'ll| will)(?: need)?|you (?:should|need|can|could|must|have to|might want to|want to)|(?:have|get|want|like|start|put|keep) you"
const WE_SHOULD = '(?:we|i) (?:should|need to|have to|can|could|ought to|must)'
const OFFER =
  '(?:giving|give|offer|get|book|send|arrange) you|(?:happy|able) to (?:prescribe|give)|worth(?:while)? (?:giving|trying|taking|having|doing|getting|starting|checking|your)|no harm in|think about|(?:will|would) involve|choice of|treat (?:it|this|that|you)(?: \\w+){0,2} with|asking (?:them )?for|(?:like|want) you seen'
const ORDERED = "(?:i|we)(?:'ve| have) (?:also |just )?(?:ordered|prescribed|requested|booked)"

/** Somebody decides that something is to be done. */
export const INTENT = new RegExp(
  `\\b(?:${WILL}|${WISH}|${LET}|${YOU}|${WE_SHOULD}|${ORDERED}|${OFFER}|(?:prescription|refill|order|referral) (?:for|of)|due for|(?:gon ?na|going to) (?:order|prescribe|get|check|send|refer))(?![\\w'])`,
)
/** A command to a device, or a bare imperative. */
export const COMMAND =
  /\b(?:(?:hey|okay|ok),? (?:\w+ )?(?:dragon|dax|siri|osler)|dragon),? (?:please )?(?:order|prescribe|start|add|refill|schedule|send|continue|increase|put)\b|^(?:(?:and|so|then|okay|please|also|just|yes|yeah|finally|first|now) )*(?:order|prescribe|take|use|start|increase|decrease|try|refill|schedule|stop|repeat|add|apply|come back|return|follow up|ring|book|pop (?:back|in))\b/

/** Behind what is advised: "some paracetamol would be advisable". */
export const ADVISED =
  /\b(?:would|will|may|might|can|could)(?: \w+)? be (?:very |quite |probably |more )?(?:advisable|beneficial|helpful|useful|worth\w*|best|appropriate|a good idea)\b|\b(?:is|are|it's) (?:definitely |probably |certainly )?(?:worth trying|worth taking|advisable|recommended)\b/
/** How a list goes on in the next sentence: "as well as some emollients", "either this or that". */
export const GOES_ON =
  /^(?:and |or |also )?(?:some|as well as|such as|either|plus|like|another|or|a course of|simple)\b/
/** A condition that is a complaint of today: "if you are in pain, take …" orders what helps. */
export const IF_UNWELL =
  /\bif (?:you|you are|you're|it|it is|the pain|he|she) (?:are |is |do |still |feel |feeling |get |getting |have |having |in |got |need |some |any |a )*(?:pain|painful|fever\w*|temperature|hot|unwell|headaches?|nause\w*|sick|hurts?|itch\w*|weak|need|uncomfortable|sore)\b/
/** What only tells what something is for. */
export const PURPOSE = /\bto (?:make sure|see (?:if|whether|exactly|what|how)|ensure|determine|find out)\b/
/** How somebody takes nothing of what was offered. */
export const DECLINES =
  /^(?:(?:oh|um|uh|well|actually|thanks|thank you) )*(?:no\b(?! (?:problem|worries|that is fine|that's fine))|nope|not (?:really|today|now|at the moment|for me)|i (?:would|will) (?:rather not|pass)|i do not (?:want|need|like)|i am (?:good|fine|okay|all right) (?:thanks|thank|without))|\bno (?:tablets|pills|medication|medicine|drugs|antibiotics|steroids|injections?) (?:yet|for now|at the moment|just yet|please)\b|\b(?:like|prefer|rather) (?:to )?(?:try|wait|see|leave|hold)\b.*\bfirst\b/
/** "I can't have that, it sets off my asthma": whatever was ordered is not. */
export const CANNOT_TAKE =
  /\b(?:can ?not|can't|must not|am not allowed to|not supposed to) (?:have|take|use|tolerate) (?:that|it|those|them|any|this)\b|\ballergic to (?:that|it|those|them)\b/
/** What may be declined. */
export const OFFERS =
  /\b(?:can|could|may|would you like|do you want|shall (?:i|we)|how about|if you (?:want|like)|happy to)\b/

/** A finding, a memory, a report: what it names is not ordered here. */
export const TELLS =
  /\b(?:show me|pull up|looking at|look at|looked at|reviewed|review of|results? (?:of|from|show)|shows?|showed|came back|revealed|were you|did you|have you (?:had|been|taken|tried|ever|got|noticed|seen|any)|had you|are you|do you|go over|went over|used to|last (?:year|month|week|time|visit)|yesterday|ago|allergic|history of|(?:the|your) \w+ (?:was|were|is normal|looks?)|seen on|(?:have|had|has) you on|i see (?:that )?(?:you|we)|you (?:have )?tried|mentioned using|that we did|(?:review|reviewing|from) (?:the|these|this) (?:\w+ )?(?:x ?-?rays?|mri|ct|scans?|results?|pictures?)|in the past|tell me|listen|talk about|see here|you know how)\b/
/** What the patient did or has, in front of what is decided; behind it, it only tells which: "the metformin you've had". */
export const TELLS_BEFORE =
  /\b(?:you (?:were|had|did|took|mentioned|said)|you've (?:been|had|taken)|you have (?:been|had|taken)|was taking)\b/
/** What may come to pass, and what shall not. */
export const UNDECIDED =
  /(?:^|\b(?:and|but|so|then|or|okay) )(?:if(?! you (?:can|could|want to|would like to|don't mind))|unless|in case|depending|even if)\b|\b(?:might|may (?:need|have|want)|maybe later|possibly|perhaps (?:we|i)|down the road|in the future|eventually|would have|could have|should have)\b/
export const REFUSED =
  /\b(?:n't|don't|do not|won't|not|no|never|hold off|rather than|instead of|without|declin\w+|can't|cannot|shouldn't|avoid)\b/
/** It is taken already and stays so. */
export const CONTINUED =
  /\b(?:continu\w+|keep (?:you |on |taking |using |up )+|stay(?:ing)? on|maintain|remain on|same dose|carry on)\b/
export const STOPPED =
  /\b(?:stop(?:ping)?|discontinue|come off|hold (?:your|the|off)|get you off|quit taking|cut out)\b/
export const CHANGED =
  /\b(?:increas\w+|decreas\w+|reduc\w+|switch\w*|chang\w+|bump\w*|lower|raise|up your|double|halve|cut|drop|titrate|go up|adjust)\b/
export const REFILLED = /\b(?:refill\w*|renew\w*|order)\b/
/** What only a clinician says, whoever is thought to speak: voices are sometimes taken for each other. */
export const OF_CLINICIAN =
  /\b(?:(?:i|we)(?:'ll|'d| will| would|'m|'re| am| are)? (?:(?:also|just|do|gon|na|going|to|like|want|wan|wanna|gonna|go|ahead|and) )*(?:order|prescribe|refer|send|see|have|start|put|get|give|recommend|keep) (?:you|an?)|(?:want|like) you to|gon ?na (?:order|prescribe)|let's (?:order|get|start|try|do)|we'll (?:order|get|check|do))\b/
/** A finding or a picture that exists already. */
export const EXISTS = /\b(?:your|his|her|that|those|this|these)$/

const SPAN =
  "(?:(?:about|around|the next|next|another|like|maybe|approximately) )*(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|\\d+)(?:(?: to|-| or)+ ?(?:a |one |two |three |four |five |six |seven |eight |\\d+)?)?(?: more)? ?(?:couple(?: of)? |few )?|couple(?: of)? |few )?(?:days?|weeks?|months?|years?)(?:'s)?(?: or so)?(?: time)?(?:(?: to|-| or)+ (?:a |one |two |three |four |five |six |seven |eight |\\d+ )(?:days?|weeks?|months?|years?))?"
const WHEN = `(?:(?:in|within|for|after|at) ${SPAN}|next (?:week|month|year|visit|monday|tuesday|wednesday|thursday|friday)|(?:a|one|two|three|four|six|seven|\\d+) ?(?:to (?:two|three|four|six|\\d+) )?(?:days?|weeks?|months?|years?)(?: from now)?|tomorrow|sooner if needed)`
const COME =
  '(?:follow(?:ing)?[ -]?up|come (?:back|in|and see|see)|coming back|see (?:you|me|us|the patient|him|her)(?: (?:back|again))?|return(?: to clinic)?|check (?:back|in)(?: with (?:you|me))?|reassess you|review (?:you|this)|(?:an? |another |your )?(?:follow[ -]?up )?(?:appointment|visit)|be seen|touch base|meet again|regroup|recheck you|speak again|catch up|another chat|ring (?:us|me|back)|pop (?:back|in)|book (?:in |an appointment |a slot )?with (?:us|me|the \\w+))'

/** "Come back in two weeks", "follow-up here in about three to four months". */
export const FOLLOW_UP = new RegExp(
  `\\b${COME}(?: (?!if\\b|and\\b|i'd\\b|to see\\b)\\S+){0,6}? ${WHEN}(?: and \\w+ (?:me|us))?`,
)
