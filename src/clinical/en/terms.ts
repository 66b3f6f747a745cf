import { isMedicineName } from './medicines.ts'

/** Words that make a sentence clinical. Lists written here, from ordinary primary care. Stems match any ending: "cough"
 * also "coughing". */

const SYMPTOM_STEMS = (
  'ache aching allerg anxi appetite asleep bleed bloat blood blur breath bruis burn chill chok confus constipat cough cramp ' +
  'depress diarrh dizz exhaust faint fatigue fever fell flare flush fracture headache heartburn hurt infect injur itch ' +
  'lump migraine mucus nausea numb pain palpitation phlegm pregnan puk rash reflux runny seizure sick sleep sneez sore ' +
  'spit sputum stiff strain stress sweat swell swollen symptom tender thirst throw tight tingl tired tremor twist ulcer ' +
  'unwell urin vision vomit weak weight wheez worse'
).split(' ')

const HISTORY_STEMS = (
  'alcohol antibiotic arthritis asthma cancer cholesterol cigarette diabet diagnos disease drink drug exercis heart ' +
  'hospital hypertens inhaler insulin kidney liver medication medicine operation pill pregnan relative smok stroke ' +
  'surg tablet thyroid vaccin vape wine beer'
).split(' ')

const BODY_STEMS = (
  'abdom ankle appendix arm back belly bladder bowel breast chest ear elbow eye face finger foot feet gallbladder groin hand head heel hip ' +
  'jaw joint knee leg lung mouth muscle neck nose ovary period prostate rib shoulder sinus skin spine stomach stool thigh throat thumb ' +
  'toe tongue tonsil tooth teeth uterus womb wrist'
).split(' ')

/** Beginnings that are other words: "learn", "handle", "hipster" must not pass for ear, hand, hip. */
const WHOLE_BODY_WORDS = new Set(
  BODY_STEMS.flatMap((stem) => [stem, `${stem}s`, `${stem}es`]).concat('abdomen', 'abdominal', 'muscular'),
)

/** True for a part of the body. */
export const isBodyPart = (word: string) => WHOLE_BODY_WORDS.has(word)

/** What a medicine is called by its form alone. */
const FORMS = new Set('cream ointment inhaler syrup'.split(' '))

/** True for the name of a medicine, or of its form. */
export function isMedicine(word: string): boolean {
  return FORMS.has(word) || isMedicineName(word)
}

/** True for a word that names a symptom, a part of the body, a disease, a habit or a medicine. */
export function isClinical(word: string): boolean {
  return (
    isMedicine(word) ||
    WHOLE_BODY_WORDS.has(word) ||
    SYMPTOM_STEMS.some((stem) => word.startsWith(stem)) ||
    HISTORY_STEMS.some((stem) => word.startsWith(stem)) ||
    /^\p{L}{3,}(itis|emia|aemia|osis|pathy)$/u.test(word)
  )
}
