import type { Complaint } from './complaint.ts'

/** Fever, digestion, urine. Facts after the sources named; the wording is our own. */
export const FEVER_AND_BELLY: readonly Complaint[] = [
  {
    name: 'Fever',
    spoken: 'fevers?|feverish|high temperature',
    history: ['duration', 'cough', 'vomiting', 'urine', 'travel', 'contacts', 'mosquitoes', 'malariaTest'],
    redFlags: ['neckStiffness', 'rash', 'confusion', 'breathless', 'seizure'],
    safetyNet: [
      'Come back at once for confusion, a stiff neck, trouble breathing, a rash that does not fade, or if you pass no urine.',
    ],
    consider: ['Sepsis', 'Malaria', 'Meningitis'],
    sources: ['sepsis', 'malaria', 'meningitis'],
  },
  {
    name: 'Fever in a child',
    insteadOf: 'Fever',
    ages: { from: 0, below: 5 },
    spoken:
      "(?:son|daughter|baby|child|infant|toddler|little one|little boy|little girl)(?:'s)?(?: (?!not\\b|no\\b|never\\b|but\\b|and i\\b)\\w+){0,5} (?:fever(?:s|ish)?|high temperature)",
    history: ['duration', 'feeding', 'urine', 'vomiting', 'cough', 'immunizations', 'contacts', 'malariaTest'],
    redFlags: ['rash', 'confusion', 'seizure', 'indrawing', 'cannotDrink'],
    safetyNet: [
      'Bring the child back at once for a fit, a rash that does not fade, trouble breathing, or if it is hard to wake or will not drink.',
      'Bring the child back if the fever lasts longer than five days.',
    ],
    consider: [
      'Meningococcal disease',
      'Meningitis',
      'Pneumonia',
      'Urinary tract infection',
      'Septic arthritis',
      'Kawasaki disease',
      'Malaria',
    ],
    sources: ['feverInChildren', 'childIllness', 'malaria'],
  },
  {
    name: 'Suspected malaria',
    spoken:
      "(?:(?:suspected|possible|probable|falciparum|could be|may be|might be|think (?:it is|it's|this is)) )?malaria|tests? (?:you |him |her |me )?for malaria|malaria (?:test|rdt)",
    history: ['duration', 'fever', 'malariaTest', 'mosquitoes', 'travel', 'treatmentTried', 'lastPeriod'],
    redFlags: ['seizure', 'confusion', 'prostration', 'jaundice', 'cannotDrink', 'breathless', 'paleness'],
    safetyNet: [
      'Finish the whole course; come back if the fever is still there after three days of treatment.',
      'Come at once for convulsions, confusion, yellow eyes, dark urine, or if you cannot keep the medicine down.',
    ],
    consider: ['Severe malaria'],
    sources: ['malaria'],
  },
  {
    name: 'Abdominal pain',
    spoken:
      '(?:abdominal|stomach|belly|tummy) ?(?:pains?|aches?|cramps?)|pains? in (?:my|the|your|his|her)(?: \\w+)? (?:stomach|belly|tummy|abdomen)',
    history: ['duration', 'site', 'severity', 'spread', 'meals', 'stool', 'vomiting', 'lastPeriod', 'urine'],
    redFlags: ['rigidAbdomen', 'vomitingBlood', 'blackStool', 'weightLoss', 'jaundice', 'pregnancy'],
    safetyNet: [
      'Come at once if the pain becomes severe or constant, if you faint, vomit blood, or pass black stools.',
    ],
    consider: ['Appendicitis', 'Ectopic pregnancy', 'Peptic ulcer', 'Cancer of bowel, pancreas, or ovary'],
    sources: ['appendicitis', 'dyspepsia', 'ectopicPregnancy', 'cancer'],
  },
  {
    name: 'Diarrhea',
    spoken: 'diarrh(?:o)?ea|loose stools?|running stomach|watery stools?',
    history: ['duration', 'stoolNumber', 'vomiting', 'fever', 'feeding', 'contacts', 'travel'],
    redFlags: ['blackStool', 'dehydration', 'confusion', 'weightLoss'],
    safetyNet: [
      'Drink more than usual, with oral rehydration salts; go on eating.',
      'Come back for blood in the stool, many watery stools, repeated vomiting, great thirst, or no improvement in three days.',
    ],
    consider: ['Dysentery', 'Cholera'],
    sources: ['diarrhoea', 'diarrhoeaInChildren'],
  },
  {
    name: 'Vomiting',
    partOf: ['Headache', 'Minor head injury', 'Dizziness'],
    spoken: 'vomit(?:s|ed|ing)?|throwing up|thrown up|threw up|being sick',
    history: ['duration', 'feeding', 'stool', 'fever', 'lastPeriod', 'medicines', 'contacts'],
    redFlags: ['vomitingBlood', 'dehydration', 'rigidAbdomen', 'neckStiffness', 'headInjury', 'obstruction'],
    safetyNet: ['Come back if you keep nothing down for a day, vomit blood or green fluid, or have severe pain.'],
    sources: ['diarrhoea', 'diarrhoeaInChildren'],
  },
  {
    name: 'Painful urination',
    spoken:
      'dysuria|(?:burning|pain|painful|burns|hurts|stings)(?: sensation)? (?:when|whenever|while|on|to) (?:i |you |he |she )?(?:pee|peeing|pass(?:ing)? urine|urinate|urinating|urination)s?|urinary tract infection|uti',
    history: ['duration', 'urinaryFrequency', 'fever', 'discharge', 'lastPeriod', 'sexualHistory', 'allergies'],
    redFlags: ['flankPain', 'bloodInUrine', 'pregnancy', 'retention'],
    safetyNet: [
      'Come back if it has not improved within 48 hours, or at once for fever, shivering, vomiting, or pain in the back.',
    ],
    consider: ['Acute pyelonephritis'],
    sources: ['lowerUrinaryInfection', 'pyelonephritis'],
  },
  {
    name: 'Weight loss',
    spoken: 'weight loss|(?:lost|losing) (?:\\w+ ){0,3}weight|(?:lost|losing) \\w+ (?:kilos?|kilograms?|pounds)',
    history: ['duration', 'appetite', 'diet', 'mood', 'stool', 'cough', 'smoking', 'alcohol'],
    redFlags: ['nightSweats', 'swallowing', 'blackStool', 'lump', 'bloodInSputum', 'thirst'],
    safetyNet: ['Come back if you go on losing weight, or if you notice a lump, blood, or trouble swallowing.'],
    consider: ['Cancer', 'Tuberculosis'],
    sources: ['cancer', 'tuberculosis'],
  },
  {
    name: 'Diabetes review',
    sort: 'lasting',
    spoken: '(?:type (?:1|2|one|two) )?(?:diabetes(?! insipidus)|diabetic)',
    history: ['glucose', 'hypoglycemia', 'adherence', 'feet', 'eyes', 'diet', 'activity', 'smoking', 'bloodPressure'],
    redFlags: ['thirst', 'footUlcer', 'visionLoss', 'chestPain'],
    safetyNet: [
      'Come at once for a sore or discolored foot, loss of vision, or vomiting with high glucose.',
      'Go on checking glucose when you are ill, and ask which medicines to pause.',
    ],
    sources: ['diabetes'],
  },
]
