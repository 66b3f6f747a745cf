import type { Ages, Source } from './source.ts'

const UNDER_5: Ages = { from: 0, below: 5 }
const OVER_12: Ages = { from: 12, below: 150 }
const OVER_16: Ages = { from: 16, below: 150 }
const ADULTS: Ages = { from: 18, below: 150 }

const nice = (number: string, title: string, year: number, ages?: Ages): Source => ({
  ...{ body: 'NICE', title, year, number },
  ...(ages && { ages }),
})
const who = (title: string, year: number, ages?: Ages): Source => ({ body: 'WHO', title, year, ...(ages && { ages }) })

/** The guidelines that the tables of this folder rest on, by a short name. Year: first publication of that number. */
export const SOURCES = {
  cough: nice('NG120', 'Cough (acute): antimicrobial prescribing', 2019),
  soreThroat: nice('NG84', 'Sore throat (acute): antimicrobial prescribing', 2018),
  earInfection: nice('NG91', 'Otitis media (acute): antimicrobial prescribing', 2018),
  feverInChildren: nice('NG143', 'Fever in under 5s: assessment and initial management', 2019, UNDER_5),
  headache: nice('CG150', 'Headaches in over 12s: diagnosis and management', 2012, OVER_12),
  neurology: nice('NG127', 'Suspected neurological conditions: recognition and referral', 2019),
  stroke: nice(
    'NG128',
    'Stroke and transient ischaemic attack in over 16s: diagnosis and initial management',
    2019,
    OVER_16,
  ),
  headInjury: nice('NG232', 'Head injury: assessment and early management', 2023),
  blackouts: nice('CG109', "Transient loss of consciousness ('blackouts') in over 16s", 2010, OVER_16),
  chestPain: nice('CG95', 'Recent-onset chest pain of suspected cardiac origin: assessment and diagnosis', 2010),
  coronarySyndromes: nice('NG185', 'Acute coronary syndromes', 2020),
  atrialFibrillation: nice('NG196', 'Atrial fibrillation: diagnosis and management', 2021),
  heartFailure: nice('NG106', 'Chronic heart failure in adults: diagnosis and management', 2018, ADULTS),
  thrombosis: nice('NG158', 'Venous thromboembolic diseases: diagnosis, management and thrombophilia testing', 2020),
  hypertension: nice('NG136', 'Hypertension in adults: diagnosis and management', 2019, ADULTS),
  diabetes: nice('NG28', 'Type 2 diabetes in adults: management', 2015, ADULTS),
  asthma: nice('NG245', 'Asthma: diagnosis, monitoring and chronic asthma management (BTS, NICE, SIGN)', 2024),
  obstructiveLungDisease: nice(
    'NG115',
    'Chronic obstructive pulmonary disease in over 16s: diagnosis and management',
    2018,
    OVER_16,
  ),
  cancer: nice('NG12', 'Suspected cancer: recognition and referral', 2015),
  diarrhoeaInChildren: nice(
    'CG84',
    'Diarrhoea and vomiting caused by gastroenteritis in under 5s: diagnosis and management',
    2009,
    UNDER_5,
  ),
  dyspepsia: nice('CG184', 'Gastro-oesophageal reflux disease and dyspepsia in adults', 2014, ADULTS),
  lowerUrinaryInfection: nice('NG109', 'Urinary tract infection (lower): antimicrobial prescribing', 2018),
  pyelonephritis: nice('NG111', 'Pyelonephritis (acute): antimicrobial prescribing', 2018),
  lowBackPain: nice('NG59', 'Low back pain and sciatica in over 16s: assessment and management', 2016, OVER_16),
  spinalMetastases: nice('NG234', 'Spinal metastases and metastatic spinal cord compression', 2023),
  gout: nice('NG219', 'Gout: diagnosis and management', 2022),
  osteoarthritis: nice('NG226', 'Osteoarthritis in over 16s: diagnosis and management', 2022, OVER_16),
  depression: nice('NG222', 'Depression in adults: treatment and management', 2022, ADULTS),
  anxiety: nice('CG113', 'Generalised anxiety disorder and panic disorder in adults: management', 2011, ADULTS),
  fatigueSyndrome: nice(
    'NG206',
    'Myalgic encephalomyelitis (or encephalopathy)/chronic fatigue syndrome: diagnosis and management',
    2021,
  ),
  meningitis: nice(
    'NG240',
    'Meningitis (bacterial) and meningococcal disease: recognition, diagnosis and management',
    2024,
  ),
  antenatalCare: nice('NG201', 'Antenatal care', 2021),
  ectopicPregnancy: nice('NG126', 'Ectopic pregnancy and miscarriage: diagnosis and initial management', 2019),
  sepsis: {
    body: 'SCCM and ESICM',
    title: 'Surviving Sepsis Campaign: international guidelines for management of sepsis and septic shock',
    year: 2021,
  },
  malaria: who('WHO guidelines for malaria', 2024),
  tuberculosis: who('WHO consolidated guidelines on tuberculosis. Module 2: screening', 2021),
  childIllness: who('Integrated Management of Childhood Illness: chart booklet', 2014, UNDER_5),
  diarrhoea: who('The treatment of diarrhoea: a manual for physicians and other senior health workers', 2005),
  skin: who('Recognizing neglected tropical diseases through changes on the skin', 2018),
  contraception: who('Medical eligibility criteria for contraceptive use, fifth edition', 2015),
  pregnancy: who('WHO recommendations on antenatal care for a positive pregnancy experience', 2016),
  insomnia: {
    body: 'American College of Physicians',
    title: 'Management of chronic insomnia disorder in adults',
    year: 2016,
    ages: ADULTS,
  },
  vertigo: {
    body: 'AAO-HNS',
    title: 'Clinical practice guideline: benign paroxysmal positional vertigo (update)',
    year: 2017,
  },
  redEye: { body: 'American Academy of Ophthalmology', title: 'Conjunctivitis Preferred Practice Pattern', year: 2018 },
  shoulder: {
    body: 'American College of Radiology',
    title: 'ACR Appropriateness Criteria: shoulder pain, atraumatic',
    year: 2018,
  },
  appendicitis: {
    body: 'World Society of Emergency Surgery',
    title: 'Diagnosis and treatment of acute appendicitis: 2020 update of the WSES Jerusalem guidelines',
    year: 2020,
  },
} as const satisfies Record<string, Source>

export type SourceName = keyof typeof SOURCES
