/** Where a sentence belongs in a SOAP note. */
export type SoapSection = 'subjective' | 'objective' | 'assessment' | 'plan'

/**
 * Phrases that tell where a sentence belongs, asked in this order: what the clinician will do, found and thinks is
 * said in set phrases; what the patient tells is told in the first person. Written here, after the order of a SOAP
 * note (L. Weed, "Medical records that guide and teach", 1968).
 */
export const SECTION_CUES: readonly { section: SoapSection; pattern: RegExp }[] = [
  {
    section: 'plan',
    pattern:
      /\b(?:i(?:'d| would) like (?:you )?to|i(?:'ll| will|'m going to| am going to) (?:prescribe|order|refer|send|give|start|write|arrange|book|check|see)|we(?:'ll| will|'re going to| are going to) (?:start|order|check|get|do|send|refer|arrange|book|see|need)|i want you to|i recommend|i suggest|let's (?:start|get|check|try|do|see|continue|stop)|please (?:take|come|call|drink|rest|stop|avoid|return)|you (?:should|need to|can|may) (?:take|drink|rest|come|call|avoid|stop|continue|return|use)|come back|follow up|(?:drink|get) plenty|get some rest|if (?:it|you|the|this|that|your) .*\b(?:worse|better|improve|return|fever|call|come)\b|take (?:one|two|it|this|them|the|your|some|a)\b)/i,
  },
  {
    section: 'objective',
    pattern:
      /\b(?:(?:your|the) (?:blood pressure|temperature|pulse|heart rate|weight|oxygen|breathing rate|respiratory rate|lungs?|heart|chest|throat|ears?|abdomen|belly|neck|skin|reflexes|exam(?:ination)?|x-ray|blood (?:test|work|sugar)|results?|glands?|lymph nodes?) (?:is|are|was|were|sounds?|looks?|feels?|shows?|came)|(?:lungs|heart|chest) (?:sounds?|are|is) clear|(?:i (?:can )?(?:see|hear|feel)|there is|there's|there are) (?:no |some |a )?(?:redness|swelling|tenderness|wheez\w*|murmur|rash|fluid|pus|mass|lump|crackles)|\d+ over \d+|over (?:sixty|seventy|eighty|ninety|one hundred))/i,
  },
  {
    section: 'assessment',
    pattern:
      /\b(?:i think (?:this|it|that|you|these|we)|this (?:looks|sounds|seems) like|it (?:looks|sounds|seems) (?:like|to be)|consistent with|most likely|(?:this|it) is (?:probably|likely)|you (?:probably )?have (?:a |an )?(?:\w+ )?(?:infection|cold|flu|virus|bronchitis|sinusitis|migraine|asthma|pneumonia)|(?:my|the) (?:diagnosis|impression)|i (?:don't|do not) think|i(?:'m| am) not worried)/i,
  },
  {
    section: 'subjective',
    pattern:
      /\b(?:i(?:'ve| have)? (?:had|been|got|get|feel|felt|noticed|took|take|taken|started|woke|can't|cannot|could|couldn't|don't|do not|didn't|did not|haven't|have|am|was|cough\w*|smoke|drink|work|vomit\w*|tried|use)|i'm (?:not )?(?:allergic|taking|having|feeling|coughing|worried|tired|on)|my \w+|it (?:hurts|started|began|comes|gets|feels|burns|is worse|got worse)|no (?:fever|pain|cough|allergies|chest|nausea|vomiting|headache|blood|shortness)|since (?:yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this)|for (?:about )?(?:a|one|two|three|four|five|six|seven|several|the (?:last|past)) (?:day|week|month|year|hour)\w*)\b/i,
  },
]

/** Questions that are about the patient's health: together with their answer they are history. Written here. */
export const HISTORY_QUESTION =
  /\b(?:pain|fever|cough|headache|nausea|vomit\w*|dizz\w*|breath\w*|allerg\w*|medic\w*|tablets?|pills?|smoke|drink|alcohol|sleep\w*|appetite|weight|blood|bleed\w*|swelling|rash|numb\w*|weak\w*|tired|sick|hurt\w*|sore|long|often|bad|worse|better|start\w*|symptoms?|problems?|surger\w*|operations?|pregnan\w*|periods?|urin\w*|bowels?|taking|take|vision|light|family|history|conditions?)\b/i

/** Courtesies and small talk: never part of a note. Written here. */
export const SMALL_TALK =
  /^(?:good (?:morning|afternoon|evening)|hello|hi|hey|thank you|thanks|you're welcome|okay|all right|alright|right|sure|great|bye|goodbye|see you|take care|nice to|how are you|come in|have a seat|please sit|what (?:brings|can i do)|let me (?:see|have a look|take a look|listen|examine))\b/i
