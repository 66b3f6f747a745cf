import { isNegator, plainWords, readSentences } from './words.ts'

/** A condition of ICD-10-CM with the words by which people name it. */
export interface Condition {
  code: string
  /** The description in the code set. */
  display: string
  spoken: RegExp
}

/**
 * Common conditions of primary care. Codes and descriptions are those of ICD-10-CM (CDC and NCHS, public domain,
 * https://www.cdc.gov/nchs/icd/icd-10-cm); the words were gathered here. More specific entries come first.
 */
export const CONDITIONS: readonly Condition[] = [
  ['I10', 'Essential (primary) hypertension', 'hypertension|high blood pressure'],
  ['E11.9', 'Type 2 diabetes mellitus without complications', 'type (?:2|two) diabetes|diabetes|diabetic'],
  ['E78.5', 'Hyperlipidemia, unspecified', 'high cholesterol|hyperlipidemia|dyslipidemia'],
  ['E03.9', 'Hypothyroidism, unspecified', 'hypothyroidism|underactive thyroid'],
  ['E66.9', 'Obesity, unspecified', 'obesity|obese'],
  ['J45.909', 'Unspecified asthma, uncomplicated', 'asthma|asthmatic'],
  ['J44.9', 'Chronic obstructive pulmonary disease, unspecified', 'copd|chronic obstructive pulmonary disease'],
  ['J18.9', 'Pneumonia, unspecified organism', 'pneumonia'],
  ['J20.9', 'Acute bronchitis, unspecified', 'acute bronchitis'],
  ['J40', 'Bronchitis, not specified as acute or chronic', 'bronchitis'],
  ['J06.9', 'Acute upper respiratory infection, unspecified', 'upper respiratory (?:tract )?infection|common cold'],
  ['J02.9', 'Acute pharyngitis, unspecified', 'pharyngitis'],
  ['J03.90', 'Acute tonsillitis, unspecified', 'tonsillitis'],
  ['J01.90', 'Acute sinusitis, unspecified', 'sinusitis|sinus infection'],
  ['J30.9', 'Allergic rhinitis, unspecified', 'allergic rhinitis|hay fever'],
  ['J11.1', 'Influenza due to unidentified influenza virus with other respiratory manifestations', 'influenza|the flu'],
  ['H66.90', 'Otitis media, unspecified, unspecified ear', 'otitis media|ear infection'],
  ['H10.9', 'Unspecified conjunctivitis', 'conjunctivitis|pink eye'],
  ['K21.9', 'Gastro-esophageal reflux disease without esophagitis', 'acid reflux|gerd|reflux disease'],
  ['R12', 'Heartburn', 'heartburn'],
  ['K29.70', 'Gastritis, unspecified, without bleeding', 'gastritis'],
  ['K52.9', 'Noninfective gastroenteritis and colitis, unspecified', 'gastroenteritis'],
  ['K59.00', 'Constipation, unspecified', 'constipation|constipated'],
  ['R19.7', 'Diarrhea, unspecified', 'diarrh(?:o)?ea'],
  ['R11.2', 'Nausea with vomiting, unspecified', 'nausea and vomiting'],
  ['R11.0', 'Nausea', 'nausea|nauseous'],
  ['R11.10', 'Vomiting, unspecified', 'vomiting|throwing up'],
  ['N39.0', 'Urinary tract infection, site not specified', 'urinary tract infection|uti|bladder infection'],
  ['R30.0', 'Dysuria', 'dysuria|burning when (?:i|you|he|she) (?:pee|urinate)'],
  ['R31.9', 'Hematuria, unspecified', 'h(?:a)?ematuria|blood in (?:my|the|your|his|her) urine'],
  ['N18.9', 'Chronic kidney disease, unspecified', 'chronic kidney disease'],
  ['I48.91', 'Unspecified atrial fibrillation', 'atrial fibrillation'],
  ['I50.9', 'Heart failure, unspecified', 'heart failure'],
  [
    'I25.10',
    'Atherosclerotic heart disease of native coronary artery without angina pectoris',
    'coronary artery disease',
  ],
  ['G43.909', 'Migraine, unspecified, not intractable, without status migrainosus', 'migraines?'],
  ['R51.9', 'Headache, unspecified', 'headaches?'],
  ['G40.909', 'Epilepsy, unspecified, not intractable, without status epilepticus', 'epilepsy|epileptic'],
  ['R42', 'Dizziness and giddiness', 'dizziness|dizzy'],
  ['R55', 'Syncope and collapse', 'syncope|fainted|passed out'],
  ['F41.9', 'Anxiety disorder, unspecified', 'anxiety'],
  ['F32.A', 'Depression, unspecified', 'depression'],
  ['G47.00', 'Insomnia, unspecified', 'insomnia'],
  ['M10.9', 'Gout, unspecified', 'gout'],
  ['M19.90', 'Unspecified osteoarthritis, unspecified site', 'osteoarthritis'],
  ['M06.9', 'Rheumatoid arthritis, unspecified', 'rheumatoid arthritis'],
  ['M54.50', 'Low back pain, unspecified', '(?:low(?:er)? )?back pain'],
  ['M54.2', 'Cervicalgia', 'neck pain'],
  ['M25.569', 'Pain in unspecified knee', 'knee pain'],
  ['M25.519', 'Pain in unspecified shoulder', 'shoulder pain'],
  ['L30.9', 'Dermatitis, unspecified', 'eczema|dermatitis'],
  ['L03.90', 'Cellulitis, unspecified', 'cellulitis'],
  ['B02.9', 'Zoster without complications', 'shingles'],
  ['R21', 'Rash and other nonspecific skin eruption', 'rash'],
  ['D64.9', 'Anemia, unspecified', 'an(?:a)?emia|an(?:a)?emic'],
  ['D57.1', 'Sickle-cell disease without crisis', 'sickle cell'],
  ['B54', 'Unspecified malaria', 'malaria'],
  ['A01.00', 'Typhoid fever, unspecified', 'typhoid'],
  ['A15.9', 'Respiratory tuberculosis unspecified', 'tuberculosis'],
  ['B20', 'Human immunodeficiency virus [HIV] disease', 'hiv'],
  ['R07.9', 'Chest pain, unspecified', 'chest pain'],
  ['R10.9', 'Unspecified abdominal pain', 'abdominal pain|stomach (?:pain|ache)|belly pain'],
  ['R06.02', 'Shortness of breath', 'shortness of breath|short of breath|breathless'],
  ['R00.2', 'Palpitations', 'palpitations'],
  ['R05.9', 'Cough, unspecified', 'cough(?:ing)?'],
  ['R50.9', 'Fever, unspecified', 'fevers?'],
  ['R53.83', 'Other fatigue', 'fatigued?'],
  ['R60.9', 'Edema, unspecified', '(?:o)?edema'],
].map(([code = '', display = '', spoken]) => ({
  code,
  display,
  spoken: new RegExp(`(?<![\\w-])(?:${spoken})(?![\\w-])`),
}))

