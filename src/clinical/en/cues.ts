/** How clinicians and patients begin what belongs in each part of a SOAP note. Matched against plain words joined by
 * single spaces. Written here, after reading role-played consultations; conservative: what matches nothing is left out. */

const ACTION =
  '(prescribe|give|order|refer|send|start|put|get|have you|increase|decrease|recommend|write|schedule|add|change|switch|continue|stop|book|arrange|run|try|check|recheck|repeat|keep|monitor|treat|set|plan|follow|call|see you)'

/** What the clinician decides or asks the patient to do. */
export const PLAN = [
  /^(please |just |then |and |also )*(take|drink|rest|avoid|apply|continue|finish|keep|stop|start|use|try|get|call|come back|go to|go back|return|follow up|make an appointment|book|do not take|don't take|check|monitor|increase|reduce|limit|complete|schedule|wash|gargle|elevate|refrain)\b/,
  /^(if|when|once)\b.*\b(come back|call|go to|return|see (me|a|your)|let (me|us) know|seek|emergency|make an appointment)\b/,
  /\b(i'd|i would) like you to\b|\bi (want|need) you to\b|\bi (would )?(recommend|suggest|advise)\b/,
  new RegExp(`\\b(i'd|i would) like to ${ACTION}\\b`),
  /\byou (should|need to|can|may|must|have to|will need to|will want to)\b(?!').*\b(take|use|drink|stop|start|continue|avoid|rest|apply|try|return|come|call|keep|see|get)\b/,
  new RegExp(`\\b(i'm|i am|we're|we are) (just )?(going to|gonna|gon na) (go ahead and )?${ACTION}\\b`),
  new RegExp(
    `\\b(we|i) (can|could|should|need to|have to|might) (also |just |definitely |certainly |probably )*${ACTION}\\b`,
  ),
  new RegExp(`\\b(happy|worth|about|like you|best) (to )?(maybe )?(doing|trying|treating|${ACTION.slice(1, -1)})\\b.*`),
  /\b(we|you) (don't|do not|won't|will not) need (a|an|any|to)\b/,
  /\bi would (probably |also |just )*(advise|suggest|recommend)\b/,
  new RegExp(`\\b(i'll|i will|we'll|we will|let's|let us) (go ahead and )?(also |just )?${ACTION}\\b`),
  /\b(follow up|come back|see you( back| again)?)( and see me| here)? (in|with|if|next)\b|\bprescription for\b|^plan\b/,
] as const

/** What was measured or found. */
export const OBJECTIVE = [
  /\b(your|the|his|her) (vital signs|vitals|blood pressure|temperature|pulse|heart rate|oxygen( level| saturation)?|weight|respiratory rate|blood sugar|lungs?|heart|throat|ears?|eyes?|chest|abdomen|belly|stomach|neck|skin|tonsils?|reflexes|strength|sensation|gait|pupils?|pulses?|glands|lymph nodes|bowel sounds|calves|x ?-?ray|results?|test) (is|are|was|were|sounds?|looks?|looked|feels?|came back|shows?|showed|seems?|do|does)\b/,
  /^(temperature|blood pressure|pulse|heart rate|weight|oxygen)( is)? \S*(\d|one|two|three|four|five|six|seven|eight|nine|ninety|hundred)/,
  /\bon (your|the|his|her|physical) (\w+ ){0,2}exam(ination)?\b.{6}|^on examination\b/,
  /\bi (can |do |don't |do not |cannot |can't )?(hear|see|appreciate|note) (a|an|some|no|any|mild|little|fluid|redness|swelling)\b/,
  /\bthere (is|are|was) (a |an |some |no |mild |a little |a bit of )*(swelling|redness|tenderness|wheez\w*|crackles|murmur|rash|fluid|discharge|bruising)\b/,
  /\b(lungs?|heart|throat|ears?|abdomen) (is|are|sounds?|looks?) (clear|red|normal|regular|soft|fine|good|inflamed)\b/,
] as const

/** What the clinician thinks it is. A patient may say "I think it is" too: see where the writer believes it. */
export const ASSESSMENT = [
  /\bi (think|believe|suspect|feel) (that )?(this|it|it's|that|that's|you|you're|you've|we)\b/,
  /\b(this|it|that)( does not| doesn't)? (looks?|sounds?|seems?|appears?) (like|to be)\b/,
  /\b(consistent with|most likely|diagnosis|suggests?|suggestive of|a case of|signs? of)\b/,
  /\b(this is|it is|it's|that's|you have|you've got|you may have|you might have|you probably have)\b.*\b(infection|virus|flu|migraine|pneumonia|strain|sprain|fracture|asthma|cold|\w+itis)\b/,
  /^(impression|assessment)\b/,
] as const

/** Words of the examination and of courtesy that look like a plan: "take a deep breath", "have a seat". */
export const PROCEEDINGS =
  /\b(deep breaths?|breathe|listen to|look at|take a (quick |closer )?look|have a look|examine|press|say ah|open your|lie down|lay (back|down)|sit (up|down|back)|stand up|follow my|ask you|physical exam|go through|talk about|tell me|sorry to hear|have a seat|take a seat|come in|take care|nice to|good to see|thank you|thanks|welcome)\b/

/** A report by or about the patient, in dictation. */
export const REPORTED =
  /\byears? old (male|female|man|woman)\b|^(the |this )?patient (presents|complains|reports|denies|states|has|had|is|was|takes)\b/

/** A patient's question that the clinician's answer decides: "Do I need an antibiotic?" */
export const ASKS_ADVICE = /^(okay |so |and |but )*(do|should|can|could|must|will|may) (i|we)\b/
