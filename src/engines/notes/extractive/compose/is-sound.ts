import { isClinical, isMedicine } from '../../../../clinical/en/terms.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import { isWellFormed } from './is-well-formed.ts'

/** What no clinician writes: sounds, words twice, a clause that broke off, two sentences run into one. */
const UNSOUND: RegExp[] = [
  /\b(?:okay|ok|alright|alrighty|yeah|yep|um|uh|gonna|wanna|kinda|lemme|hm+|oh|blah|you know|gotta)\b/i,
  /\b(?!had had|that that|very very|two|one|three|four|five|six|seven|eight|nine|ten|\d)(\w{2,}) \1\b/i,
  /\b(?:they|he|she|the patient|the clinician) (?:they|he|she|the patient|the clinician)\b/i,
  /^(?:has|have|is|are|do(?! not)|does|did|was|were|and|or|but|than|of|too|ever|been) /i,
  /\b(?:when|because|if|so|and|that|while|where) (?:the patient|they|he|she|the clinician|it|we)\.$/i,
  /\b(?:is|are|was|were) the (?:\w+ ){0,2}(?:is|are|was|were)\b(?! (?:the )?(?:reason|cause))/i,
  /\bwhat (?:the patient|the clinician)\b.*\bis (?:the patient|the clinician)\b/i,
  /the clinician.*the clinician.*the clinician|\bthe clinician's patients\b/i,
  /\b(?:the patient|they|he|she) (?:does|do|has|have|is|are|was)\.$/i,
  /\b(?:because|and|but|so|or|if|prior to|as|to|luckily|hopefully|the|a|of|(?<!\b(?:people|others|they|which) (?:do|does|did) )not|(?<!\bthe )right|that is|who|which|until)\.$/i,
  /^the patient can(?: ?not)? (?:tell|show|describe|explain)\b|\bhow (?:severe|bad|long|often|much) (?:is|are|was) (?:it|they|that)\.$|^if the clinician (?:was|were) to\b|^any other symptoms\b|^for example\b|\bto (?:recap|summari[sz]e)\b|\bany in any way\.$|\bthe clinician thinks\b.*\bthe clinician thinks\b|\bthe patient do\b|\bthere is no \w+s no\b/i,
  /\b(?:is|are|was|were) not any\b(?! (?:better|worse|more|different))|\bthe patient (?:have|do|are|were|both|all|will all|can all|should all)\b/i,
  /\b(?:with|of|to|from) for (?:a|about|\d)\b|\b(?:likes?) (?:he|she|they)\b|\w, (?:is|are|was|were) no longer\b/i,
  /^(?:the )?(?:second|first|next|other) thing the\b/i,
  /\bso if [^.]*\b(?:back|come|get)\b, come\b/i,
  /\b(?:he|she|they) feels? like (?:a mess)\b/i,
  /\bdoes not (?:think|know)\.$|\b(?:everythings|somethings|anythings|intos)\b|\b\w+- (?:he|she|they|the patient)\b/i,
  /\b(?:the patient|he|she|they) (?:has|have|likely has) (?:also )?(?:possible|likely) that\b|^let the clinician is\b|\bdenies in or\b/i,
  /\bthere is \w+ there is\b/i,
  // "Order a test": which, is told beside it. "The lungs the patient wants to", "whatever they can".
  /^order (?:a|some|the) tests?\.$|^the \w+ the patient (?:wants?|can|is|has|does)\b|^whatever\b|\ball of a sudden\.$|, sometimes\.$|\b(?:on|and|but|so) (?:sometimes|then|on|with|for|in)\.$|^going to\b|\bhard time doing\.$|^\d the\b|^there (?:is|are) weekends\b|^(?:when|if)\b[^,]*\bbut\b|\bthe patient (?:even|just|really) (?:they|he|she)\b|\bthe (?:body|human body) is an?\b|\bcan hear the clinician\b/i,
  // "An will help", "is a out of 10", "because right now.", "the patient still having".
  /\ban? (?:will|would|could|is|are|was|were|has|have|had|and|or|but|so|to|of|out)\b|\b(?:because|so|and) right now\.$|\b(?:the patient|they|he|she) (?:(?:just|still|also) )+\w+ing\b/i,
  // A patient orders no tests: the label of that turn is wrong.
  /^(?:possible [\w ]+ and )?the patient(?: and others)? .*\b(?:order|prescribe|send) (?:some|a|an|the|off)\b/i,
  /^the patient(?: and others)? (?:tries|agrees|thinks|knows|understands|continues|did|goes)\.$|\bgo ahead\.$|^not that\b|^the patient the\b|\bthe after\b|\bthe clinician discussed\.$/i,
  // An order to come back says when, or why.
  /^(?:the clinician would like the patient to |the patient is to )?(?:come back|see the clinician|give the clinician a call|call(?: the clinician)?|get in touch|return)(?:,? (?:and )?(?:see the clinician|again|please|much sooner|straight away|if possible))*\.$/i,
  /\b(?:like|worse) if\b.*\bif\b|\blike if\b|\bcan ?not think\.$/i,
  /^to (?:hear|see|know|be)\b|^(?:start|try|say|go) again\.$|^what the (?:clinician|patient)\b|\b(?:sees?|knows?) what\.$|\bdoes to\b|\bno,? any\b|\bas well,? as the\.$/i,
  /^which\b|\bthinks based on\b[^,]*\.$|^(?:a )?couple of things\b|^let,? let\b|^let the clinician\b|^the clinician's (?:\w+ )?(?:worry|concern|question|advice)\.$|^(?:after|before|because|although|until) [^,]*\.$/i,
  /\bthe clinician is (?:the |a |an |one of |diabetic |practice )*(?:\w+ )?(?:nurse|doctor|registrar|consultant|physician|midwife|pharmacist|practitioner|therapist|assistant)\b|^(?:the )?(?:good|bad) news\b|^(?:mr|mrs|ms|miss)\b[^,]*, the clinician\b/i,
  /\b(?:does|do) not (?:want|like|need)\.$|\bdenies\b.*\bbut\b|\bit is doctor\b|\bhas gained\.$|\bcannot do the\b/i,
  // "You could be pregnant at all" was asked.
  /^(?!.*\b(?:no|not|never|none|denies|without|if|cannot|any|hardly|nothing)\b).*\bat all\.$/i,
  /^(?!.*\b(?:what|how|where|when|whether|if|than|so|nor|neither|which|that|and|but)\b).*\b(?:the patient|they|he|she) (?:can|will|would|has|is|does|could) (?:they|he|she|the patient)\b/i,
  /\bthe clinician thinks \w+ing\b(?!.*\b(?:is|are|will|would|may|might|could|can|helps?|makes?)\b)/i,
  // "That sounds like fun", "those will help": of what, nobody knows.
  /^(?:those|these) (?:\w+ )?(?:will|are|can|would|do|help)\b|^the condition (?:sounds|seems|looks) like (?:an? |the |it |that )?(?:\w+ )?(?:fun|plan|idea|lot|good|great|day|time|trip|party|deal|work)\b/i,
  // A clinician has no parents in a note: that turn was the patient's.
  /\bthe clinician's (?:own )?(?:father|mother|mom|mum|dad|brother|sister|wife|husband|son|daughter|family|grand\w+|aunt|uncle|doctor|gp|job|back|chest|stomach|leg|knee|shoulder|arm|neck|throat|ear|eye|periods?|symptoms?)\b/i,
  // Where a finger pointed.
  /^(?:(?:right|just|kind of|sort of|mostly|around|about) )*(?:here|there)\b(?!.*\b(?:is|are|was|were|has|have)\b)/i,
  /\b(?:wased|goed|haved|beed|doed)\b|\bnot ,|^what the clinician (?:is|will|would)\b|\bthink so\b/i,
]
/** An answer that is no more than manners. */
const COURTESY =
  /: "(?:(?:that|it|this) )?(?:sounds?|good to|okay|ok|alrighty?|all right|sure|thank|great|perfect|awesome|cool|can't wait|i'm (?:good|fine|well|great|okay)|i would just say|no,? that's it|(?:no|yes|yeah|yep|right|correct|exactly|i do|i have|i am|it does|it is|of course|definitely|uh-huh|mm-hmm)(?=[.,!]?"$))\b[^"]*"$/i
const MISLABELLED =
  /^The patient said: ".*\b(?:order (?:some|a|an)|prescribe|start(?:ing)? you on|send (?:a|off)|refer you|put you on)\b/i
const QUOTED_BROKEN =
  /(?:\b(?:the|a|an|of|to|for|with|and|or|but|because|if|when|that|it's|i'm|i|my|(?<!\b(?:it|that|there) )is|(?<!\b(?:it|that|there) )was|like|the it))[.,]?"$/i

/** Quotations of speech that broke off or says nothing of the patient. */
const QUOTED_ASIDE =
  /^The (?:clinician|patient) said: "(?:your \w+ you |with your [\w ]+ let's |what that means |\d+ your |(?:i'm|we're) (?:gonna|going to) order (?:a|some) tests?\b|kinda whatever|when [^,"]*\bbut\b|you've been \w+ and\b)/i

