import type { Complaint } from './complaint.ts'

/** Back and joints, skin, women's health. Facts after the sources named; the wording is our own. */
export const JOINTS_SKIN_WOMEN: readonly Complaint[] = [
  {
    name: 'Low back pain',
    spoken:
      '(?:low(?:er)? )?back ?(?:pains?|aches?)|pain in (?:my|the|your|his|her) (?:low(?:er)? )?back|back (?:is |has been |was )?(?:hurts?|hurting|aching|sore)|sciatica',
    history: ['duration', 'site', 'spread', 'triggers', 'injury', 'work', 'treatmentTried'],
    redFlags: ['bowelControl', 'saddle', 'legWeakness', 'cancerHistory', 'weightLoss', 'fever', 'steroidUse'],
    safetyNet: [
      'Come at once if you lose control of bladder or bowel, are numb between the legs, or have weakness in the legs.',
      'Keep moving and go on with daily activities as far as you can.',
    ],
    consider: ['Cancer', 'Infection', 'Fracture', 'Spondyloarthritis', 'Spinal cord or cauda equina compression'],
    sources: ['lowBackPain', 'spinalMetastases'],
  },
  {
    name: 'Joint pain',
    spoken:
      '(?:joint|knee|hip|ankle|elbow|wrist) (?:pains?|aches?)|(?:pains?|aches?) in (?:my|the|your|his|her)(?: left| right| both)? (?:joints?|knees?|hips?|ankles?|elbows?|wrists?)|(?:knee|hip|ankle|elbow|wrist)s? (?:is |are |has been |have been )?(?:hurts?|hurting|aching|sore|painful)',
    history: ['duration', 'site', 'injury', 'stiffness', 'swelling', 'triggers', 'work', 'treatmentTried'],
    redFlags: ['hotJoint', 'cannotBearWeight', 'weightLoss', 'nightPain'],
    safetyNet: [
      'Come at once if a joint becomes hot, red, and very painful, or if you have fever or cannot stand on it.',
    ],
    consider: ['Septic arthritis', 'Gout', 'Inflammatory arthritis'],
    sources: ['osteoarthritis', 'gout'],
  },
  {
    name: 'Shoulder pain',
    spoken:
      'shoulder (?:pains?|aches?)|pain in (?:my|the|your|his|her)(?: left| right| both)? shoulders?|shoulders? (?:is |are |has been )?(?:hurts?|hurting|aching|sore|painful)',
    history: ['duration', 'site', 'injury', 'movement', 'work', 'spread', 'treatmentTried'],
    redFlags: ['hotJoint', 'deformity', 'cancerHistory', 'weightLoss', 'chestPain', 'weakness'],
    safetyNet: ['Come at once for a deformed or hot, red shoulder, for weakness of the arm, or for chest pain.'],
    consider: ['Rotator cuff tear', 'Adhesive capsulitis', 'Septic arthritis'],
    sources: ['shoulder', 'osteoarthritis'],
  },
  {
    name: 'Rash',
    spoken:
      'rash(?:es)?|skin eruption|itchy skin|skin (?:is |has been |feels |gets )+(?:\\w+ ){0,2}(?:itchy|itching)|hives|urticaria|spots on (?:my|the|your|his|her) (?:skin|face|arms?|legs?|body)',
    history: ['duration', 'rashSite', 'itch', 'exposure', 'medicines', 'contacts', 'allergies'],
    redFlags: ['purpura', 'mouthSores', 'faceSwelling', 'fever', 'breathless'],
    safetyNet: [
      'Come at once if the rash does not fade under a glass, blisters or peels, or comes with fever, swelling of the face, or trouble breathing.',
    ],
    consider: ['Meningococcal disease', 'Scabies', 'Leprosy'],
    sources: ['meningitis', 'skin'],
  },
  {
    name: 'Contraception',
    sort: 'lasting',
    spoken:
      'contracepti(?:on|ve|ves)|birth control|(?:on |take |taking |start )the pill|morning after pill|family planning',
    history: [
      'contraceptionNow',
      'lastPeriod',
      'migraine',
      'clots',
      'smoking',
      'bloodPressure',
      'medicines',
      'breastfeeding',
    ],
    redFlags: ['pregnancy', 'calf', 'chestPain', 'bleeding'],
    safetyNet: [
      'Come at once for a swollen, painful calf, chest pain, breathlessness, or a sudden severe headache while on a combined method.',
    ],
    sources: ['contraception'],
  },
  {
    name: 'Pregnancy check',
    sort: 'lasting',
    spoken: 'pregnant|pregnancy|antenatal|prenatal',
    history: [
      'gestation',
      'earlierPregnancies',
      'vomiting',
      'supplements',
      'medicines',
      'smoking',
      'alcohol',
      'bloodPressure',
    ],
    redFlags: ['bleeding', 'preeclampsia', 'fetalMovement', 'fluidLoss', 'fever'],
    safetyNet: [
      'Come at once for bleeding, loss of fluid, severe headache, blurred vision, fever, or fewer movements of the baby.',
    ],
    consider: ['Pre-eclampsia'],
    sources: ['antenatalCare', 'pregnancy'],
  },
]
