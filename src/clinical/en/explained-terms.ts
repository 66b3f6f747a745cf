/**
 * Clinical words and what they mean in everyday ones. Written here, in the manner of lists such as the PRISM Readability
 * Toolkit's; a word that means one thing to one and another to others is left out.
 */
const ROWS = `
hypertension: high blood pressure
hypotension: low blood pressure
bronchitis: an infection of the airways in the lungs
pneumonia: an infection of the lungs
sinusitis: swelling of the spaces behind the nose and forehead
tonsillitis: swelling of the tonsils at the back of the throat
laryngitis: swelling of the voice box
otitis media: an infection of the middle ear
otitis externa: an infection of the outer ear
gastroenteritis: a stomach bug
gastritis: swelling of the lining of the stomach
reflux: stomach acid that comes up into the food pipe
cystitis: an infection of the bladder
urinary tract infection: an infection of the bladder or kidneys
dermatitis: sore, itchy skin
cellulitis: an infection under the skin
arthritis: sore, stiff joints
osteoarthritis: wear of the joints
osteoporosis: thin bones that break easily
tendinitis: a sore tendon
anaemia: too few red blood cells
anemia: too few red blood cells
angina: chest pain that comes from the heart
myocardial infarction: a heart attack
atrial fibrillation: an uneven heartbeat
arrhythmia: an uneven heartbeat
thrombosis: a blood clot
embolism: a blood clot that has moved
fracture: a broken bone
oedema: swelling from fluid
edema: swelling from fluid
inflammation: redness, warmth and swelling
benign: not cancer
malignant: cancer
chronic: lasting a long time
acute: sudden or recent
bilateral: on both sides
biopsy: a small piece taken out to be looked at
ultrasound: a picture made with sound waves
MRI: pictures made with a strong magnet
CT: pictures made with x-rays from many sides
ECG: a tracing of the heartbeat
EKG: a tracing of the heartbeat
antibiotic: a medicine against bacteria
antibiotics: medicines against bacteria
antihistamine: a medicine against allergies
diuretic: a medicine that makes you pass more urine
anticoagulant: a medicine that keeps blood from clotting
analgesic: a pain medicine
statin: a medicine that lowers cholesterol
dehydration: too little water in the body
hyperglycaemia: high blood sugar
hyperglycemia: high blood sugar
hypoglycaemia: low blood sugar
hypoglycemia: low blood sugar
hypothyroidism: a thyroid that makes too little hormone
hyperthyroidism: a thyroid that makes too much hormone
vertigo: a feeling that everything spins
syncope: fainting
dyspnoea: being short of breath
dyspnea: being short of breath
`

const EXPLAINED = ROWS.trim()
  .split('\n')
  .map((line) => {
    const term = line.slice(0, line.indexOf(':'))
    // CT and MRI are written so.
    const flags = term === term.toUpperCase() ? 'u' : 'iu'
    return { line: `${line}.`, cue: new RegExp(`(?<![\\p{L}-])${term}(?![\\p{L}-])`, flags) }
  })

/** What the clinical words of a sentence mean: `hypertension: high blood pressure.` */
export const explain = (sentence: string): string[] =>
  EXPLAINED.flatMap(({ line, cue }) => (cue.test(sentence) ? [line] : []))
