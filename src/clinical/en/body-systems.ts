/** The systems under which notes list symptoms and findings, by the words that tell them; the first that fits decides. Written here, after the order in which reviews of systems are printed. */
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  [
    'Vital signs',
    /\b(vital|blood pressure|heart rate|respiratory rate|temperature|oxygen|o2 sat\w*|saturation|satting|pulse ox\w*|bmi)\b/,
  ],
  [
    'Psychiatric',
    /\b(depress\w*|anxi\w*|mood|panic|suicid\w*|stressed|insomnia|sleep\w*|affect|hallucinat\w*|lonely|sadness|irritab\w*)\b/,
  ],
  ['Eyes', /\b(eyes?|vision|visual|pupils?|blurr\w*|extraocular|fundusc\w*|conjunctiv\w*)\b/],
  [
    'Ears, nose, mouth and throat',
    /\b(ears?|ear drum|tympanic|hearing|nose|nasal|sinus\w*|congest(ion|ed)|runny|throat|tonsil\w*|mouth|oral|oropharynx|uvula|hoarse\w*|swallow\w*|tooth|teeth|gums?|voice|snor\w*)\b/,
  ],
  ['Neck', /\b(neck is|neck exam|thyroid|thyromegaly|jugular|jvd|carotid|bruits?|lymph\w*|cervical lymph\w*|supple)\b/],
  [
    'Respiratory',
    /\b(lungs?|breath\w*|shortness|wheez\w*|cough\w*|crackles|rales|rhonchi|sputum|phlegm|chest wall|inspiratory|stridor|dyspn\w*)\b/,
  ],
  [
    'Cardiovascular',
    /\b(heart|chest (pain|tightness|pressure|discomfort)|palpitation\w*|murmur|gallops?|rubs?|rhythm|orthopnea|systolic|pulses?|cardiac|lightheaded\w*|faint\w*|passed out|passing out|syncop\w*|racing|fluttering)\b/,
  ],
  [
    'Gastrointestinal',
    /\b(abdom\w*|belly|stomach|bowel\w*|nausea|vomit\w*|diarrh\w*|constipat\w*|stools?|bloody stool|heartburn|reflux|rebound|guarding|hepato\w*|spleno\w*|rectal|appetite|bloat\w*|throwing up|indigestion)\b/,
  ],
  [
    'Genitourinary',
    /\b(urin\w*|pee|peeing|bladder|kidney|flank|cva|menstr\w*|periods?|vagin\w*|pelvic|prostate|testic\w*|penis|sexual\w*|discharge)\b/,
  ],
  [
    'Neurological',
    /\b(headaches?|migraine\w*|numb\w*|tingl\w*|weak\w*|dizz\w*|seizures?|reflex\w*|sensation|neuro\w*|gait|tremors?|balance|memory|confus\w*|cranial|tinel\w*|straight leg|speech|spinning|vertigo|coordination)\b/,
  ],
  [
    'Skin',
    /\b(skin|rash\w*|itch\w*|bruis\w*|lesions?|moles?|redness|erythema|ecchymos\w*|jaundice|wounds?|incision\w*|scars?|hives)\b/,
  ],
  [
    'Musculoskeletal',
    /\b(back|knees?|shoulders?|elbows?|wrists?|hands?|fingers?|thumbs?|hips?|ankles?|foot|feet|toes?|legs?|arms?|joints?|muscles?|neck|range of motion|tender\w*|strength|flexion|extension|rotation|swelling|swollen|edema|stiff\w*|crepitus|extremit\w*|effusion|mcmurray|drawer|ligament\w*|spine|paraspinal|lumbar|calf|thigh|heel|ache[sy]?|grip|falls?)\b/,
  ],
  [
    'Constitutional',
    /\b(fevers?|chills|fatigue|tired\w*|weight|sweats?|distress|appear\w*|energy|malaise|well nourished|alert|exhausted|worn out)\b/,
  ],
]

/** The system that a symptom or finding belongs to; undefined when its words tell none. */
export function systemOf(words: readonly string[]): string | undefined {
  const said = words.join(' ')
  return SYSTEMS.find(([, cue]) => cue.test(said))?.[0]
}

const ORDER = SYSTEMS.map(([name]) => name)

/** For sorting: constitutional signs first, then as notes print them. */
export const rankOfSystem = (name: string | undefined) =>
  name === 'Constitutional' ? 0 : name === undefined ? ORDER.length + 1 : 1 + ORDER.indexOf(name)
