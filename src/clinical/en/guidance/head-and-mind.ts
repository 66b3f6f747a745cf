import type { Complaint } from './complaint.ts'

/** Head, senses, sleep, mood. Facts after the sources named; the wording is our own. */
export const HEAD_AND_MIND: readonly Complaint[] = [
  {
    name: 'Headache',
    spoken: 'head ?aches?|migraines?|pain in (?:my|your|his|her) head',
    history: ['duration', 'site', 'severity', 'aura', 'vomiting', 'painkillerDays', 'sleep'],
    redFlags: ['thunderclap', 'neckStiffness', 'fever', 'weakness', 'visionLoss', 'morningHeadache', 'headInjury'],
    safetyNet: [
      'Come at once for a sudden headache that is the worst ever, or one with fever, stiff neck, weakness, confusion, or loss of vision.',
    ],
    consider: [
      'Subarachnoid hemorrhage',
      'Meningitis',
      'Brain tumor',
      'Giant cell arteritis',
      'Acute angle-closure glaucoma',
      'Medication overuse headache',
    ],
    sources: ['headache', 'neurology'],
  },
  {
    name: 'Minor head injury',
    spoken:
      'head injury|(?:hit|hits|banged|bumped|knocked) (?:my|his|her|your|the) head|(?:blow|bump) (?:to|on) (?:the|my|his|her|your) head|concussion',
    history: ['mechanism', 'duration', 'alcohol'],
    redFlags: ['fainting', 'repeatedVomiting', 'amnesia', 'seizure', 'anticoagulant', 'clearFluid', 'weakness'],
    safetyNet: [
      'Go to an emergency department for drowsiness, a worsening headache, repeated vomiting, a fit, weakness, or clear fluid from nose or ear.',
      'Somebody should stay with the injured person for the first 24 hours.',
    ],
    consider: ['Intracranial hemorrhage', 'Skull fracture', 'Cervical spine injury'],
    sources: ['headInjury'],
  },
  {
    name: 'Dizziness',
    spoken: 'dizzy|dizziness|vertigo|light ?-?headed(?:ness)?',
    history: ['duration', 'spinning', 'position', 'hearing', 'medicines', 'vomiting'],
    redFlags: ['weakness', 'fainting', 'hearingLoss', 'chestPain', 'visionLoss'],
    safetyNet: [
      'Call for help at once if dizziness comes with weakness, slurred speech, double vision, or chest pain.',
    ],
    consider: ['Stroke', 'Benign paroxysmal positional vertigo', 'Vestibular migraine'],
    sources: ['neurology', 'vertigo', 'blackouts'],
  },
  {
    name: 'Weak or numb limb',
    spoken:
      "(?:weakness|numbness|tingling|pins and needles) (?:\\w+ ){0,4}(?:arms?|hands?|legs?|foot|feet|fingers?)|(?:arms?|hands?|legs?|foot|feet) (?:is |are |feels? |felt |went |has gone |has been )+(?:\\w+ )?(?:weak|numb|limp)|(?:can't|cannot|unable to|difficulty|trouble) mov(?:e|ing) (?:my|his|her|your)(?: left| right)? (?:arm|hand|leg|foot)",
    history: ['duration', 'site', 'heartHistory', 'smoking', 'medicines', 'work'],
    redFlags: ['suddenOnset', 'faceAndSpeech', 'visionLoss', 'bowelControl', 'headInjury'],
    safetyNet: [
      'Call an ambulance at once for weakness of face or arm, trouble speaking, or loss of vision that comes suddenly, also when it passes.',
    ],
    consider: ['Stroke', 'Transient ischemic attack', 'Nerve entrapment'],
    sources: ['stroke', 'neurology'],
  },
  {
    name: 'Ear pain',
    spoken: 'ear ?aches?|ear pains?|pain in (?:my|the|your|his|her) ears?|ears? (?:is |are )?(?:hurts?|hurting|sore)',
    history: ['duration', 'fever', 'earDischarge', 'hearing', 'treatmentTried', 'allergies'],
    redFlags: ['mastoid', 'facialWeakness', 'hearingLoss', 'neckStiffness'],
    safetyNet: [
      'Earache usually lasts about three days and up to a week; come back if it does not settle.',
      'Come at once for swelling behind the ear, a drooping face, a stiff neck, or if you become very unwell.',
    ],
    consider: ['Mastoiditis', 'Meningitis', 'Intracranial abscess', 'Facial nerve paralysis'],
    sources: ['earInfection'],
  },
  {
    name: 'Red eye',
    spoken:
      '(?:red|pink|bloodshot) eyes?|eyes? (?:is |are |has been |have been |was |were |look |looks |got |gone )+(?:\\w+ )?(?:red|pink)|conjunctivitis|redness (?:of|in) (?:my|the|your|his|her)(?: \\w+)? eyes?',
    history: ['duration', 'eyeDischarge', 'itch', 'contactLenses', 'contacts'],
    redFlags: ['eyePain', 'visionLoss', 'lightHurts', 'chemicalEye'],
    safetyNet: ['Come the same day if the eye becomes painful, sees less, or cannot bear light.'],
    consider: ['Keratitis', 'Uveitis', 'Acute angle-closure glaucoma'],
    sources: ['redEye'],
  },
  {
    name: 'Low mood',
    spoken:
      'depression|depressed|low mood|(?:feeling|feel|felt) (?:so |very |really |quite )?(?:hopeless|miserable|low|down)',
    history: ['duration', 'interest', 'sleep', 'appetite', 'concentration', 'alcohol', 'stressors', 'support'],
    redFlags: ['suicide', 'psychosis', 'mania', 'selfCare'],
    safetyNet: [
      'Seek help at once, at any hour, if you think of harming yourself or of ending your life.',
      'Come back within two weeks, or sooner if you feel worse.',
    ],
    consider: ['Bipolar disorder', 'Depression with psychotic symptoms'],
    sources: ['depression'],
  },
  {
    name: 'Anxiety',
    spoken: 'anxiety|anxious|panic attacks?',
    history: ['duration', 'worry', 'panic', 'sleep', 'caffeine', 'alcohol', 'stressors', 'mood'],
    redFlags: ['suicide', 'chestPain', 'weightLoss'],
    safetyNet: [
      'Seek help at once if you think of harming yourself, or if chest pain or fainting comes with the anxiety.',
    ],
    consider: ['Generalized anxiety disorder', 'Panic disorder', 'Depression'],
    sources: ['anxiety'],
  },
  {
    name: 'Insomnia',
    partOf: ['Cough', 'Ear pain', 'Low mood', 'Anxiety', 'Low back pain', 'Joint pain', 'Shoulder pain', 'Headache'],
    spoken:
      "insomnia|(?:trouble|difficulty|problems?) (?:with )?(?:sleep|sleeping|falling asleep|staying asleep)|(?:can't|cannot|can not) sleep|not sleeping|sleep(?:ing)? badly",
    history: ['duration', 'bedtime', 'snoring', 'caffeine', 'alcohol', 'mood', 'medicines'],
    redFlags: ['suicide', 'mania'],
    safetyNet: ['Come back if you fall asleep by day, above all when driving, or if your mood becomes low.'],
    sources: ['insomnia'],
  },
  {
    name: 'Fatigue',
    partOf: ['Cough', 'Sore throat', 'Fever', 'Suspected malaria', 'Ear pain', 'Diarrhea', 'Vomiting', 'Headache'],
    spoken: 'fatigued?|tired(?:ness)?|exhausted|exhaustion|no energy|lack of energy',
    history: ['duration', 'sleep', 'mood', 'diet', 'periodsHeavy', 'medicines', 'stressors'],
    redFlags: ['weightLoss', 'nightSweats', 'breathless', 'lump', 'suicide'],
    safetyNet: [
      'Come back for weight loss, fever, lumps, breathlessness, or if the tiredness lasts longer than a month.',
    ],
    consider: ['Anemia', 'Thyroid disease', 'Celiac disease', 'Depression', 'Cancer'],
    sources: ['fatigueSyndrome', 'depression', 'cancer'],
  },
]
