/** Names of investigations and procedures, in plain words. Written here, from what primary care orders and reports. */

const wholeWords = (names: string) => new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])`, 'g')

export const INVESTIGATIONS = wholeWords(
  '(?:chest |knee |back |abdominal )?x[ -]?rays?|ct(?: scans?)?|mri(?: scans?)?|(?:pelvic |abdominal )?ultrasound(?: scan)?|' +
    'mammogram|ecg|ekg|electrocardiogram|echo(?:cardiogram)?|(?:full|complete) blood count|fbc|cbc|' +
    '(?:fasting |random )?blood sugar(?: test)?|blood (?:tests?|work|cultures?)|h(?:a)?emoglobin(?: a1c)?|(?:hb)?a1c|' +
    'creatinine|electrolytes|(?:liver|kidney|thyroid) function(?: tests?)?|lipid (?:panel|profile)|urinalysis|' +
    'urine (?:tests?|cultures?|dipstick)|stool (?:tests?|cultures?)|sputum (?:tests?|cultures?|smear)|throat swab|' +
    '(?:malaria|hiv|pregnancy|covid|typhoid|widal|rapid|strep) tests?|(?:malaria )?rdt|blood (?:film|smear)|viral load|' +
    'cd4 count|genexpert|pap smear|spirometry|biops(?:y|ies)|(?:basic |comprehensive )?metabolic panel|' +
    '(?:hepatitis|autoimmune|iron|thyroid) panel|tsh|psa|inr|esr|crp|ferritin|troponin|d[ -]dimer|rheumatoid factor|' +
    '(?:dexa|bone density|pet|doppler)(?: scan)?|holter(?: monitor)?|(?:treadmill |stress )test|emg|nerve conduction stud(?:y|ies)|' +
    'pulmonary function tests?|sleep study',
)

export const PROCEDURES = wholeWords(
  '\\w{3,}(?:ectomy|ectomies|plasty|oscopy|ostomy|otomy)|c(?:a)?esarean(?: section)?|c[ -]section|' +
    '(?:hernia|fistula) repair|(?:hip|knee|valve) replacement|tubal ligation|vasectomy|circumcision|' +
    'dilation and curettage|incision and drainage|tooth extraction|(?:coronary )?bypass(?: surgery)?|' +
    'heart surgery|back surgery|eye surgery|cataract surgery|blood transfusion|dialysis|skin graft',
)
