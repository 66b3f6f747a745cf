/** Abbreviations of notes and prescriptions with what they stand for; capitals count where they are written so. Written here. */
const CAPITALS: Readonly<Record<string, string>> = {
  NKDA: 'no known drug allergies',
  NKA: 'no known allergies',
  SOB: 'shortness of breath',
  SOBOE: 'shortness of breath on exertion',
  DOE: 'shortness of breath on exertion',
  BP: 'blood pressure',
  RTC: 'return',
  ED: 'emergency department',
  ER: 'emergency department',
  LE: 'leg',
  THR: 'hip replacement',
  TKR: 'knee replacement',
  TKA: 'knee replacement',
  THA: 'hip replacement',
  HR: 'heart rate',
  RR: 'respiratory rate',
  RLQ: 'right lower abdomen',
  LLQ: 'left lower abdomen',
  RUQ: 'right upper abdomen',
  LUQ: 'left upper abdomen',
  RIF: 'right lower abdomen',
  LIF: 'left lower abdomen',
  LMP: 'last menstrual period',
  PMH: 'past medical history',
  PSH: 'past surgical history',
  FH: 'family history',
  SH: 'social history',
  CTAB: 'clear to auscultation bilaterally',
  CXR: 'chest X-ray',
  ROM: 'range of motion',
  FROM: 'full range of motion',
  PRN: 'as needed',
  OTC: 'over the counter',
  LOC: 'loss of consciousness',
  WNL: 'within normal limits',
  YO: 'year old',
  HTN: 'hypertension',
  DM: 'diabetes',
  CAD: 'coronary artery disease',
  CHF: 'heart failure',
  MI: 'heart attack',
  CVA: 'stroke',
  AF: 'atrial fibrillation',
  GERD: 'acid reflux',
  GORD: 'acid reflux',
  UTI: 'urinary tract infection',
  URI: 'upper respiratory infection',
  DJD: 'arthritis',
  CKD: 'chronic kidney disease',
  MVA: 'car accident',
  RTA: 'car accident',
  PCP: 'general practitioner',
  PCN: 'penicillin',
  CA: 'cancer',
  SI: 'suicidal thoughts',
  DSH: 'self-harm',
  BO: 'bowels open',
  PU: 'passing urine',
  ETOH: 'alcohol',
  IVDU: 'intravenous drug use',
  EtOH: 'alcohol',
}

const ANY_CASE: Readonly<Record<string, string>> = {
  prn: 'as needed',
  bd: 'twice daily',
  od: 'once daily',
  ppd: 'packs per day',
  'd/c': 'discontinue',
  uptitrate: 'increase',
  uptitrated: 'increased',
  downtitrated: 'reduced',
  appendicectomy: 'appendectomy',
  deceased: 'died',
  bid: 'twice daily',
  tds: 'three times daily',
  tid: 'three times daily',
  qds: 'four times daily',
  qid: 'four times daily',
  nocte: 'at night',
  mane: 'in the morning',
  po: 'by mouth',
  yo: 'year old',
  spo2: 'oxygen saturation',
  afebrile: 'no fever',
  unremarkable: 'normal',
  fortnight: '2 weeks',
  etoh: 'alcohol',
  'n/v': 'nausea and vomiting',
  'h/o': 'history of',
  'c/o': 'complains of',
  'y/o': 'year old',
  'w/o': 'without',
  'f/u': 'follow up',
  'b/l': 'bilateral',
  'b.i.d': 'twice daily',
  't.i.d': 'three times daily',
  'q.i.d': 'four times daily',
  'p.r.n': 'as needed',
  'p.o': 'by mouth',
  'q.d': 'daily',
  'a.m': 'am',
  'p.m': 'pm',
  nonsmoker: 'non-smoker',
  noncontributory: 'normal',
  fortnightly: 'every 2 weeks',
}

const WRITTEN = new RegExp(
  `(?<![\\w.-])(?:${[...Object.keys(CAPITALS), ...Object.keys(ANY_CASE)].join('|').replaceAll('.', '\\.')})(?![\\w-])`,
  'gi',
)

const DECADES: Readonly<Record<string, number>> = {
  twen: 20,
  thir: 30,
  fort: 40,
  fift: 50,
  sixt: 60,
  seve: 70,
  eigh: 80,
  nine: 90,
}

/** "Maybe two glasses" doubts the number and not the drink. */
const ABOUT =
  /\b(?:maybe|perhaps|probably|possibly) (?=(?:about |around |like )?(?:\d|a couple|a few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|once|twice|every)\b)/gi

/** A text with the abbreviations and signs of notes in words: "BP 140/90, sats 98%", "NKDA", "5 mg bd". */
export function plainSpelling(text: string): string {
  return text
    .replace(WRITTEN, (found) => CAPITALS[found] ?? ANY_CASE[found.toLowerCase()] ?? found)
    .replace(/\ba (2 weeks)\b/g, '$1')
    .replace(ABOUT, 'about ')
    .replace(/°\s?C\b|\bdeg(?:rees?)? C\b/g, ' degrees celsius')
    .replace(/°\s?F\b|\bdeg(?:rees?)? F\b/g, ' degrees fahrenheit')
    .replace(/\b(?:beats|breaths) (?:per|a) minute\b/gi, 'bpm')
    .replace(/(?<=\d) ?\/min\b/gi, ' bpm')
    .replace(/\buntil after\b/gi, 'until')
    .replace(/(?<= )[x×] ?(?=(?:\d+|one|two|three|four|five|six) (?:hours?|days?|weeks?|months?|years?)\b)/gi, 'for ')
    .replace(
      /\bseek (?:emergency|urgent|immediate) (?:medical )?(?:care|attention|help)\b/gi,
      'go to the emergency department',
    )
    .replace(/,? after which (?=\w)/gi, ' and then ')
    .replace(/\bP(?= \d{2,3}\b)/g, 'pulse')
    .replace(/\bx(\d{1,2})\b/gi, '$1 times')
    .replace(
      /\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b/gi,
      (found) => `${DECADES[found.slice(0, 4).toLowerCase()]}s`,
    )
    .replace(/°/g, ' degrees')
    .replace(/%/g, ' percent')
    .replace(/\b(c|s)\/([a-z])\b/g, ' ')
    .replace(/\bw\/(?=\s?\w)/g, 'with ')
    .replace(/(?<=\d)(?=(?:mg|mcg|g|ml|kg|cm|mm|lbs?|units?)\b)/gi, ' ')
    .replace(/&/g, ' and ')
}
