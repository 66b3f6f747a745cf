import type { Point } from './points.ts'

/** What must be excluded. As the table of history: a name, and the words by which it was asked or told. */
export const RED_FLAGS = {
  fever: ['fever', 'fevers?|feverish|temperature|chills'],
  bloodInSputum: [
    'coughing up blood',
    '(any|bring\\w* up|seen) blood|blood in (it|that|them)|cough\\w* (up )?(any )?blood|blood (in|when)( \\w+)* (sputum|phlegm|mucus|cough\\w*)|h(a)?emoptysis|bloody (sputum|phlegm)',
  ],
  weightLoss: ['weight loss without trying', 'weight|clothes (are )?loose\\w*'],
  nightSweats: ['night sweats', 'night sweats|sweat\\w* (at|during|in the) night|drench\\w*'],
  breathless: [
    'breathlessness',
    "breathless\\w*|short\\w* of breath|(trouble|difficulty|hard|problems?|difficult) (with )?(to )?breath\\w*|breathing (difficult\\w*|problems?|fast|trouble)|(how is|how's) (your |the )?breathing|out of breath|catch (my|your) breath",
  ],
  chestPain: [
    'chest pain',
    'chest (pains?|tight\\w*|pressure|discomfort)|(pain|pressure|tightness) (in|on) (my|the|your|his|her) chest',
  ],
  swallowing: [
    'trouble swallowing, drooling, or a muffled voice',
    'swallow\\w*|drool\\w*|muffled|open (my|your|his|her) mouth',
  ],
  neckStiffness: [
    'stiff neck or light that hurts',
    'stiff neck|neck (is |feels? )?(stiff\\w*|pain)|neck stiffness|bright lights?|(light|lights) (hurts?|bother\\w*)|photophobia',
  ],
  purpura: [
    'a rash that does not fade under pressure',
    'fad(e|es|ing)|blanch\\w*|press\\w* (on )?(it|the rash)|glass|purpl\\w+|bruis\\w+|petechia\\w*',
  ],
  confusion: [
    'confusion or drowsiness',
    'confus\\w+|drows\\w+|sleepy|letharg\\w+|responsive|alert|hard to wake|not making sense',
  ],
  seizure: ['convulsions', 'convuls\\w+|seizures?|fits?|fitting'],
  thunderclap: [
    'sudden onset, the worst ever',
    'sudden\\w*|thunderclap|worst (headache|pain)( \\w+)* ever|out of the blue|come on (suddenly|gradually|slowly)|gradual\\w*',
  ],
  weakness: [
    'weakness, numbness, or trouble speaking',
    'weak\\w*|numb\\w*|speech|slurr\\w+|droop\\w*|speaking|tingl\\w+|pins and needles',
  ],
  visionLoss: [
    'loss of vision',
    'vision|eyesight|sight|blurr\\w+|seeing (double|spots|less|clearly)|see (double|clearly|properly|less|as well)',
  ],
  morningHeadache: [
    'pain that is worse on waking, coughing, or bending',
    '(worse|bad|hurts?)( \\w+){0,3} (morning|wak\\w+|cough\\w*|bend\\w*|lie|lying|strain\\w*|sneez\\w*)|wak\\w+ (me|you|him|her)( up)?|wak\\w+ (up )?with (it|a|the)',
  ],
  headInjury: [
    'a blow to the head',
    'head injury|(hit|bang\\w*|bump\\w*|knock\\w*|blow to) (my|your|his|her|the) head|(fell|falls?|fall)(?! asleep)|accident',
  ],
  fainting: [
    'fainting',
    'faint\\w*|pass(ed|ing)? out|black(ed|ing)? out|collaps\\w+|los\\w+ consciousness|syncope|knocked out',
  ],
  armJaw: [
    'pain in arm or jaw, sweating, nausea',
    '(pain\\w*|spread\\w*|radiat\\w*|go|goes|going|travels?|numb\\w*|tingl\\w*|anywhere)( \\w+){0,5} (arms?|jaw|shoulders?|neck)|sweat\\w*|nause\\w+|clammy',
  ],
  calf: [
    'a swollen or painful calf',
    'calf|calves|leg (is |was )?(swollen|swelling|pain\\w*)|swell\\w* (in|of) (the|my|your) legs?|legs? swell\\w*',
  ],
  suddenDeathFamily: ['sudden death in the family', 'sudden\\w* death|died (suddenly|young)|sudden cardiac'],
  vomitingBlood: [
    'vomiting blood',
    '(vomit\\w*|throw\\w* up|threw up|bring\\w* up) (any |up )?blood|blood in (the|your|my|his|her) vomit|coffee ground\\w*',
  ],
  blackStool: [
    'black stools or blood in them',
    'black|tarry|blood\\w* (in|with|when|on)( \\w+)* (stools?|poo|toilet|motions?)|bloody (stools?|diarrh\\w+)|stools? (are |is |with )?(black|blood\\w*)|bleed\\w* (from|when)',
  ],
  rigidAbdomen: [
    'pain that came suddenly or makes lying still the only relief',
    'sudden\\w*|rigid|lie still|constant|unbearable|guarding|gradual\\w*|rebound',
  ],
  pregnancy: ['pregnancy', 'pregnan\\w+|periods?(?! of)|lmp'],
  jaundice: ['yellow eyes', 'jaundice\\w*|yellow'],
  obstruction: ['no stool and no wind', 'wind|gas|flatus|constipat\\w*|bowels?'],
  dehydration: [
    'signs of dehydration',
    'dehydrat\\w+|dry mouth|pass\\w* (less )?urine|pee\\w*|sunken|thirst\\w*|wet napp\\w+|diapers?|drinking',
  ],
  flankPain: [
    'flank pain, shivering, vomiting',
    'flank|loin|shiver\\w*|rigors?|chills|back pain|pain in (my|your|the) (back|side)',
  ],
  bloodInUrine: [
    'blood in the urine',
    'blood in( \\w+)? urine|bloody urine|urine (is |was )?(red|bloody|pink)|h(a)?ematuria|pee\\w* blood',
  ],
  retention: [
    'not being able to pass urine',
    "(can't|cannot|unable to|not able to|trouble|difficulty|hard to) (pass\\w* (urine|water)|pee\\w*|urinat\\w+)|retention|control (of )?(your |my )?(bladder|urine)|bladder|incontinen\\w+",
  ],
  saddle: [
    'numbness of the saddle area',
    'saddle|numb\\w*( \\w+)* (groin|genitals|buttocks?|bottom|back passage|private)|between (my|your|the) legs',
  ],
  bowelControl: ['loss of bladder or bowel control', 'bladder|bowels?|incontinen\\w+|control|wet (my|your)self'],
  legWeakness: [
    'weakness of the legs',
    'legs? (\\w+ )?(weak\\w*|numb\\w*|giv\\w+ way)|weak\\w* (in|of) (my|your|the|his|her|both)? ?legs?|foot drop|(weak\\w*|numb\\w*|tingl\\w+)',
  ],
  cancerHistory: ['cancer in the past', 'cancer|tumou?r|malignan\\w+|chemo\\w*'],
  nightPain: ['pain at night and at rest', '(at|during the) night|wak(e|es|ing)|at rest|night pain|resting'],
  steroidUse: ['steroids or a weak immune system', 'steroids?|prednis\\w+|immune|immuno\\w+|hiv'],
  hotJoint: ['a hot, red joint with fever', 'hot|red(ness)?|warm|fevers?|temperature'],
  cannotBearWeight: [
    'not being able to bear weight',
    "(bear|put|bearing) (any )?weight|walk\\w* on|able to walk|(can|can't|cannot|could|couldn't) (you |i |he |she )?walk|stand\\w* on|limp\\w*",
  ],
  deformity: ['deformity or dislocation', 'deform\\w+|dislocat\\w+|out of place|popped'],
  hearingLoss: ['sudden loss of hearing', "hearing|deaf\\w*|(can|can't|cannot) (you |i )?hear"],
  mastoid: [
    'swelling or pain behind the ear',
    'behind (the|my|your|his|her) ear|mastoid|ear (is |was )?(sticking|pushed) out',
  ],
  facialWeakness: ['weakness of the face', 'face|facial|droop\\w*'],
  eyePain: ['pain in the eye', '(eye|eyes) (is |are )?(pain\\w*|hurt\\w*|sore)|pain\\w*|hurts?'],
  lightHurts: ['light that hurts', 'light|lights|photophobia|bright'],
  chemicalEye: [
    'something in the eye or a chemical splash',
    'chemical\\w*|splash\\w*|foreign body|something (in|got in)|scratch\\w*|metal|dust|injur\\w+',
  ],
  suicide: [
    'thoughts of suicide or self-harm',
    'suicid\\w*|(hurt\\w*|harm\\w*|kill\\w*) (yourself|myself|himself|herself|themselves)|end (your|my|his|her) life|self-? ?harm|better off dead|not wanting to live|life (is )?not worth',
  ],
  psychosis: [
    'hearing or seeing what others do not',
    'voices|hallucinat\\w+|seeing things|hear\\w* things|paranoi\\w+',
  ],
  mania: [
    'periods of unusually high mood',
    'mania|manic|bipolar|high mood|(very|unusually|extremely) (high|energetic|happy)|racing thoughts',
  ],
  selfCare: [
    'not eating or not caring for oneself',
    'eat\\w*|wash\\w*|look\\w* after (yourself|myself)|self-? ?care|function\\w*',
  ],
  mouthSores: ['sores of mouth, eyes, or genitals', 'mouth|lips|eyes|genital\\w*|blister\\w*|peel\\w*'],
  faceSwelling: [
    'swelling of face or tongue',
    '(face|lips?|tongue|throat) (is |are |was )?(swell\\w*|swollen)|swell\\w* (of|in) (the |my |your |his |her )?(face|lips?|tongue|throat)|anaphyla\\w+',
  ],
  organDamage: [
    'headache, vision change, or chest pain with high pressure',
    'headaches?|vision|chest pains?|short\\w* of breath|breathless\\w*',
  ],
  thirst: ['thirst, much urine, or vomiting', 'thirst\\w*|urinat\\w+|pass\\w* (a lot of )?urine|pee\\w*|vomit\\w*'],
  footUlcer: [
    'a foot that is sore, hot, or discolored',
    '(foot|feet|toe|toes)( \\w+)* (sore|ulcer|wound|hot|red|black|pain)\\w*|(ulcers?|sores?|wounds?)( \\w+)* (foot|feet|toes?)|foot|feet',
  ],
  speakSentences: [
    'being too breathless to speak in sentences',
    '(speak|talk|finish|complete)\\w*( \\w+){0,3} sentences?|too breathless|(hard|difficult|trouble) (to )?(speak|talk)\\w*',
  ],
  bleeding: ['vaginal bleeding', 'bleed\\w*|spotting|blood loss'],
  fetalMovement: [
    'fewer movements of the baby',
    '(baby|fetal|foetal)( \\w+)* (mov\\w+|kick\\w*)|(mov\\w+|kick\\w*)( \\w+)* baby|mov(ing|ement|ements)|kick\\w*',
  ],
  preeclampsia: [
    'severe headache, vision change, or swelling',
    'headaches?|vision|flashing|swell\\w*|swollen|blurr\\w*',
  ],
  fluidLoss: ['loss of fluid', 'water\\w* (broke\\w*|break\\w*)|leak\\w*|gush\\w*|fluid'],
  anticoagulant: ['blood thinners', 'blood thinners?|warfarin|apixaban|rivaroxaban|anticoagul\\w+|clopidogrel|aspirin'],
  repeatedVomiting: ['vomiting more than once', 'vomit\\w*|throw(n|ing)? up|threw up|been sick'],
  clearFluid: [
    'clear fluid from nose or ear',
    '(fluid|blood|discharge|leak\\w*)( \\w+)* (nose|ears?)|(nose|ears?)( \\w+)* (fluid|bleed\\w*|leak\\w*)',
  ],
  amnesia: ['loss of memory', 'remember\\w*|memory|amnesia|recall'],
  prostration: [
    'being too weak to sit or stand',
    "too weak|can't (sit|stand|walk)|sit up|stand|prostrat\\w+|very weak",
  ],
  cannotDrink: [
    'not being able to drink or keep anything down',
    'drink\\w*|keep\\w* (anything |it |things |food )?down|feed\\w*|breast ?feed\\w*|vomit\\w*',
  ],
  indrawing: ['fast breathing or chest indrawing', 'breath\\w*|indrawing|grunt\\w*|ribs'],
  lump: ['lumps or swollen glands', 'lumps?|glands?|swollen (glands?|nodes?)|lymph'],
  paleness: ['paleness', 'pale\\w*|pallor|an(a)?emi[ac]'],
  rash: ['a rash, above all one that does not fade', '(rash(es)?|spots|purpl\\w+|bruis\\w+)'],
  suddenOnset: ['a sudden onset', 'sudden\\w*|gradual\\w*|woke up with|all at once|over (a few|several) (days|weeks)'],
  faceAndSpeech: [
    'a drooping face or trouble speaking',
    'face|facial|droop\\w*|speech|slurr\\w+|(speak|talk)\\w* (clearly|properly|normally)',
  ],
} as const satisfies Record<string, Point>

export type RedFlagName = keyof typeof RED_FLAGS