/** Whose words they are is told of no statement in a note's own. */
const OF_SPEAKERS = /\b(?:I|i|me|my|myself|you|your|yours|yourself)\b/

/** "The clinician has had a headache": the label of that turn is wrong. */
const isPatientsOwn = (text: string) =>
  /^the clinician (?:(?:also|still|just|does|did|not|is|was) )*(?:(?:has|have|had)(?: had| been (?:having|getting|feeling))? (?:a|an|some|any|no|the|this|these|bad|lower|upper|chest|back|\w+ (?:pain|ache))\b|has been (?:having|feeling|getting|taking)|feels?|felt|feeling|gets|got|getting|takes?|took|taking|noticed|vomited|hurts?)\b/i.test(
    text,
  ) &&
  !/\b(?:results?|reports?|tests?|scans?|x-?rays?|samples?|images?|record|notes?|that|referral|letter|reviewed|ordered)\b/i.test(
    text,
  ) &&
  plainWords(text).some((word) => isClinical(word) || isMedicine(word))

/** Whether a composed statement reads as one. */
export const isSound = (text: string): boolean =>
  !isPatientsOwn(text) &&
  !UNSOUND.some((form) => form.test(text)) &&
  !OF_SPEAKERS.test(text.replace(/"[^"]*"/g, '')) &&
  isWellFormed(text)

/** 'Asked "Any numbness when you wipe?": "No."' */
const ANSWERED =
  /^Asked "(?:(?:and|so|okay) )*(?:any|have you|has (?:he|she)|do you|does (?:he|she|it)|did you|are you|is there)\b[^"]*\?": "(?:no|nope|never|none|yes|yeah)\b[^"]*"$/i

/** "No, I haven't.", "Yes it is, yeah.": without what was asked it tells nothing. */
const EMPTY_QUOTE =
  /^The (?:patient|companion|clinician) said: "(?:(?:yes|no|yeah|yep|nope|it|is|i|do|don't|have|haven't|am|not|well|okay|right|that|that's|it's|was|wasn't|like|um|so|really|the|hurts|does|did|didn't|and|but|can|can't|could|hello|hi|doctor|speaking|thanks|thank|you|please|sorry|pardon)\b[\s,.!]*)+"$|^Asked .*: "(?:(?:like|well|um|so|oh|yeah)\b[\s,.!]*){1,3}"$/i

/** Whether a quotation says something by itself. */
export const isTelling = (text: string): boolean =>
  !EMPTY_QUOTE.test(text) &&
  (!COURTESY.test(text) || ANSWERED.test(text)) &&
  !MISLABELLED.test(text) &&
  !QUOTED_ASIDE.test(text) &&
  !QUOTED_BROKEN.test(text)