export const findCondition = (code: string) => CONDITIONS.find((condition) => condition.code === code)

/** How far a negation reaches: NegEx's window (Chapman 2001). */
const REACH = 6
/** What is asked, feared, treated or hoped for is not there. */
const NOT_SAID_TO_BE =
  /\b(if|in case|risk of|rule out|prevent|avoid|watch for|look out for|vaccin\w*|checked? for|test(ed)? for|family|any)\b/

const RELATIVE =
  /\b(mother|mom|mum|father|dad|brother|sister|grandmother|grandfather|parents?|aunt|uncle|son|daughter)\b/

export interface Mention {
  condition: Condition
  /** Whose it is, when it is a relative's. */
  relative?: string
}

/** How an answer begins that says yes, or tells how it is. */
const AFFIRMS =
  /^(yes|yeah|yep|yup|sometimes|occasionally|often|always|since|for|about|only|just|mostly|mild|a (little|bit|lot)|on and off|it)\b/

/**
 * The conditions that someone is said to have. What is denied, asked about without a yes, or only feared is left out.
 * The answer to a question is the sentence behind it.
 */
export function findMentions(texts: readonly string[]): Mention[] {
  const sentences = texts.flatMap(readSentences)
  return sentences.flatMap((sentence, index) => {
    const isQuestion = sentence.trim().endsWith('?')
    const answer = plainWords(sentences[index + 1] ?? '').join(' ')
    return isQuestion && !AFFIRMS.test(answer) ? [] : readMentions(plainWords(sentence).join(' '), isQuestion)
  })
}

function readMentions(said: string, isQuestion: boolean): Mention[] {
  let rest = said
  return CONDITIONS.flatMap((condition) => {
    const found = condition.spoken.exec(rest)
    if (found === null) return []
    const before = said
      .slice(0, found.index)
      .split(' ')
      .slice(-REACH - 1)
    // What a specific entry has named is not named again by a general one.
    rest = rest.replace(condition.spoken, (words) => '_'.repeat(words.length))
    const led = before.join(' ')
    if (before.some(isNegator) || (!isQuestion && NOT_SAID_TO_BE.test(led))) return []
    const [relative] = RELATIVE.exec(said) ?? []
    return [{ condition, ...(relative && { relative }) }]
  })
}
