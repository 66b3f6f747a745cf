import type { Complaint } from './complaint.ts'

/** Airways, heart and circulation. Facts after the sources named; the wording is our own. */
export const CHEST_AND_THROAT: readonly Complaint[] = [
  {
    name: 'Cough',
    spoken: 'cough(?:s|ing)?',
    history: ['duration', 'sputum', 'fever', 'wheeze', 'smoking', 'contacts', 'treatmentTried'],
    redFlags: ['bloodInSputum', 'breathless', 'chestPain', 'weightLoss', 'nightSweats'],
    safetyNet: [
      'Come back if the cough has not improved after three to four weeks.',
      'Come back at once if you become breathless, cough up blood, or feel much worse.',
    ],
    consider: ['Pneumonia', 'Tuberculosis', 'Lung cancer'],
    sources: ['cough', 'cancer', 'tuberculosis'],
  },
  {
    name: 'Sore throat',
    spoken:
      'sore throats?|throat (?:is |feels |has been )?(?:very |really )?(?:sore|hurts|hurting|pain)|pain in (?:my|your|his|her) throat',
    history: ['duration', 'fever', 'cough', 'contacts', 'treatmentTried', 'allergies'],
    redFlags: ['swallowing', 'breathless', 'steroidUse'],
    safetyNet: [
      'A sore throat usually gets better within a week, with or without antibiotics; come back if it does not.',
      'Come back at once if you cannot swallow your saliva, have trouble breathing, or become very unwell.',
    ],
    consider: ['Peritonsillar abscess', 'Retropharyngeal abscess'],
    sources: ['soreThroat'],
  },
  {
    name: 'Breathlessness',
    spoken: 'shortness of breath|short of breath|breathless(?:ness)?|(?:trouble|difficulty) breathing|out of breath',
    history: ['duration', 'exertion', 'lyingFlat', 'cough', 'wheeze', 'smoking', 'heartHistory'],
    redFlags: ['chestPain', 'bloodInSputum', 'calf', 'fainting', 'speakSentences'],
    safetyNet: ['Call for help at once if you are breathless at rest, have chest pain, faint, or turn blue.'],
    consider: ['Heart failure', 'Pulmonary embolism', 'Chronic obstructive pulmonary disease', 'Asthma'],
    sources: ['heartFailure', 'thrombosis', 'obstructiveLungDisease', 'asthma'],
  },
  {
    name: 'Chest pain',
    spoken:
      'chest (?:pains?|tightness|pressure|discomfort)|(?:pain|pressure|tightness) (?:in|on|across) (?:my|the|your|his|her) chest',
    history: ['duration', 'site', 'severity', 'triggers', 'exertion', 'smoking', 'heartHistory', 'familyHistory'],
    redFlags: ['armJaw', 'breathless', 'fainting', 'calf', 'bloodInSputum'],
    safetyNet: [
      'Call an ambulance if the pain comes at rest, lasts longer than 15 minutes, or comes with sweating, vomiting, or breathlessness.',
    ],
    consider: ['Acute coronary syndrome', 'Stable angina', 'Pulmonary embolism', 'Aortic dissection', 'Pneumonia'],
    sources: ['chestPain', 'coronarySyndromes'],
  },
  {
    name: 'Palpitations',
    spoken: 'palpitations?|heart (?:is |was |has been |keeps )?(?:racing|pounding|fluttering|skipping)',
    history: ['duration', 'rhythm', 'triggers', 'caffeine', 'alcohol', 'medicines', 'heartHistory'],
    redFlags: ['fainting', 'chestPain', 'breathless', 'suddenDeathFamily'],
    safetyNet: ['Call for help at once if palpitations come with fainting, chest pain, or breathlessness.'],
    consider: ['Atrial fibrillation', 'Structural or inherited heart disease'],
    sources: ['atrialFibrillation', 'blackouts'],
  },
  {
    name: 'Leg swelling',
    spoken:
      '(?:swelling|swollen|edema|oedema)(?: \\w+){0,3} (?:legs?|ankles?|calf|calves)|(?:legs?|ankles?|calf) (?:is |are |was |were |has been |have been |swell|swelling)+ ?(?:swollen|swelling|up)?',
    history: ['duration', 'site', 'immobility', 'medicines', 'heartHistory', 'clots', 'lyingFlat'],
    redFlags: ['calf', 'breathless', 'chestPain', 'pregnancy', 'cancerHistory'],
    safetyNet: ['Come at once if one leg becomes swollen and painful, or if you have chest pain or breathlessness.'],
    consider: ['Deep vein thrombosis', 'Heart failure'],
    sources: ['thrombosis', 'heartFailure'],
  },
  {
    name: 'Hypertension review',
    sort: 'lasting',
    spoken: 'hypertension|high blood pressure|hypertensive',
    history: ['homeReadings', 'adherence', 'smoking', 'alcohol', 'salt', 'activity', 'heartHistory'],
    redFlags: ['organDamage', 'confusion', 'weakness'],
    safetyNet: [
      'Seek care the same day for a blood pressure of 180/120 mmHg or higher with headache, loss of vision, chest pain, or confusion.',
    ],
    consider: ['Accelerated hypertension', 'Pheochromocytoma'],
    sources: ['hypertension'],
  },
  {
    name: 'Asthma review',
    sort: 'lasting',
    spoken: 'asthma|asthmatic',
    history: ['inhalerUse', 'nightSymptoms', 'attacks', 'inhalerTechnique', 'smoking', 'triggers'],
    redFlags: ['speakSentences', 'confusion'],
    safetyNet: [
      'Call for help if the reliever does not help, if its effect wears off within four hours, or if you are too breathless to speak.',
    ],
    sources: ['asthma'],
  },
]
