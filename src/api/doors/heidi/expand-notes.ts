/** What clinicians type for a vital sign, and how it is written out. */
const VITALS: readonly (readonly [RegExp, string])[] = [
  [/^bp\s*[:=]?\s*(?=\d{2,3}\s?\/\s?\d)/i, 'blood pressure is '],
  [/^(?:hr|pulse|p)\s*[:=]?\s*(?=\d)/i, 'heart rate is '],
  [/^(?:rr|resps?)\s*[:=]?\s*(?=\d)/i, 'respiratory rate is '],
  [/^(?:temp|t)\s*[:=]?\s*(?=\d\d)/i, 'temperature is '],
  [/^(?:spo2|o2 sats?|sats?)\s*[:=]?\s*(?=\d)/i, 'oxygen saturation is '],
  [/^(?:wt|weight)\s*[:=]?\s*(?=\d)/i, 'weight is '],
  [/^(?:ht|height)\s*[:=]?\s*(?=\d)/i, 'height is '],
  [/^bmi\s*[:=]?\s*(?=\d)/i, 'BMI is '],
]
/** Names of results; what stands behind one is its value. */
const RESULT =
  /^(glucose|potassium|sodium|calcium|creatinine|urea|ha?emoglobin|hb|hba1c|crp|wbc|wcc|platelets|inr|tsh|cholesterol|ldl|hdl|egfr|alt|ast|bilirubin|albumin|ferritin)\s*[:=]?\s+(?=\d)/i
const NO_ALLERGIES = /^(?:nkd?a|none(?: known)?|nil(?: known)?|no known (?:drug )?allergies)$/i

/** A label or beginning of a typed line, and the sentence that what follows it makes. */
const LABELS: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [/^(?:allergies|allergy|drug allergies)\s*[:–-]\s*/i, tellAllergies],
  [/^allergic to\s+/i, tellAllergies],
  [/^(?:pmhx?|past medical history)\s*[:–-]\s*/i, (rest) => `The patient has a history of ${joinList(rest)}`],
  [/^(?:meds|medications|current medications|dhx?)\s*[:–-]\s*/i, (rest) => `The patient takes ${joinList(rest)}`],
  [/^(?:takes|taking|on)\s+(?=\w+ \d|\w+$)/i, (rest) => `The patient takes ${rest}`],
  [/^(?:plan|p)\s*:\s*/i, (rest) => `The plan is ${rest}`],
  [/^(?:f\/u|fu|rtc)\s+(?:in )?(?=\d)/i, (rest) => `The plan is follow-up in ${rest}`],
  [/^(?:imp(?:ression)?|assessment|dx|diagnosis)\s*[:–-]\s*/i, (rest) => `The impression is ${rest}`],
  [/^(?:(?:pt|patient) )?c\/o\s+/i, (rest) => `The patient complains of ${rest}`],
  [/^(?:cc|pc|(?:chief|presenting) complaint)\s*[:–-]\s*/i, (rest) => `The patient complains of ${rest}`],
  [/^(?:denies|denied)\s+/i, (rest) => `The patient denies ${joinList(rest)}`],
  [/^(?:o\/e\s*[:–-]?|on examination\s*[:–-])\s*/i, (rest) => `Examination shows ${rest}`],
  [/^(?:patient|pt) (?=is |has |takes |was |denies )/i, (rest) => `The patient ${rest}`],
]

export const splitLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Where a sentence has ended in a line: not behind "Dr." or "e.g.". */
const SENTENCE_END = /(?<=[a-z\d]{2}[.;])(?<!\b(?:Mrs|Prof)\.)\s+(?=[A-Z])/

/** What a clinician typed, a sentence each. */
export const expandNotes = (text: string): string[] =>
  labelLists(splitLines(text))
    .flatMap((line) => line.split(SENTENCE_END))
    .map(expandNote)

const MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/
const LABEL_ALONE = /^\s*[a-z][a-z ]{0,30}:?\s*$/i

/** A list below a label is what the label says of each of its lines; the marks of other lists go. */
function labelLists(lines: readonly string[]): string[] {
  let label = ''
  return lines.flatMap((line, index) => {
    const marked = line.replace(MARK, '')
    if (marked !== line) return expandNote(marked) === marked ? `${label}${marked}` : marked
    label = ''
    if (!LABEL_ALONE.test(line) || !MARK.test(lines[index + 1] ?? '')) return line
    label = `${line.trim().replace(/:$/, '')}: `
    return []
  })
}

/**
 * A line that a clinician typed as the sentence that it stands for: "BP 120/80" is "The blood pressure is 120/80." Only labels
 * and abbreviations are written out; a line that is a sentence stays as it is.
 */
export function expandNote(line: string): string {
  const typed = line.trim().replace(/[.;,]+$/, '')
  if (NO_ALLERGIES.test(typed) && /^(?:nk|no known)/i.test(typed)) return `${tellAllergies(typed)}.`
  const vitals = typed.split(/\s*[,;]\s+/).map(tellVital)
  if (vitals.every((vital) => vital !== undefined)) return `The ${vitals.join(', and the ')}.`
  const [label, tell] = LABELS.find(([cue]) => cue.test(typed)) ?? []
  return label && tell ? `${tell(typed.replace(label, ''))}.` : line.trim()
}

function tellVital(typed: string): string | undefined {
  const [cue, says] = VITALS.find(([pattern]) => pattern.test(typed)) ?? []
  if (cue && says) return typed.replace(cue, says)
  return RESULT.test(typed) ? typed.replace(RESULT, '$1 is ') : undefined
}

function tellAllergies(rest: string): string {
  return NO_ALLERGIES.test(rest.trim())
    ? 'The patient has no known drug allergies'
    : `The patient is allergic to ${joinList(rest)}`
}

/** "asthma, hypertension" is "asthma and hypertension". */
const joinList = (text: string) => text.replace(/,\s*(?=[^,]*$)/, ' and ')
