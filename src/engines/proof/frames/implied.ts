import { stem } from '../../../clinical/en/grammar/stem.ts'
import type { Meaning } from './passage.ts'

/**
 * Words that go without saying where a note names one of these things: a cough's sputum is of the chest, dysuria is urinary.
 * Parts and systems come first, then what has them in its name. Written here.
 */
const ROWS = [
  'rhythm : heart murmur',
  'stool stools bowel bowels : diarrhea constipation melena hematochezia calprotectin',
  'abdominal abdomen : bloating diarrhea vomit nausea gastroenteritis',
  'urine urinary bladder water : dysuria nocturia hematuria incontinence hesitancy urgency dribbling frequency stream urinate catheter cystitis',
  'nasal nose : rhinorrhea epistaxis congestion snort sneeze sinusitis',
  'visual vision eye eyes sight : blurred diplopia floaters flashes cataract glaucoma squint latanoprost cornea retina iritis',
  'ear ears aural : tinnitus hearing deafness otitis eardrum',
  'throat : hoarseness tonsil tonsillitis swallow dysphagia',
  'oral mouth : tongue lip gum tooth teeth',
  'facial face : sinusitis cheek forehead',
  'chest lung lungs pulmonary respiratory : cough wheeze sputum crackles spirometry asthma COPD pneumonia bronchitis inhaler',
  'heart cardiac : murmur palpitations angina echocardiogram ECG troponin fibrillation pacemaker stent',
  'vaginal : period menses menorrhagia spotting thrush smear',
  'menstrual : period menses dysmenorrhoea menorrhagia',
  'skin : rash eczema psoriasis mole itch hives cellulitis acne',
  'joint joints : arthritis gout knuckle rheumatoid',
  'mood : depression anhedonia tearful',
  'sleep : insomnia snoring apnoea apnea nightmares',
  'blood : hemoglobin platelets potassium sodium glucose HbA1c cholesterol ferritin pressure creatinine calcium CRP ESR TSH PSA INR',
  'level levels count serum concentration : hemoglobin platelets potassium sodium glucose cholesterol ferritin creatinine calcium CRP ESR TSH PSA ALT urate cell',
  'weight : kg kilos stone lb pounds',
  'height length : cm metres',
  'topical : cream ointment lotion gel',
  'inhaled : inhaler puffs',
  'oral : tablet tablets capsule capsules',
  'joint range motion movement : flexion extension abduction rotation',
  'medical drug medication : tablet inhaler injection',
] as const

const IMPLIED = new Map<string, ReadonlySet<string>[]>()
for (const row of ROWS) {
  const [words, things] = row.split(' : ').map((part) => part.split(' ').map((word) => stem(word.toLowerCase())))
  const all = new Set(things)
  for (const word of words ?? []) IMPLIED.set(word, [...(IMPLIED.get(word) ?? []), all])
}

/** Whether something that the sentence says, and the evidence too, has this word in what it is. */
export function isImplied(word: string, licensed: readonly Meaning[]): boolean {
  const rows = IMPLIED.get(word)
  return (
    rows !== undefined &&
    licensed.some(({ passage: { words }, start, end }) =>
      words.slice(start, end).some((each) => rows.some((things) => things.has(each.stem))),
    )
  )
}
