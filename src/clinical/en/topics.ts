/**
 * What a sentence of each part of a SOAP note is about, by its plain words; the first cue that fits decides. Written
 * here, from the section headings that scribes and ward templates have in common.
 */

export const SUBJECTIVE_TOPICS = [
  ['allergies', /\ballerg/],
  ['immunizations', /\b(vaccin|immuni[sz]|booster|flu shot|flu jab)/],
  [
    'family_history',
    /\b(family|mother|father|mom|mum|dad|brother|sister|grandmother|grandfather|parents|aunt|uncle)('s)?\b/,
  ],
  ['past_obstetric_history', /\b(pregnan|miscarri|c section|cesarean|caesarean|gave birth|last period|menopaus)/],
  ['past_surgical_history', /\b(surger|operation|operated|appendectomy|\w+ectomy|had my \w+ (taken out|removed|out))/],
  [
    'medications',
    /\b(i|i'm|i am|he|she|patient|patient is) (also |still |currently |just |only )*(takes?|taking|on|use|using|take)\b.*|\b(medications?|medicines?|tablets?|pills?|inhaler|insulin)\b/,
  ],
  [
    'social_history',
    /\b(smok|cigarette|tobacco|vap(e|ing)|alcohol|beer|wine|drinks?|drugs|exercis|i work|my job|retired|married|live (alone|with|in))/,
  ],
  [
    'past_medical_history',
    /\b(history of|diagnosed|since childhood|chronic|years ago|in the past|diabet|hypertens|high blood pressure|asthma|cholesterol|epilep|thyroid)/,
  ],
  ['mental_health', /\b(anxi|depress|mood|panic|suicid|sleep|stress|worr(y|ied)|hopeless|therapist|counsel)/],
] as const

export const OBJECTIVE_TOPICS = [
  [
    'vitals',
    /\b(vital|blood pressure|bp|temperature|pulse|heart rate|respiratory rate|oxygen|saturation|weigh|height|bmi|body mass)/,
  ],
  ['imaging', /\b(x ?-?rays?|ct|mri|ultrasound|scan|echo(cardiogram)?|mammogram)\b/],
  ['labs', /\b(blood (test|work|sugar|count)|results?|a1c|urine|culture|cholesterol|h(a)?emoglobin|creatinine|test)\b/],
  ['examination', /./],
] as const

export const PLAN_TOPICS = [
  [
    'return_if',
    /^(if|when|once)\b|\b(if|when) (it|you|they|the|there|he|she)\b.*\b(worse|fever|come back|call|return|emergency)\b/,
  ],
  [
    'follow_up',
    /\b(follow up|follow-up|see you|see me|come back|appointment|check back|recheck|in (a|one|two|three|four|six|\d+) (days?|weeks?|months?))\b/,
  ],
  [
    'investigations',
    /\b(x ?-?ray|ct|mri|ultrasound|scan|blood (test|work)|tests?|labs?|culture|swab|ecg|ekg|biopsy|refer|specialist)\b/,
  ],
  ['prescription', /\b(prescri|tablets?|pills?|milligrams?|mg|antibiotics?|dose|inhaler|ointment|cream|drops|syrup)/],
  ['advice', /./],
] as const
