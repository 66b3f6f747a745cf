/** What clinicians type for a vital sign, and how it is written out. */
const VITALS: readonly (readonly [RegExp, string])[] = [
  [/^bp (?=\d{2,3}\/\d)/i, 'blood pressure is '],
  [/^(?:hr|pulse) (?=\d)/i, 'heart rate is '],
  [/^(?:rr|resps?) (?=\d)/i, 'respiratory rate is '],
  [/^(?:temp|t) (?=\d\d)/i, 'temperature is '],
  [/^(?:spo2|o2 sats?|sats?) (?=\d)/i, 'oxygen saturation is '],
  [/^(?:wt|weight) (?=\d)/i, 'weight is '],
  [/^bmi (?=\d)/i, 'BMI is '],
]
const NO_ALLERGIES = /^(?:nkd?a|none(?: known)?|nil(?: known)?|no known (?:drug )?allergies)$/i

/** A label or beginning of a typed line, and the sentence that what follows it makes. */
const LABELS: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [/^(?:allergies|allergy|drug allergies)\s*[:–-]\s*/i, tellAllergies],
  [/^allergic to\s+/i, tellAllergies],
  [/^(?:pmhx?|past medical history)\s*[:–-]\s*/i, (rest) => `The patient has a history of ${joinList(rest)}`],
  [/^(?:meds|medications|current medications|dhx?)\s*[:–-]\s*/i, (rest) => `The patient takes ${joinList(rest)}`],
  [/^(?:takes|taking|on)\s+(?=\w+ \d|\w+$)/i, (rest) => `The patient takes ${rest}`],
  [/^(?:plan|p)\s*:\s*/i, (rest) => `The plan is ${rest}`],
  [/^(?:patient|pt) (?=is |has |takes |was |denies )/i, (rest) => `The patient ${rest}`],
]

export const splitLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Where a sentence has ended in a line: not behind "Dr." or "e.g.". */
const SENTENCE_END = /(?<=[a-z\d]{2}[.;])(?<!\b(?:Mrs|Prof)\.)\s+(?=[A-Z])/

/** What a clinician typed, a sentence each. */
export const expandNotes = (text: string): string[] =>
  splitLines(text)
    .flatMap((line) => line.split(SENTENCE_END))
    .map(expandNote)

/**
 * A line that a clinician typed as the sentence that it stands for: "BP 120/80" is "The blood pressure is 120/80." Only labels
 * and abbreviations are written out; a line that is a sentence stays as it is.
 */
export function expandNote(line: string): string {
  const typed = line.trim().replace(/[.;,]+$/, '')
  if (NO_ALLERGIES.test(typed) && /^(?:nk|no known)/i.test(typed)) return `${tellAllergies(typed)}.`
  const vitals = typed.split(/\s*,\s*/).map(tellVital)
  if (vitals.every((vital) => vital !== undefined)) return `The ${vitals.join(', and the ')}.`
  const [label, tell] = LABELS.find(([cue]) => cue.test(typed)) ?? []
  return label && tell ? `${tell(typed.replace(label, ''))}.` : line.trim()
}

function tellVital(typed: string): string | undefined {
  const [cue, says] = VITALS.find(([pattern]) => pattern.test(typed)) ?? []
  return cue && says ? typed.replace(cue, says) : undefined
}

function tellAllergies(rest: string): string {
  return NO_ALLERGIES.test(rest.trim())
    ? 'The patient has no known drug allergies'
    : `The patient is allergic to ${joinList(rest)}`
}

/** "asthma, hypertension" is "asthma and hypertension". */
const joinList = (text: string) => text.replace(/,\s*(?=[^,]*$)/, ' and ')
