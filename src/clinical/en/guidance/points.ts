/** What a history asks: its name in a note, and the words that show that it was asked or told. */
export type Point = readonly [name: string, heard: string]

/** What many complaints share. The words were gathered here; they are matched against sentences of plain words. */
export const HISTORY = {
  duration: [
    'how long it has lasted',
    'how long|since|(start|began|begin)\\w*|when did|for (the (last|past) )?(a|an|one|two|three|four|five|six|seven|eight|ten|\\d+|several|few|couple)( \\w+)? ?(hours?|days?|weeks?|months?|years?)|(days?|weeks?|months?|years?) ago|yesterday',
  ],
  severity: [
    'how bad it is',
    'how bad|scale|out of (ten|10)|severe|mild|moderate|worst|unbearable|wakes? (me|you|him|her)',
  ],
  site: [
    'where exactly it is',
    'where (is|are|does|do|exactly|about)|(left|right|both|one)( \\w+)? (sides?|knees?|hips?|legs?|arms?|shoulders?|ankles?|foot|feet|hands?|wrists?|elbows?|temples?|back)|(upper|lower) (part|side|abdom\\w+|belly|back)|middle|center|centre|all over',
  ],
  spread: [
    'whether it spreads',
    'spread\\w*|radiat\\w*|(goes|going|moves?|travels?|shoots?|shooting) (down|up|to|into)',
  ],
  triggers: [
    'what brings it on or eases it',
    'worse|(gets?|getting|feels?|any|makes? it) better|brings? it on|triggers?|eases?|relie\\w+|helps? (it|with)|anything help\\w*|when (i|you|he|she) (walk|eat|lie|bend|move|cough|exercise)\\w*',
  ],
  treatmentTried: [
    'what was taken for it',
    'paracetamol|ibuprofen|tylenol|painkillers?|antibiotics?|tak(en?|ing) (anything|something|any)|tried|medicines? for|tablets? for',
  ],
  medicines: ['current medicines', 'medications?|medicines?|tablets?|pills|taking|\\d+ (mg|milligrams?)'],
  allergies: ['allergies', 'allerg\\w+'],
  smoking: ['smoking', 'smok\\w+|cigarettes?|tobacco|vap(e|es|ing)'],
  alcohol: ['alcohol', 'alcohol|drink(s|ing)?|beers?|wine|units a week'],
  sputum: [
    'sputum',
    'sputum|phlegm|mucus|bring\\w* (anything )?up|cough\\w* (anything|something|stuff) up|cough\\w* up (anything|something|stuff|yellow|green|white|clear)|productive|dry cough|cough (is )?dry',
  ],
  wheeze: ['wheeze', 'wheez\\w+|whistling'],
  fever: ['fever', 'fevers?|feverish|temperature|chills|hot and cold|sweats?'],
  cough: ['cough', 'cough\\w*'],
  contacts: [
    'contact with others who are ill',
    'anyone (else )?|contact with|at home|been around|family (is |are )?(ill|sick)|same symptoms',
  ],
  travel: ['travel', 'travel\\w*|abroad|trip|been away|village|holiday'],
  mosquitoes: [
    'mosquito nets and previous malaria',
    'mosquito\\w*|bed ?nets?|malaria (before|last|in the past)|antimalarials?|coartem',
  ],
  malariaTest: [
    'whether malaria was tested for',
    'malaria (test|rdt)|rapid (diagnostic )?test|blood (film|smear)|test\\w* for malaria|rdt',
  ],
  immunizations: ['immunizations', 'immuni[sz]\\w+|vaccin\\w+|jabs?|shots'],
  feeding: ['feeding and drinking', 'feed\\w*|drink\\w*|eat\\w*|breast ?fe\\w+|milk|appetite'],
  urine: ['passing urine', 'urin\\w+|pee(ing)?|wet napp\\w+|diapers?|napp(y|ies)|toilet|water works'],
  stool: ['bowel habit', 'bowels?|stools?|constipat\\w*|diarrh\\w+|poo|toilet'],
  vomiting: ['vomiting', 'vomit\\w*|throw(ing|n)? up|threw up|sick|nausea\\w*'],
  appetite: ['appetite', 'appetite|eating|hungry|off (my|your|his|her) food'],
  meals: ['how it goes with meals', 'after (eating|meals?|food)|meals?|empty stomach|spicy|fatty|food'],
  lastPeriod: ['the last menstrual period', 'periods?|menstrua\\w+|lmp|pregnan\\w+'],
  discharge: ['discharge', 'discharge'],
  sexualHistory: ['sexual history', 'sexual\\w*|partners?|unprotected|intercourse'],
  aura: ['aura or visual change before it', 'aura|flashing|zig ?zag|lights|vision|visual|blurr\\w+'],
  painkillerDays: [
    'on how many days painkillers are taken',
    'painkillers?|paracetamol|ibuprofen|codeine|tylenol|how (often|many) (do you )?(take|tablets?)',
  ],
  caffeine: ['caffeine', 'caffeine|coffee|tea|energy drinks?|cola'],
  heartHistory: [
    'earlier heart disease and its risks',
    'heart (disease|attack|problems?|failure|condition)|cholesterol|diabet\\w+|angina|stents?|strokes?',
  ],
  familyHistory: ['family history', 'family|mother|father|brother|sister|parents?|relatives?|runs in'],
  exertion: ['whether it comes with effort', 'exert\\w*|exercise|walk\\w*|stairs|climb\\w*|running|uphill'],
  rhythm: [
    'whether it is regular, and how long it lasts',
    'regular|irregular|skip\\w*|miss\\w* beats?|flutter\\w*|rac(e|es|ing)|how long',
  ],
  lyingFlat: ['breathlessness when lying flat', 'lying (flat|down)|lie flat|pillows?'],
  injury: ['injury', 'injur\\w+|fell|fall|falls|accident|twist\\w*|lift\\w*|hit|trauma|knock\\w*'],
  work: ['work and daily activities', 'work\\w*|job|office|lifting|daily activit\\w+|sport'],
  stiffness: ['morning stiffness', 'stiff\\w*'],
  swelling: ['swelling', 'swell\\w*|swollen|puffy'],
  movement: ['range of movement', 'mov(e|es|ing|ement)|rais(e|ing)|lift(ing)? (my|your|his|her) arm|overhead|bend\\w*'],
  position: [
    'whether it comes with turning or standing up',
    'turn\\w*|roll\\w*|stand\\w*( up)?|get(ting)? up|position|moving (my|your) head',
  ],
  spinning: [
    'spinning or light-headedness',
    'spin\\w*|room (is )?(moving|turning)|light ?-?headed\\w*|vertigo|off balance|unsteady',
  ],
  hearing: ['hearing', "hearing|deaf\\w*|tinnitus|ringing|(can|can't|cannot) (you |i )?hear"],
  sleep: ['sleep', 'sleep\\w*|asleep|insomnia|wak(e|ing) up|tired in the morning'],
  mood: ['mood', 'mood|depress\\w*|(feel|feeling|felt) (\\w+ )?(low|down|sad)|sad|hopeless|cry\\w*|interest|enjoy\\w*'],
  interest: ['loss of interest', 'interest\\w*|enjoy\\w*|pleasure|motivat\\w*'],
  concentration: ['concentration', 'concentrat\\w*|focus\\w*|memory'],
  worry: ['what the worry is about', 'worr\\w+|anxious about|afraid of|stress\\w*|fear\\w*'],
  panic: ['attacks of panic', 'panic\\w*|attacks?|heart racing|tingling'],
  stressors: [
    'stress at home and at work',
    'stress\\w*|work|home|family|money|school|relationship|bereave\\w*|died|divorce',
  ],
  support: ['who is there to help', 'support\\w*|live (with|alone)|family|friends?|husband|wife|partner|talk to'],
  bedtime: ['bedtime, waking and naps', 'bed ?time|go to bed|wake|naps?|hours (of sleep|a night)|screens?|phone'],
  snoring: ['snoring', 'snor\\w*|stop breathing|apn\\w+'],
  itch: ['itch', 'itch\\w*|scratch\\w*'],
  rashSite: [
    'where it began and how it spread',
    'where|spread\\w*|began|arms?|legs?|face|trunk|chest|back|hands?|all over',
  ],
  exposure: [
    'new medicines, foods, plants or products',
    'new|soap|detergent|cream|food|plants?|pets?|bites?|chemical\\w*|jewell?e?ry|start\\w* taking',
  ],
  earDischarge: ['discharge from the ear', 'discharge|fluid|pus|leak\\w*|draining|wet'],
  eyeDischarge: ['discharge and stickiness', 'discharge|stick\\w*|pus|water\\w*|tear\\w*|crust\\w*'],
  contactLenses: ['contact lenses', 'contact lens\\w*|contacts|lenses'],
  homeReadings: [
    'blood pressure readings at home',
    'home (readings?|monitor\\w*|blood pressure)|at home|readings?|check\\w* (my|your|his|her) (blood )?pressure',
  ],
  adherence: [
    'whether the medicines are taken as agreed',
    'miss\\w*|forg[eo]t\\w*|every day|regularly|taking (your|my|his|her|the|them|it)|side effects?|run out|ran out',
  ],
  salt: ['diet and salt', 'salt|diet|eat\\w*|food'],
  activity: ['physical activity', 'exercis\\w*|walk\\w*|activ\\w+|gym|sport'],
  glucose: ['glucose readings and HbA1c', 'glucose|sugars?|hba1c|a1c|readings?'],
  hypoglycemia: [
    'episodes of low glucose',
    'hypo\\w*|low sugars?|shak(y|ing)|sweaty|sugars? (go|goes|went|been|drop\\w*) (too )?low',
  ],
  feet: ['feet: numbness and sores', 'feet|foot|toes?|numb\\w*|tingl\\w*|sores?|ulcers?'],
  eyes: ['vision and the last eye check', 'eyes?|vision|sight|optician|retin\\w*|blurr\\w*'],
  inhalerUse: [
    'how often the reliever is needed',
    'inhaler|puffs?|reliever|blue (one|pump)|ventolin|salbutamol|albuterol|how often',
  ],
  nightSymptoms: ['waking at night with it', 'night\\w*|wak(e|es|ing)'],
  inhalerTechnique: ['inhaler technique', 'technique|spacer|show me|how (do )?you (use|take)'],
  attacks: [
    'attacks and steroid courses in the last year',
    'attacks?|hospital|admit\\w*|steroids?|prednis\\w+|emergency',
  ],
  contraceptionNow: [
    'present and past contraception',
    'contracepti\\w+|the pill|condoms?|coil|iud|implant|injection|depo',
  ],
  bloodPressure: ['blood pressure', 'blood pressure'],
  migraine: ['migraine with aura', 'migraines?|aura'],
  clots: ['earlier clots', 'clots?|thrombosis|dvt|embol\\w+'],
  breastfeeding: ['a recent birth and breastfeeding', 'breast ?feed\\w*|gave birth|delivered|baby|postpartum'],
  gestation: ['weeks of pregnancy', 'weeks|months pregnant|due date|how far|trimester|scan'],
  supplements: ['folic acid and iron', 'folic|folate|iron|supplements?|vitamins?'],
  earlierPregnancies: [
    'earlier pregnancies',
    '(first|second|third|last|previous|other|earlier) (pregnanc\\w+|bab(y|ies)|child|birth)|pregnant before|children|miscarr\\w+|caesarean|c-?section',
  ],
  immobility: [
    'long journeys, bed rest or operations',
    'flight|fl(y|ew|ying)|journey|bed ?rest|surgery|operation|immobil\\w*|cast|plaster|long (drive|travel)',
  ],
  diet: ['what is eaten', 'eat\\w*|diet|food|meals?|appetite'],
  periodsHeavy: ['heavy periods or other blood loss', 'periods?|bleed\\w*|blood'],
  mechanism: ['how the injury happened', 'how did|fell|fall|hit|struck|accident|bump\\w*|knock\\w*'],
  urinaryFrequency: [
    'how often and how urgently',
    'how often|frequen\\w+|urgen\\w+|(get up|getting up) at night|more (often|than usual)',
  ],
  stoolNumber: [
    'how many stools a day, and how they look',
    'how (many|often)|times (a|per|in a) (day|night)|watery|mucus|blood',
  ],
} as const satisfies Record<string, Point>

export type HistoryName = keyof typeof HISTORY
