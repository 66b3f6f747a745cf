/**
 * How laboratory tests and imaging are ordered by word of mouth, with the parts of the body that name them. Matched
 * against plain words joined by single spaces. Written here, from what primary care and hospitals order.
 */

const whole = (names: string) => new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])`, 'g')

const SIDE = '(?:(?:right|left|both|bilateral|upper|lower|middle|low) )*'
const PART =
  '(?:chest|knee|hip|shoulder|neck|back|spine|lumbar(?: spine)?|cervical(?: spine)?|thoracic(?: spine)?|abdominal|abdomen|pelvic|pelvis|' +
  'head|brain|heart|cardiac|foot|ankle|leg|hand|wrist|arm|elbow|finger|toe|sinus|renal(?: artery)?|kidney|liver|thyroid|carotid|arterial|' +
  'venous|breast|quadrant|testicular|scrotal|lung|bone|transvaginal|obstetric|lower extremit(?:y|ies)|extremit(?:y|ies)|gallbladder)'
const OF_PART = `(?: (?:of|on) (?:the |your |that |my |his |her )?${SIDE}${PART}s?(?: (?:and|or) (?:your )?${SIDE}${PART}s?)*)?`
const SCAN =
  '(?:x[ -]?rays?|(?:ct|cat|c t)(?: scans?)?(?: angiogram)?|mri(?: scans?)?|m r i|magnetic resonance imaging|pet(?: ct)? scans?|' +
  'ultrasounds?(?: scan)?|sonograms?|dopplers?(?: ultrasound)?|duplex|dexa(?: scans?)?|bone density(?: scan| test)?|bone scans?|' +
  'mammograms?|echo(?:cardiogram)?s?|angiograms?|venograms?|barium (?:swallow|enema|meal)|fluoroscopy|elastography|radiographs?|v q scan)'

/** Imaging: "a chest x-ray", "mri of your left shoulder", "ct without contrast". */
export const IMAGING = whole(
  `(?:${SIDE}(?:${PART} )?(?:(?:and|or) ${PART} )?)(?:plain )?${SCAN}(?: elastography)?(?: with(?:out)?(?: (?:and|or) with(?:out)?)? contrast)?${OF_PART}`,
)

const BLOOD_TESTS =
  '(?:complete|full) blood count|cbc|fbc|blood count|(?:basic|complete|comprehensive) metabolic (?:panel|profile)|bmp|cmp|chem[ -]\\d+|' +
  '(?:lipid|cholesterol|thyroid|autoimmune|anemia|anaemia|metabolic|hepatitis|coagulation|iron|allergy|rheumatoid|liver|kidney|renal|arthritis|vasculitis|hepatic|bone|viral) (?:panel|profile|studies|screen(?:ing)?)s?|' +
  '(?:liver|kidney|renal|thyroid) (?:function|enzyme)s?(?: tests?| studies)?|lfts?|u and es|urea and electrolytes|electrolytes|' +
  '(?:hemoglobin|haemoglobin) a1c|hb ?a1c|a1c|a one c|hemoglobin a one c|(?:fasting |random )?(?:blood )?(?:sugar|glucose) (?:tests?|levels?)|fasting (?:blood )?(?:sugar|glucose)|' +
  '(?:total )?cholesterol(?: levels?| test| check)?|triglycerides|(?:vitamin (?:d|b ?-?12)|b12|iron|ferritin|folate|testosterone|aldosterone|cortisol|calcium|magnesium|potassium|uric acid|tsh|lithium|digoxin|hormone|estrogen|glucose|troponin|psa) levels?|' +
  'tsh|free t ?[34]|thyroid (?:tests?|hormones?|blood tests?)|psa|prostate[ -]specific antigen|esr|sed rate|crp|c[ -]reactive protein|d[ -]dimer|troponins?|bnp|inr|' +
  'ferritin|b12|folate|creatinine|uric acid|rheumatoid factor|ana|anti[ -]ccp|ca[ -]?125|hcg|afp|ldh|hep(?:atitis)? [abc](?: (?:rna|antibod(?:y|ies)|antigen|screen|serology|viral load))?|hcv(?: (?:rna|genotype))?|' +
  'viral load|cd4(?: count)?|western blot(?: pcr)?|pcr|lyme (?:titers?|tests?|serology)|titers?|alkaline phosphatase|(?:blood|lipid|liver|kidney|pituitary|thyroid) (?:enzymes|hormones|markers)|' +
  'inflammatory markers|(?:rheumatological|rheumatoid|autoimmune) antibodies|(?:thick and thin )?blood films?|blood (?:tests?|work|cultures?|samples?|films?|smears?|draw|gas)|bloods|labs|lab(?:oratory)? (?:tests?|work|studies)|malaria (?:test|rdt|smear)|rdt|widal(?: test)?|tumou?r markers'
const OTHER_TESTS =
  '(?:24[ -]hour |twenty[ -]four[ -]hour )?(?:urine|stool|sputum|wound|throat) (?:tests?|cultures?|samples?|swabs?|sample test|specimens?|analysis|dipstick|smears?|studies)|urinalysis|urinalyses|urine drug screen|twenty four hour urine|24 hour urine|' +
  '(?:rapid )?strep(?: throat)? (?:tests?|swabs?)|(?:throat|nasal|vaginal|covid|nose) swabs?|swabs?|(?:pregnancy|hiv|covid(?:[ -]?19)?|flu|tb|std|sti|chlamydia|genetic|allergy|h ?pylori|mono|syphilis|rapid covid) tests?(?:ing)?|' +
  'pap smears?|smear test|genexpert|biops(?:y|ies)|hepatitis (?:testing|serology)|stool culture|sickle cell (?:test|screen)|blood group'

/** Laboratory tests: "a lipid panel", "a urine sample". */
export const LABORATORY = whole(`${BLOOD_TESTS}|${OTHER_TESTS}`)
