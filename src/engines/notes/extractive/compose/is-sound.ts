import { isWellFormed } from './is-well-formed.ts'

/** What no clinician writes: sounds, words twice, a clause that broke off, two sentences run into one. */
const UNSOUND: RegExp[] = [
  /\b(?:okay|ok|alright|alrighty|yeah|yep|um|uh|gonna|wanna|kinda|lemme|hm+|oh|blah|you know|gotta)\b/i,
  /\b(?!had had|that that|very very|two|one|three|four|five|six|seven|eight|nine|ten|\d)(\w{2,}) \1\b/i,
  /\b(?:they|he|she|the patient|the clinician) (?:they|he|she|the patient|the clinician)\b/i,
  /^(?:has|have|is|are|do|does|did|was|were|and|or|but|than|of|too|ever|been) /i,
  /\b(?:when|because|if|so|and|that|while|where) (?:the patient|they|he|she|the clinician|it|we)\.$/i,
  /\b(?:is|are|was|were) the (?:\w+ ){0,2}(?:is|are|was|were)\b(?! (?:the )?(?:reason|cause))/i,
  /\bwhat (?:the patient|the clinician)\b.*\bis (?:the patient|the clinician)\b/i,
  /the clinician.*the clinician.*the clinician|\bthe clinician's patients\b/i,
  /\b(?:the patient|they|he|she) (?:does|do|has|have|is|are|was)\.$/i,
  /\b(?:because|and|but|so|or|if|prior to|as|to|luckily|hopefully|the|a|of|(?<!\b(?:people|others|they|which) (?:do|does|did) )not|(?<!\bthe )right|that is|who|which|until)\.$/i,
  /^the patient can tell\b|\bthe patient do\b|\bthere is no \w+s no\b/i,
  /\b(?:is|are|was|were) not any\b(?! (?:better|worse|more|different))|\bthe patient (?:have|do|are|were)\b/i,
  /\b(?:with|of|to|from) for (?:a|about|\d)\b|\b(?:likes?) (?:he|she|they)\b|\w, (?:is|are|was|were) no longer\b/i,
  /^(?:the )?(?:second|first|next|other) thing the\b/i,
  /\bso if [^.]*\b(?:back|come|get)\b, come\b/i,
  /\b(?:he|she|they) feels? like (?:a mess)\b/i,
  /\bdoes not (?:think|know)\.$|\b(?:everythings|somethings|anythings|intos)\b|\b\w+- (?:he|she|they|the patient)\b/i,
  /\b(?:the patient|he|she|they) (?:has|have|likely has) (?:also )?(?:possible|likely) that\b|^let the clinician is\b|\bdenies in or\b/i,
  /\bthere is \w+ there is\b/i,
  // A patient orders no tests: the label of that turn is wrong.
  /^(?:possible [\w ]+ and )?the patient(?: and others)? .*\b(?:order|prescribe|send) (?:some|a|an|the|off)\b/i,
  /^the patient(?: and others)? (?:tries|agrees|thinks|knows|understands|continues|did|goes)\.$|\bgo ahead\.$|^not that\b|^the patient the\b|\bthe after\b|\bthe clinician discussed\.$/i,
  // An order to come back says when, or why.
  /^(?:the clinician would like the patient to |the patient is to )?(?:come back|see the clinician|give the clinician a call|call(?: the clinician)?|get in touch|return)(?:,? (?:and )?(?:see the clinician|again|please|much sooner|straight away|if possible))*\.$/i,
  /\b(?:wased|goed|haved|beed|doed)\b|\bnot ,|^what the clinician (?:is|will|would)\b|\bthink so\b/i,
]
/** An answer that is no more than manners. */
const COURTESY =
  /: "(?:(?:that|it|this) )?(?:sounds?|good to|okay|ok|alrighty?|all right|sure|thank|great|perfect|awesome|cool|can't wait|i'm (?:good|fine|well|great|okay)|i would just say|no,? that's it|not that i|(?:no|yes|yeah|yep|right|correct|exactly|i do|i have|i am|it does|it is|of course|definitely|uh-huh|mm-hmm)(?=[.,!]?"$))\b[^"]*"$/i
const MISLABELLED =
  /^The patient said: ".*\b(?:order (?:some|a|an)|prescribe|start(?:ing)? you on|send (?:a|off)|refer you|put you on)\b/i
const QUOTED_BROKEN =
  /(?:\b(?:the|a|an|of|to|for|with|and|or|but|because|if|when|that|it's|i'm|i|my|is|was|like|the it))[.,]?"$/i

/** Whose words they are is told of no statement in a note's own. */
const OF_SPEAKERS = /\b(?:I|i|me|my|myself|you|your|yours|yourself)\b/

/** Whether a composed statement reads as one. */
export const isSound = (text: string): boolean =>
  !UNSOUND.some((form) => form.test(text)) && !OF_SPEAKERS.test(text.replace(/"[^"]*"/g, '')) && isWellFormed(text)

/** Whether a quotation says something by itself. */
export const isTelling = (text: string): boolean =>
  !COURTESY.test(text) && !MISLABELLED.test(text) && !QUOTED_BROKEN.test(text)
